"""A portfolio as one audience sees it on one day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from waypost.model import Audience, Portfolio
from waypost.model.guide import Stage

from .cycle import build_cycle_view
from .evidence import build_evidence_views
from .expectations import build_expectation_views
from .gallery import build_gallery_views
from .gaps import build_gap_views
from .goals import GOAL_CLOSED, STEP_CLOSED, build_goal_views
from .growth import build_growth_views
from .journey import build_journey_views, build_reflection_views, build_transition_views
from .periods import build_period_views, meeting_days
from .portfolio import PortfolioView
from .presentation import build_presentation_view
from .profile import build_learner_view, build_profile_view
from .scope import DAY, Scope
from .timeline import build_timeline_views


def build_portfolio_view(
    portfolio: Portfolio, audience: Audience, today: datetime.date, stages: Sequence[Stage] = ()
) -> PortfolioView:
    """Builds what `audience` sees of `portfolio` on `today`. Pure: the same input gives the same view.

    `stages` are those of the planning cycle; without them, the view says nothing of it.

    Source: design, section 4 (audience first): whatever is not in the view cannot reach a page.
    """
    scope = Scope(portfolio, audience, today)
    goals, evidence = build_goal_views(scope), build_evidence_views(scope)
    view = PortfolioView(
        audience=audience,
        learner=build_learner_view(scope),
        profile=build_profile_view(scope),
        goals=goals,
        evidence=evidence,
        growth=build_growth_views(scope),
        periods=(),
        timeline=build_timeline_views(goals, evidence, today),
        expectations=build_expectation_views(scope),
        reflections=build_reflection_views(scope),
        journey=build_journey_views(scope),
        cycle=build_cycle_view(scope, stages),
        transition=build_transition_views(scope),
        presentation=None,
        gallery=(),
        gaps=None,
        own=scope.own(scope.plp) if scope.sees.section("profile") else (),
        changes_on=None,
    )
    # Made of the view, so that they tell of nothing that its pages do not show.
    view = replace(view, periods=build_period_views(view, today), changes_on=_next_change(scope, view))
    view = replace(view, gallery=build_gallery_views(view), gaps=build_gap_views(view))
    if not scope.sees.section("presentation"):
        return view
    # Made of the view, so that no slide shows more than the pages do.
    room = scope if audience is Audience.PANEL else Scope(portfolio, Audience.PANEL, today)
    return replace(view, presentation=build_presentation_view(view, room))


def _next_change(scope: Scope, view: PortfolioView) -> datetime.date | None:
    under_way = [goal for goal in scope.goals if goal.status not in GOAL_CLOSED]
    open_days = [
        *(goal.by for goal in under_way),
        *(step.due for goal in scope.goals for step in scope.steps(goal) if step.status not in STEP_CLOSED),
        # A step without a due day stands on the map by its first one.
        *(
            step.start
            for goal in under_way
            for step in scope.steps(goal)
            if step.status not in STEP_CLOSED and not step.due
        ),
        *meeting_days(view),
        *(task.due for change in scope.transition for task in change.tasks if not task.done),
    ]
    # Somebody may write the calendar's last day for never; no day follows it.
    last = datetime.date.max
    return min((day + DAY for day in open_days if day is not None and scope.today <= day < last), default=None)
