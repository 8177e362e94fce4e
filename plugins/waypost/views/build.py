"""A portfolio as one audience sees it on one day."""

from __future__ import annotations

import datetime
from dataclasses import replace

from waypost.model import Audience, Portfolio

from .evidence import build_evidence_views
from .goals import GOAL_CLOSED, STEP_CLOSED, build_goal_views
from .growth import build_growth_views
from .journey import build_journey_views, build_reflection_views, build_transition_views
from .portfolio import PortfolioView
from .presentation import build_presentation_view
from .profile import build_learner_view, build_profile_view
from .scope import DAY, Scope


def build_portfolio_view(portfolio: Portfolio, audience: Audience, today: datetime.date) -> PortfolioView:
    """Builds what `audience` sees of `portfolio` on `today`. Pure: the same input gives the same view.

    Source: design, section 4 (audience first): whatever is not in the view cannot reach a page.
    """
    scope = Scope(portfolio, audience, today)
    view = PortfolioView(
        audience=audience,
        learner=build_learner_view(scope),
        profile=build_profile_view(scope),
        goals=build_goal_views(scope),
        evidence=build_evidence_views(scope),
        growth=build_growth_views(scope),
        reflections=build_reflection_views(scope),
        journey=build_journey_views(scope),
        transition=build_transition_views(scope),
        presentation=None,
        own=scope.own(scope.plp) if scope.sees.section("profile") else (),
        changes_on=_next_change(scope),
    )
    if not scope.sees.section("presentation"):
        return view
    # Made of the view, so that no slide shows more than the pages do.
    room = scope if audience is Audience.PANEL else Scope(portfolio, Audience.PANEL, today)
    return replace(view, presentation=build_presentation_view(view, room))


def _next_change(scope: Scope) -> datetime.date | None:
    open_days = [
        *(goal.by for goal in scope.goals if goal.status not in GOAL_CLOSED),
        *(step.due for goal in scope.goals for step in scope.steps(goal) if step.status not in STEP_CLOSED),
        *(task.due for change in scope.transition for task in change.tasks if not task.done),
    ]
    # Somebody may write the calendar's last day for never; no day follows it.
    last = datetime.date.max
    return min((day + DAY for day in open_days if day is not None and scope.today <= day < last), default=None)
