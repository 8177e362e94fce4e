"""Writing back: who may, and what about."""

from __future__ import annotations

from dataclasses import dataclass

from waypost.model import Audience

from .portfolio import PortfolioView, Reference

WRITERS = (Audience.FAMILY, Audience.PANEL)
"""Those who come from outside. A learner and an advisor write into the plan itself; the public is nobody to answer."""


@dataclass(frozen=True)
class ReplyView:
    """A form for writing back: the school's `post` (an age recipient) and what an answer can be about."""

    post: str
    goals: tuple[Reference, ...]
    evidence: tuple[Reference, ...]


def build_reply_view(view: PortfolioView, post: str) -> ReplyView | None:
    """The form for the audience of `view`, or None where it has none. It names nothing that the view does not show."""
    if view.audience not in WRITERS:
        return None
    goals: dict[str, Reference] = {}
    for goal in view.goals or ():
        for one in (goal, *goal.short):
            goals.setdefault(one.id, Reference("goal", one.id, one.title))
    evidence = tuple(Reference("evidence", piece.id, piece.title) for piece in view.evidence or ())
    return ReplyView(post, tuple(goals.values()), evidence)
