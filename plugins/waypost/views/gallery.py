"""Other ways to look at evidence than one piece after the other: by time, by goal, by proficiency."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .portfolio import EvidenceView, PortfolioView

FEW = 6
"""As many pieces are seen at a glance: nobody needs another way to look at them."""
FULL_MONTH = 4
"""So many pieces a month, in the middle of all months, make months worth a heading; below it years are."""
Way = Literal["time", "goal", "proficiency"]


@dataclass(frozen=True)
class GroupView:
    """Pieces that belong together, by their ids, in the order of the page.

    `title` is the goal's or the proficiency's; groups of a way by time have the first day of their `month`, or the
    `year` instead. A group with none of them holds what is in no other.
    """

    pieces: tuple[str, ...]
    title: str | None = None
    href: str | None = None
    month: datetime.date | None = None
    year: int | None = None


@dataclass(frozen=True)
class WayView:
    """A way to look at all pieces. A piece may stand in several groups, and stands in one at least."""

    way: Way
    groups: tuple[GroupView, ...]


def build_gallery_views(view: PortfolioView) -> tuple[WayView, ...]:
    """The ways that tell something about the evidence of `view`; none where there are few pieces.

    A way is left out where all pieces would stand under one heading.
    """
    pieces = view.evidence or ()
    if len(pieces) <= FEW:
        return ()
    ways = (
        WayView("time", _by_time(pieces)),
        WayView("goal", _by_goal(view, pieces)),
        WayView("proficiency", _by_proficiency(view, pieces)),
    )
    return tuple(way for way in ways if len(way.groups) > 1)


def _by_time(pieces: Sequence[EvidenceView]) -> tuple[GroupView, ...]:
    dated = [(piece.id, piece.date) for piece in pieces if piece.date is not None]
    months: dict[datetime.date, list[str]] = {}
    years: dict[int, list[str]] = {}
    for id_, day in dated:
        months.setdefault(day.replace(day=1), []).append(id_)
        years.setdefault(day.year, []).append(id_)
    if len(dated) >= FULL_MONTH * len(months):
        groups = [GroupView(tuple(ids), month=month) for month, ids in months.items()]
    else:
        groups = [GroupView(tuple(ids), year=year) for year, ids in years.items()]
    return (*groups, *_rest(pieces, {id_ for id_, _ in dated}))


def _by_goal(view: PortfolioView, pieces: Sequence[EvidenceView]) -> tuple[GroupView, ...]:
    goals = {goal.id: goal for top in view.goals or () for goal in (top, *top.short)}
    belonging = {
        goal.id: {one.id for one in (*goal.evidence, *(one for step in goal.steps for one in step.evidence))}
        for goal in goals.values()
    }
    return _grouped(pieces, belonging, {id_: (goal.title, f"#goals/{id_}") for id_, goal in goals.items()})


def _by_proficiency(view: PortfolioView, pieces: Sequence[EvidenceView]) -> tuple[GroupView, ...]:
    order = [one.name for one in view.growth or ()] + [name for piece in pieces for name in piece.expectations]
    places = {one.name: f"#growth/{one.id}" for one in view.growth or ()}
    belonging = {name: {piece.id for piece in pieces if name in piece.expectations} for name in dict.fromkeys(order)}
    for one in view.growth or ():
        belonging[one.name] |= {seen.id for placement in one.placements for seen in placement.evidence}
    return _grouped(pieces, belonging, {name: (name, places.get(name)) for name in belonging})


def _grouped(
    pieces: Sequence[EvidenceView], belonging: Mapping[str, set[str]], heads: Mapping[str, tuple[str, str | None]]
) -> tuple[GroupView, ...]:
    groups = [
        GroupView(tuple(piece.id for piece in pieces if piece.id in ids), *heads[key])
        for key, ids in belonging.items()
        if ids
    ]
    if not groups:
        return ()
    return (*groups, *_rest(pieces, set().union(*belonging.values())))


def _rest(pieces: Iterable[EvidenceView], taken: set[str]) -> tuple[GroupView, ...]:
    rest = tuple(piece.id for piece in pieces if piece.id not in taken)
    return (GroupView(rest),) if rest else ()
