"""The time that a portfolio tells of."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView


def find_span(view: PortfolioView) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that anything in `view` is dated with, as far as it has happened; None without any.

    Days to come (due dates, meetings and changes ahead) do not count: the view does not know today.
    """
    days = [
        view.learner.started,
        *(piece.date for piece in view.evidence or ()),
        *(placement.date for proficiency in view.growth or () for placement in proficiency.placements),
        *(reflection.date for reflection in view.reflections or ()),
        *(entry.date for entry in view.journey or () if entry.kind == "revision"),
    ]
    dated = [day for day in days if day is not None]
    return (min(dated), max(dated)) if dated else None
