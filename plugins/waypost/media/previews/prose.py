"""Markdown, drawn as it is meant."""

from __future__ import annotations

from html import escape
from pathlib import Path

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

from .markup import join, lower_headings
from .texts import read_letters, shorten


def draw_markdown(text: str) -> str:
    """Markdown as HTML, not sanitised yet. What is too deep for Markdown is drawn as it was written."""
    extensions: list[str | Extension] = [
        TableExtension(use_align_attribute=True),
        "sane_lists",
        "def_list",
        "fenced_code",
        FootnoteExtension(BACKLINK_TEXT=""),
    ]
    try:
        return lower_headings(markdown.markdown(text, extensions=extensions, output_format="html"))
    except RecursionError:
        return f"<pre>{escape(text)}</pre>"


def draw_preview(source: Path, _name: str) -> str:
    """A text in Markdown. Raises OSError where it cannot be read."""
    text, note = shorten(read_letters(source))
    return join([draw_markdown(text), note])
