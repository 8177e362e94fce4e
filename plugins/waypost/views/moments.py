"""The shapes of growth: what was placed, and on what."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .portfolio import OwnValue, Reference


@dataclass(frozen=True)
class PlacementView:
    """One dated placement on a scale; `level` is the school's word, `position` counts from 1 (the first level)."""

    date: datetime.date
    level: str
    position: int
    by: str
    name: str | None
    type: str | None
    words_md: str | None
    evidence: tuple[Reference, ...]
    goals: tuple[Reference, ...]
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class ProficiencyView:
    """A proficiency with its placements, oldest first; none where nothing has been placed yet.

    `shown_by`: the evidence that says it shows it, newest first.
    """

    id: str
    name: str
    area: str | None
    description_md: str | None
    levels: tuple[str, ...]
    placements: tuple[PlacementView, ...]
    shown_by: tuple[Reference, ...]
