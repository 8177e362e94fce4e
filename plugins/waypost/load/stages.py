"""The stages of the planning cycle with their questions, out of the toolbox's guide."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from waypost.errors import InputProblems, Problem
from waypost.model.guide import Guide, Stage

from .documents import load_document
from .places import show_path
from .schema import validate_document


@cache
def load_stages(folder: Path) -> tuple[Stage, ...]:
    """The stages in `folder`/guide.yml, in order; read once in a process, since every portfolio asks for them.

    Raises InputProblems where the guide is missing or broken, which it is in no whole installation.
    """
    path = folder / "guide.yml"
    if not path.is_file():
        missing = "this file of Waypost's own is missing: install Waypost again"
        raise InputProblems((Problem(show_path(path), 0, 0, missing),))
    document, problems = load_document(path, show_path(path))
    guide, found = validate_document(Guide, document) if document else (None, ())
    if guide is None:
        raise InputProblems((*problems, *found))
    return guide.stages
