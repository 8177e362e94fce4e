"""The file sharing.yml, loaded. Source: design, section 4 (recipients)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from waypost.errors import Problem
from waypost.model import DEFAULT_SHARING, Sharing

from .documents import Document, load_document
from .fields import check_fields
from .limits import first_problems
from .names import folded
from .paths import find_values
from .places import Shown, quote
from .schema import validate_document


def load_sharing(path: Path, shown: Shown) -> tuple[Sharing | None, list[Problem]]:
    """Loads the file sharing.yml at `path`; without one, a family and an advisor have a link each."""
    if not os.path.lexists(path):
        return DEFAULT_SHARING, []
    document, problems = load_document(path, shown(path))
    if document is None:
        return None, problems
    sharing, found = validate_document(Sharing, document)
    problems += [*found, *first_problems(check_fields(Sharing, document)), *first_problems(_check_twins(document))]
    return sharing, problems


def _check_twins(document: Document) -> Iterator[Problem]:
    # Links are derived from name and number: two alike would be one link, and withdrawing one would withdraw both.
    first: dict[tuple[str, str], int] = {}
    for loc, entry in find_values(document.data, "recipients.*"):
        name, link = (entry.get("name"), entry.get("link") or "1") if isinstance(entry, dict) else (entry, "1")
        if not isinstance(name, str) or not isinstance(link, str):
            continue
        same = folded(" ".join(name.split())), link.strip().lstrip("0")
        if same in first:
            message = (
                f"{quote(name)} already has this link on line {first[same]}: give this one another name or link number"
            )
            yield document.problem((*loc, "name"), message)
        first.setdefault(same, document.place(loc)[0])
