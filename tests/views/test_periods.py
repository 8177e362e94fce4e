"""What moved since a meeting, in each voice, and what the plan does toward the school's expectations."""

from __future__ import annotations

from datetime import date
from typing import Any

from views.examples import SCHOOL, view_of
from waypost.views.expectations import ExpectationView
from waypost.views.periods import PeriodView

TODAY = date(2026, 5, 1)
LATE_2025, SPRING = {"id": "fall", "date": "2025-10-01"}, {"id": "spring", "date": "2026-03-01", "title": "Spring"}


def placed(day: str, level: str, by: str = "teacher", expectation: str = "talk", **more: Any) -> dict[str, Any]:
    return {"expectation": expectation, "level": level, "date": day, "by": by, **more}


def periods(
    meetings: list[dict[str, Any]], *moments: dict[str, Any], audience: str = "self", **parts: Any
) -> tuple[PeriodView, ...]:
    plan = {"plan": {"name": "Somebody", "meetings": meetings}, "achievement": list(moments), **parts}
    return view_of(plan, audience, TODAY).periods


def told(period: PeriodView) -> list[tuple[str, str, str, str | None]]:
    """Each movement: of what, by whom, to which level, from which."""
    return [
        (one.proficiency, one.placement.by, one.placement.level, one.before.level if one.before else None)
        for one in period.movements
    ]


def test_periods_begin_at_meetings_before_today_and_the_latest_comes_first() -> None:
    later = [{"date": "2026-05-01"}, {"date": "2026-06-01"}]
    found = periods([LATE_2025, SPRING, *later], placed("2025-09-01", "first"))
    assert [period.since for period in found] == [date(2026, 3, 1), date(2025, 10, 1)]
    assert [one.title for one in found[0].meetings] == ["Spring"]


def test_a_movement_is_told_within_one_voice() -> None:
    moments = [
        placed("2025-09-01", "first"),
        placed("2025-12-01", "first", "self"),
        placed("2026-04-01", "second"),
        placed("2026-04-02", "second", "self"),
        placed("2026-04-03", "first", "peer"),
    ]
    spring, fall = periods([LATE_2025, SPRING], *moments)
    assert told(spring) == [
        ("talk", "peer", "First level", None),
        ("talk", "self", "Second level", "First level"),
        ("talk", "teacher", "Second level", "First level"),
    ]
    assert told(fall) == [*told(spring)[:1], ("talk", "self", "Second level", None), told(spring)[2]]


def test_the_latest_placement_of_a_voice_is_told_and_not_each() -> None:
    (spring,) = periods([SPRING], placed("2026-04-01", "first"), placed("2026-04-09", "second"))
    assert told(spring) == [("talk", "teacher", "Second level", None)]


def test_what_is_dated_with_the_meetings_own_day_was_there_at_it() -> None:
    (spring,) = periods([SPRING], placed("2026-03-01", "first"))
    assert told(spring) == []


def test_pieces_since_a_meeting_are_counted_and_the_newest_are_named() -> None:
    pieces: list[dict[str, Any]] = [
        {"id": f"piece-{number}", "title": "Piece", "link": "https://work.example/", "date": f"2026-04-0{number}"}
        for number in range(1, 7)
    ]
    old = {**pieces[0], "id": "old", "date": "2026-03-01"}
    undated = {"id": "undated", "title": "Piece", "link": "https://work.example/"}
    (spring,) = periods([SPRING], placed("2026-01-01", "first"), evidence=[old, undated, *pieces])
    assert (spring.count, [one.id for one in spring.pieces]) == (6, ["piece-6", "piece-5", "piece-4", "piece-3"])


def test_without_a_meeting_or_a_placement_nothing_is_said_to_have_moved() -> None:
    assert periods([], placed("2026-04-01", "first")) == ()
    assert periods([SPRING]) == ()


def test_a_meeting_that_is_hidden_begins_no_period() -> None:
    hidden = {**SPRING, "for": ["advisor"]}
    found = periods([LATE_2025, hidden], placed("2026-04-01", "first"), audience="family")
    assert [period.since for period in found] == [date(2025, 10, 1)]


def expectations(*goals: dict[str, Any], audience: str = "self", **more: Any) -> tuple[ExpectationView, ...] | None:
    plan = {"plan": {"name": "Somebody"}, "goals": list(goals)}
    return view_of(plan, audience, TODAY, **more).expectations


def goal(steps: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": "goal", "title": "Goal", "term": "long", "steps": steps, **more}


def test_steps_count_toward_what_they_or_their_goal_name() -> None:
    steps: list[dict[str, Any]] = [
        {"id": "a", "title": "A", "status": "done"},
        {"id": "b", "title": "B", "expectations": ["think"]},
        {"id": "c", "title": "C", "status": "set aside"},
    ]
    found = expectations(goal(steps, expectations=["talk"]))
    assert found is not None
    talk, think = found
    assert (talk.done, talk.total, [one.id for one in talk.goals]) == (1, 2, ["goal"])
    assert (think.done, think.total, think.goals) == (0, 1, ())


def test_an_expectation_that_nothing_counts_toward_is_named_to_those_who_see_all_goals() -> None:
    every = [one["id"] for one in SCHOOL["proficiencies"]]
    assert [one.id for one in expectations(goal([])) or ()] == every
    public: dict[str, Any] = {"for": ["public"]}
    shown = goal([{"id": "a", "title": "A", "expectations": ["talk"], **public}], **public)
    assert [one.id for one in expectations(shown, audience="public") or ()] == ["talk"]
    assert expectations(goal([]), audience="public") is None


def test_a_proficiency_names_the_evidence_that_shows_it() -> None:
    piece = {"id": "piece", "title": "Piece", "link": "https://work.example/", "expectations": ["think"]}
    view = view_of({"plan": {"name": "Somebody"}, "evidence": [piece, {**piece, "id": "hid", "for": []}]}, "family")
    assert view.growth is not None
    assert [(one.id, [each.id for each in one.shown_by]) for one in view.growth] == [("talk", []), ("think", ["piece"])]
