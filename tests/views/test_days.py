"""What the day changes: what is late, and when the same plan gives another view."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from views.examples import PLAN, plan_with, portfolio_of, view_of
from waypost.model import Audience
from waypost.views import build_portfolio_view

AUDIENCES = ("self", "advisor", "family", "panel", "public")
DUE = "2026-03-15"
STEPS = {"planned": True, "under way": True, "done": False, "set aside": False}
GOALS = {"active": True, "met": False, "changed": False, "set aside": False}
DAYS = [("2026-03-14", False), ("2026-03-15", False), ("2026-03-16", True), ("2031-01-01", True)]


def plan_due(step: str = "planned", goal: str = "active", task: bool = False) -> dict[str, Any]:
    steps = [{"id": "step", "title": "Step", "due": DUE, "status": step}]
    return {
        "plan": {"name": "Somebody"},
        "goals": [{"id": "goal", "title": "Goal", "term": "long", "by": DUE, "status": goal, "steps": steps}],
        "transition": [{"title": "Away", "tasks": [{"title": "Task", "due": DUE, "done": task}]}],
    }


@pytest.mark.parametrize(("today", "passed"), DAYS)
@pytest.mark.parametrize(("status", "is_open"), STEPS.items())
def test_a_step_is_late_once_its_day_is_over_and_it_is_open(
    status: str, is_open: bool, today: str, passed: bool
) -> None:
    view = view_of(plan_due(step=status), "self", date.fromisoformat(today))
    assert view.goals is not None
    assert view.goals[0].steps[0].late is (passed and is_open)


@pytest.mark.parametrize(("today", "passed"), DAYS)
@pytest.mark.parametrize(("status", "is_open"), GOALS.items())
def test_a_goal_is_late_once_its_day_is_over_and_it_is_open(
    status: str, is_open: bool, today: str, passed: bool
) -> None:
    view = view_of(plan_due(goal=status), "self", date.fromisoformat(today))
    assert view.goals is not None
    assert view.goals[0].late is (passed and is_open)


@pytest.mark.parametrize(("today", "passed"), DAYS)
@pytest.mark.parametrize("done", [False, True])
def test_a_task_is_late_once_its_day_is_over_and_it_is_open(done: bool, today: str, passed: bool) -> None:
    view = view_of(plan_due(task=done), "self", date.fromisoformat(today))
    assert view.transition is not None
    assert view.transition[0].tasks[0].late is (passed and not done)


def test_what_has_no_day_is_never_late() -> None:
    plan = {
        "plan": {"name": "Somebody"},
        "goals": [{"id": "goal", "title": "Goal", "term": "long", "steps": [{"id": "step", "title": "Step"}]}],
        "transition": [{"title": "Away", "tasks": [{"title": "Task"}]}],
    }
    view = view_of(plan, "self", date.max)
    assert view.goals is not None
    assert view.transition is not None
    assert not view.goals[0].late
    assert not view.goals[0].steps[0].late
    assert not view.transition[0].tasks[0].late
    assert view.changes_on is None


def test_a_view_changes_on_the_day_after_the_next_one_that_is_due() -> None:
    assert view_of(plan_due(), "self", date(2026, 3, 15)).changes_on == date(2026, 3, 16)
    assert view_of(plan_due(), "self", date(2026, 3, 16)).changes_on is None
    assert view_of(plan_due("done", "met", True), "self", date(2026, 3, 1)).changes_on is None


@pytest.mark.parametrize("last", ["9999-12-31", "9999-12-30"])
def test_the_last_days_of_the_calendar_can_be_written(last: str) -> None:
    plan = {"plan": {"name": "Somebody"}, "goals": [{"id": "goal", "title": "Goal", "term": "long", "by": last}]}
    view = view_of(plan, "self", date(2026, 3, 1))
    assert view.goals is not None
    assert view.goals[0].by == date.fromisoformat(last)
    assert view.changes_on == (date.max if last == "9999-12-30" else None)


# Each of these is due on a day of its own: the goal last, the step before it, the task of the transition first.
NEXT = {
    "self": date(2026, 11, 16),
    "advisor": date(2026, 11, 16),
    "family": date(2026, 11, 16),
    "panel": date(2026, 12, 2),
    "public": None,
}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_day_comes_from_what_this_audience_sees_alone(audience: str) -> None:
    assert view_of(PLAN, audience).changes_on == NEXT[audience]


def test_what_is_hidden_moves_no_day() -> None:
    assert view_of(plan_with({"transition": []}), "family").changes_on == date(2026, 12, 2)
    assert view_of(plan_with({"transition": [], "step": []}), "family").changes_on == date(2027, 6, 2)
    assert view_of(plan_with({"transition": [], "goal": []}), "family").changes_on is None


NEAR = st.dates(date(2026, 1, 1), date(2026, 1, 21)) | st.dates()
SOMETIMES = st.none() | NEAR.map(date.isoformat)
SOME = st.none() | st.lists(st.sampled_from(AUDIENCES), unique=True)


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """Plans of goals, steps and tasks with days near each other, each shown to somebody else."""

    def shown(part: dict[str, Any]) -> dict[str, Any]:
        audiences = draw(SOME)
        return part if audiences is None else {**part, "for": audiences}

    def step(id_: str) -> dict[str, Any]:
        days = {"start": draw(SOMETIMES), "due": draw(SOMETIMES), "done": draw(SOMETIMES)}
        pathway = draw(st.sampled_from([None, "work"]))
        status = draw(st.sampled_from(list(STEPS)))
        return shown({"id": id_, "title": id_, **days, "pathway": pathway, "status": status})

    def goal(number: int) -> dict[str, Any]:
        steps = [step(f"step-{number}-{each}") for each in range(draw(st.integers(0, 2)))]
        term = draw(st.sampled_from(["short", "long"]))
        serves = ["goal-0"] if term == "short" and number else []
        part = {"id": f"goal-{number}", "title": f"goal-{number}", "term": term, "serves": serves, "steps": steps}
        return shown({**part, "by": draw(SOMETIMES), "status": draw(st.sampled_from(list(GOALS)))})

    def change(number: int) -> dict[str, Any]:
        tasks = [{"title": "Task", "due": draw(SOMETIMES), "done": draw(st.booleans())}]
        return shown({"title": f"change-{number}", "tasks": tasks})

    meetings = [shown({"date": draw(NEAR.map(date.isoformat))}) for _ in range(draw(st.integers(0, 2)))]
    placed = {"expectation": "talk", "level": "first", "date": "2026-01-05", "by": "self"}
    return {
        "plan": {"name": "Somebody", "meetings": meetings},
        "achievement": [shown(placed)] if draw(st.booleans()) else [],
        "goals": [goal(number) for number in range(draw(st.integers(0, 3)))],
        "transition": [change(number) for number in range(draw(st.integers(0, 2)))],
    }


@settings(deadline=None)
@given(plans(), st.sampled_from(AUDIENCES), NEAR, st.data())
def test_a_view_stays_the_same_until_the_day_on_which_it_changes(
    plan: dict[str, Any], audience: str, today: date, data: st.DataObject
) -> None:
    view = view_of(plan, audience, today)
    end = view.changes_on
    last = end - timedelta(days=1) if end else date.max
    assert today <= last
    for day in (last, data.draw(st.dates(today, last))):
        assert view_of(plan, audience, day) == view
    if end:
        assert dataclasses.replace(view_of(plan, audience, end), changes_on=end) != view


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_same_portfolio_gives_the_same_view(audience: str) -> None:
    portfolio = portfolio_of(PLAN)
    before = portfolio.plp.model_copy(deep=True), portfolio.school.model_copy(deep=True), dict(portfolio.files)
    today = date(2026, 10, 1)
    first = build_portfolio_view(portfolio, Audience(audience), today)
    assert build_portfolio_view(portfolio, Audience(audience), today) == first
    assert build_portfolio_view(portfolio_of(PLAN), Audience(audience), today) == first
    assert (portfolio.plp, portfolio.school, portfolio.files) == before
