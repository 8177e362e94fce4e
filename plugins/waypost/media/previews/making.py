"""A preview, made: the task that the process of `workroom` is given."""

from __future__ import annotations

import importlib
from pathlib import Path

from ..cleaning.trouble import damaged, too_large
from .sanitiser import read_text, sanitise_preview
from .sorts import drawer_of

LONGEST = 8_000_000
"""Characters of a preview, pictures and all. What is longer would not open on a phone."""


def make_preview(source: Path, target: Path, name: str) -> str:
    """Writes what the document `source` shows, to be read in a page; returns what it says, for search.

    `name` is what it is called. An empty file is a document that shows nothing. Raises CleaningError where the
    preview would be too large, and what parsers raise where the document is damaged.
    """
    module = drawer_of(name)
    if module is None:
        raise damaged()
    draw = importlib.import_module(f".{module}", __package__).draw_preview
    html = sanitise_preview(draw(source, name))
    if len(html) > LONGEST:
        raise too_large()
    text = read_text(html)
    # A page of empty paragraphs is not worth a touch.
    target.write_text(html if text or "<img " in html else "", encoding="utf-8")
    return text
