"""The plan as a map: what stands on a line, before and after today."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from views.examples import view_of
from waypost.views.timeline import LineView, StopView

TODAY = date(2026, 5, 1)


def goal(id_: str, term: str = "long", *, serves: str = "", **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_, "term": term, "serves": [serves] if serves else [], **more}


def step(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_, **more}


def lines(*goals: dict[str, Any], audience: str = "self", **parts: Any) -> tuple[LineView, ...]:
    view = view_of({"plan": {"name": "Somebody"}, "goals": list(goals), **parts}, audience, TODAY)
    assert view.timeline is not None
    return view.timeline


def name(stop: StopView | LineView) -> str:
    if isinstance(stop, StopView):
        return stop.item.id
    return stop.goal.id if stop.goal else stop.pathway or ""


def places(line: LineView) -> tuple[list[str], list[str], list[str]]:
    """What lies behind today, ahead of it, and without a day."""
    past, ahead, undated = ([name(stop) for stop in stops] for stops in (line.past, line.ahead, line.undated))
    return past, ahead, undated


@pytest.mark.parametrize(
    ("days", "place"),
    [
        ({"status": "done", "done": "2026-04-30"}, "past"),
        ({"status": "done", "done": "2026-04-30", "due": "2026-09-01"}, "past"),
        ({"status": "done", "due": "2026-09-01"}, "past"),
        ({"status": "done"}, "undated"),
        ({"status": "set aside", "due": "2026-09-01"}, "past"),
        ({"status": "planned", "due": "2026-04-30"}, "past"),
        ({"status": "planned", "due": "2026-05-01"}, "ahead"),
        ({"status": "under way", "due": "2026-09-01", "start": "2026-01-01"}, "ahead"),
        ({"status": "under way", "start": "2026-01-01"}, "past"),
        ({"status": "planned", "start": "2026-05-02"}, "ahead"),
        ({"status": "planned"}, "undated"),
    ],
)
def test_a_step_stands_by_its_day_or_its_end(days: dict[str, str], place: str) -> None:
    (line,) = lines(goal("long", steps=[step("one", **days)]))
    assert [place for place in ("past", "ahead", "undated") if getattr(line, place)] == [place]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"status": "done", "done": "2026-04-30", "due": "2026-04-01"}, ("done", date(2026, 4, 30))),
        ({"status": "under way", "start": "2026-01-01", "due": "2026-09-01"}, ("due", date(2026, 9, 1))),
        ({"status": "under way", "start": "2026-01-01"}, ("from", date(2026, 1, 1))),
    ],
)
def test_a_stop_says_which_of_its_days_it_stands_at(days: dict[str, str], told: tuple[str, date]) -> None:
    (line,) = lines(goal("long", steps=[step("one", **days)]))
    (stop,) = (*line.past, *line.ahead)
    assert isinstance(stop, StopView)
    assert (stop.day_is, stop.day) == told


def test_stops_are_in_order_of_their_days() -> None:
    steps = [step("later", due="2026-08-01"), step("sooner", due="2026-06-01"), step("second", due="2026-06-01")]
    assert places(lines(goal("long", steps=steps))[0]) == ([], ["sooner", "second", "later"], [])


def test_a_short_goal_joins_its_long_one_on_its_day() -> None:
    short = goal("short", "short", serves="long", by="2026-07-01", steps=[step("inner", due="2026-06-15")])
    long = goal("long", steps=[step("before", due="2026-06-20"), step("after", due="2026-07-20")])
    (line,) = lines(long, short)
    assert places(line) == ([], ["before", "short", "after"], [])
    branch = line.ahead[1]
    assert isinstance(branch, LineView)
    assert places(branch) == ([], ["inner"], [])


def test_a_short_goal_that_is_open_without_a_day_ahead_stands_where_no_day_is() -> None:
    short = goal("short", "short", serves="long", steps=[step("inner", due="2026-04-15")])
    assert places(lines(goal("long"), short)[0]) == ([], [], ["short"])


def test_a_short_goal_that_is_reached_lies_behind_whatever_its_day() -> None:
    short = goal("short", "short", serves="long", by="2026-12-01", status="met")
    assert places(lines(goal("long"), short)[0]) == (["short"], [], [])


def test_a_short_goal_of_two_long_ones_is_told_once_and_named_then() -> None:
    short = {**goal("short", "short", steps=[step("inner")]), "serves": ["one", "two"]}
    one, two = lines(goal("one"), goal("two"), short)
    (first,), (second,) = one.undated, two.undated
    assert isinstance(first, LineView)
    assert isinstance(second, LineView)
    assert (first.again, first.stops) == (False, 1)
    assert (second.again, second.stops) == (True, 0)


def test_a_pathway_other_than_the_goals_own_is_a_branch() -> None:
    steps = [step("mine", pathway="work"), step("none"), step("other", pathway="work")]
    (own,) = lines(goal("long", pathway="work", steps=steps))
    assert places(own) == ([], [], ["mine", "none", "other"])
    (branched,) = lines(goal("long", steps=steps))
    assert places(branched) == ([], [], ["none", "Work-based learning"])
    branch = branched.undated[1]
    assert isinstance(branch, LineView)
    assert places(branch) == ([], [], ["mine", "other"])


def test_a_goal_that_is_closed_has_no_today_and_stands_last() -> None:
    met = goal("met", status="met", steps=[step("one", due="2026-09-01"), step("two")])
    still, over = lines(met, goal("open"))
    assert (still.closed, over.closed) == (False, True)
    assert places(over) == (["one"], [], ["two"])


def test_evidence_is_a_stop_of_its_step_or_else_of_its_goal() -> None:
    def piece(id_: str, **more: Any) -> dict[str, Any]:
        return {"id": id_, "title": id_, "link": "https://work.example/", "goals": ["long"], **more}

    short = goal("short", "short", serves="long", steps=[step("inner", evidence=["deep"])])
    long = goal("long", steps=[step("one", due="2026-04-01", evidence=["named"])])
    pieces = [piece("named"), piece("deep"), piece("free", date="2026-03-01"), piece("undated")]
    (line,) = lines(long, short, evidence=pieces)
    assert places(line) == (["free", "one"], [], ["undated", "short"])
    stop = line.past[1]
    assert isinstance(stop, StopView)
    assert [one.id for one in stop.pieces] == ["named"]


def test_steps_are_counted_without_those_set_aside() -> None:
    steps = [step("a", status="done"), step("b", status="set aside"), step("c"), step("d", status="under way")]
    (line,) = lines(goal("long", steps=steps))
    assert (line.done, line.total, line.stops) == (1, 3, 4)


def test_short_goals_that_lead_to_a_goal_are_counted_without_those_given_up() -> None:
    states = ("met", "active", "changed", "set aside")
    shorts = [goal(f"short-{place}", "short", serves="long", status=state) for place, state in enumerate(states)]
    (line,) = lines(goal("long"), *shorts)
    assert (line.reached, line.leading) == (1, 2)


def test_a_hidden_step_is_not_on_the_map_and_not_counted() -> None:
    steps = [step("a", status="done"), step("b", **{"for": ["advisor"]})]
    (line,) = lines(goal("long", steps=steps), audience="family")
    assert (places(line), line.total) == (([], [], ["a"]), 1)
