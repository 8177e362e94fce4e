"""What moved since a meeting: where each voice places the learner now and placed them then, and the pieces since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .portfolio import Reference

if TYPE_CHECKING:
    from .moments import PlacementView, ProficiencyView
    from .portfolio import PortfolioView

FEW = 4
"""Pieces that are named; the others are counted."""


@dataclass(frozen=True)
class MovementView:
    """The latest placement of one voice on a proficiency, and that voice's last one before the period, if any."""

    proficiency: str
    name: str
    placement: PlacementView
    before: PlacementView | None


@dataclass(frozen=True)
class PeriodView:
    """The time since the day of a meeting. What is dated with that day itself was there at the meeting.

    `pieces` are the newest few of the `count` pieces of evidence since then.
    """

    since: datetime.date
    meetings: tuple[Reference, ...]
    movements: tuple[MovementView, ...]
    pieces: tuple[Reference, ...]
    count: int


def build_period_views(view: PortfolioView, today: datetime.date) -> tuple[PeriodView, ...]:
    """A period for each day of a meeting before `today`, the latest first: none while there is no such meeting, or
    nothing that could have moved.

    Made of what the audience sees: a meeting that it does not see begins nothing.
    """
    past = sorted({day for day in meeting_days(view) if day < today}, reverse=True)
    return tuple(_period(view, day) for day in past)


def meeting_days(view: PortfolioView) -> tuple[datetime.date, ...]:
    """The days from which one can look at what moved: none where nothing could have moved."""
    if not any(proficiency.placements for proficiency in view.growth or ()):
        return ()
    return tuple(entry.date for entry in view.journey or () if entry.kind == "meeting")


def _period(view: PortfolioView, since: datetime.date) -> PeriodView:
    moved = [movement for proficiency in view.growth or () for movement in _movements(proficiency, since)]
    pieces = [piece for piece in view.evidence or () if piece.date is not None and piece.date > since]
    return PeriodView(
        since=since,
        meetings=tuple(
            Reference("meeting", entry.id, entry.title or "")
            for entry in view.journey or ()
            if entry.kind == "meeting" and entry.date == since and entry.id
        ),
        movements=tuple(sorted(moved, key=lambda movement: movement.placement.date, reverse=True)),
        pieces=tuple(Reference("evidence", piece.id, piece.title) for piece in pieces[:FEW]),
        count=len(pieces),
    )


def _movements(proficiency: ProficiencyView, since: datetime.date) -> Iterator[MovementView]:
    then = {one.by: one for one in proficiency.placements if one.date <= since}
    now = {one.by: one for one in proficiency.placements if one.date > since}
    for by, placement in now.items():
        yield MovementView(proficiency.id, proficiency.name, placement, then.get(by))
