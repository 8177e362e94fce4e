"""Dates of one part that cannot both be right."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from waypost.errors import Problem

from .documents import Document
from .paths import find_values

ORDERED = (
    ("goals.*", "start", "by", "the goal's last day", "the day it was taken up"),
    ("goals.*.steps.*", "start", "due", "the day this step is due", "its first day"),
    ("goals.*.steps.*", "start", "done", "the day this step was done", "its first day"),
)
"""Part, earlier field, later field, and how the two are called."""


def check_dates(document: Document) -> Iterator[Problem]:
    """A problem at every day that lies before the day on which the same thing began."""
    for pattern, early, late, late_words, early_words in ORDERED:
        for loc, part in find_values(document.data, pattern):
            first, last = (_day(part, early), _day(part, late)) if isinstance(part, dict) else (None, None)
            if first is not None and last is not None and last < first:
                message = f"{late}: {late_words} lies before {early_words}, {first.isoformat()}: correct one of the two"
                yield document.problem((*loc, late), message)


def _day(part: dict[str, Any], field: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(part[field].strip())
    except (KeyError, AttributeError, ValueError):
        return None
