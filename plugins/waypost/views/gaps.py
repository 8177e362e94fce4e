"""What could come next, for the learner and the advisor: places of the plan where something is still to be added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from waypost.model import Audience

from .goals import GOAL_CLOSED
from .portfolio import Reference

if TYPE_CHECKING:
    from .portfolio import GoalView, PortfolioView

KEEPERS = (Audience.SELF, Audience.ADVISOR)
"""Who keeps the plan. To anybody else it is shown as what is in it, not as what is missing from it."""
GapKind = Literal["late", "goal", "unreflected", "proficiency", "undescribed"]


@dataclass(frozen=True)
class GapView:
    """Things that lack the same, and where each of them stands; never without one.

    `late`: steps whose day has passed. `goal`: goals that are worked on and have no evidence. `unreflected`: evidence
    that nobody has reflected on. `proficiency`: proficiencies without a moment and without evidence. `undescribed`:
    pictures, films and sounds without words for those who cannot see or hear them.
    """

    kind: GapKind
    places: tuple[Reference, ...]


def build_gap_views(view: PortfolioView) -> tuple[GapView, ...] | None:
    """What could come next in `view`, the nearest first; empty where nothing is open.

    None for everybody but the learner and the advisor, and for an advisor who sees nothing of which it could tell.
    Where an audience does not see a section at all, nothing is said to be missing from it.
    """
    if view.audience not in KEEPERS or (view.goals is None and view.evidence is None and view.growth is None):
        return None
    found: dict[GapKind, Iterator[Reference]] = {
        "late": _late(view),
        "goal": _bare_goals(view),
        "unreflected": _unreflected(view),
        "proficiency": _bare_proficiencies(view),
        "undescribed": _undescribed(view),
    }
    gaps = (GapView(kind, tuple(dict.fromkeys(places))) for kind, places in found.items())
    return tuple(gap for gap in gaps if gap.places)


def _goals(view: PortfolioView) -> Iterator[GoalView]:
    for goal in view.goals or ():
        yield goal
        yield from goal.short


def _late(view: PortfolioView) -> Iterator[Reference]:
    late = {step.id: step for goal in _goals(view) for step in goal.steps if step.late}
    for step in sorted(late.values(), key=lambda one: str(one.due)):
        yield Reference("step", step.id, step.title)


def _bare_goals(view: PortfolioView) -> Iterator[Reference]:
    if view.evidence is None:
        return
    for goal in _goals(view):
        # What shows that a short goal is on its way shows the same of the long one it leads to.
        whole = (goal, *goal.short)
        if goal.status not in GOAL_CLOSED and not any(_has_evidence(one) for one in whole):
            yield Reference("goal", goal.id, goal.title)


def _has_evidence(goal: GoalView) -> bool:
    return bool(goal.evidence) or any(step.evidence for step in goal.steps)


def _unreflected(view: PortfolioView) -> Iterator[Reference]:
    if view.reflections is None:
        return
    told = {one.id for reflection in view.reflections for one in reflection.about if one.kind == "evidence"}
    for piece in view.evidence or ():
        if piece.id not in told:
            yield Reference("evidence", piece.id, piece.title)


def _bare_proficiencies(view: PortfolioView) -> Iterator[Reference]:
    shown = {name for piece in view.evidence or () for name in piece.expectations}
    for one in view.growth or ():
        if not one.placements and one.name not in shown:
            yield Reference("proficiency", one.id, one.name)


def _undescribed(view: PortfolioView) -> Iterator[Reference]:
    for piece in view.evidence or ():
        if piece.undescribed:
            yield Reference("evidence", piece.id, piece.title)
