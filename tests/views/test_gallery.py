"""Other ways to look at evidence: every piece stands in each of them, and nothing else does."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.examples import view_of
from waypost.views.gallery import FEW, GroupView

AUDIENCES = ("self", "advisor", "family", "panel", "public")


def plan_of(pieces: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    evidence = [
        {"link": "https://example.org/", "title": f"Piece {number}", **one} for number, one in enumerate(pieces)
    ]
    return {"plan": {"name": "Ida"}, "evidence": evidence, **more}


def named(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"p{number}", **more} for number in range(count)]


GOALS = [
    {
        "id": "long",
        "title": "Long",
        "term": "long",
        "steps": [{"id": "step", "title": "Step", "evidence": ["p2"]}],
    },
    {"id": "short", "title": "Short", "term": "short", "serves": ["long"]},
    {"id": "empty", "title": "Empty", "term": "short"},
]


def ways_of(plan: dict[str, Any], audience: str = "self", **options: Any) -> dict[str, tuple[GroupView, ...]]:
    return {way.way: way.groups for way in view_of(plan, audience, **options).gallery}


def test_few_pieces_need_no_other_way() -> None:
    days = [{"id": f"p{year}", "date": f"20{year}-01-01"} for year in range(10, 10 + FEW)]
    assert ways_of(plan_of(days)) == {}
    assert list(ways_of(plan_of([*days, {"id": "one-more"}]))) == ["time"]


def test_a_way_with_one_heading_for_all_is_left_out() -> None:
    assert ways_of(plan_of(named(FEW + 1, date="2026-05-01", expectations=["talk"]))) == {}


def test_a_goal_has_what_names_it_and_what_it_and_its_steps_name() -> None:
    pieces = named(8)
    pieces[0]["goals"] = ["long", "short"]
    pieces[1]["steps"] = ["step"]
    groups = ways_of(plan_of(pieces, goals=GOALS))["goal"]
    assert groups == (
        GroupView(("p0", "p1", "p2"), "Long", "#goals/long"),
        GroupView(("p0",), "Short", "#goals/short"),
        GroupView(("p3", "p4", "p5", "p6", "p7")),
    )


def test_a_proficiency_has_what_names_it_and_what_placements_rest_on() -> None:
    pieces = named(7)
    pieces[1]["expectations"] = ["think", "talk"]
    placed = [{"expectation": "talk", "level": "first", "date": "2026-01-01", "by": "self", "evidence": ["p4"]}]
    plan = plan_of(pieces, achievement=placed)
    assert ways_of(plan)["proficiency"] == (
        GroupView(("p1", "p4"), "Talking", "#growth/talk"),
        GroupView(("p1",), "Thinking", "#growth/think"),
        GroupView(("p0", "p2", "p3", "p5", "p6")),
    )
    # A panel sees no placements: neither what they rest on, nor a page to go to.
    assert ways_of(plan, "panel")["proficiency"] == (
        GroupView(("p1",), "Thinking"),
        GroupView(("p1",), "Talking"),
        GroupView(("p0", "p2", "p3", "p4", "p5", "p6")),
    )


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_is_in_a_way_that_its_audience_does_not_see(audience: str) -> None:
    pieces = [{"id": f"p{at}", "date": f"20{10 + at}-05-01", "goals": ["long"]} for at in range(20)]
    for at in range(0, 20, 2):
        pieces[at]["for"] = ["advisor", "panel"]
    goals = [{"id": "long", "title": "Long", "term": "long", "for": ["advisor"]}]
    view = view_of(plan_of(pieces, goals=goals), audience)
    seen = {piece.id for piece in view.evidence or ()}
    assert len(seen) == {"self": 20, "advisor": 20, "family": 10, "panel": 20, "public": 0}[audience]
    assert {id_ for way in view.gallery for group in way.groups for id_ in group.pieces} == seen
    assert ("Long" in repr(view.gallery)) == (audience in {"self", "advisor"} and "goal" in ways_of_view(view))


def ways_of_view(view: Any) -> set[str]:
    return {way.way for way in view.gallery}


def test_full_months_are_headings_and_else_years() -> None:
    months = [{"id": f"p{at}", "date": f"2026-0{1 + at // 4}-1{at % 4}"} for at in range(8)]
    assert [group.month for group in ways_of(plan_of(months))["time"]] == [
        datetime.date(2026, 2, 1),
        datetime.date(2026, 1, 1),
    ]
    years = [{"id": f"p{at}", "date": f"{2020 + at % 2}-0{1 + at % 8}-01"} for at in range(8)]
    assert [group.year for group in ways_of(plan_of([*years, {"id": "undated"}]))["time"]] == [2021, 2020, None]


DAYS = st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 12, 31))


@given(days=st.lists(DAYS, min_size=FEW + 1, max_size=40))
def test_by_time_every_piece_stands_once_in_the_order_of_the_page(days: list[datetime.date | None]) -> None:
    pieces = [{"id": f"p{at}", **({"date": day.isoformat()} if day else {})} for at, day in enumerate(days)]
    view = view_of(plan_of(pieces), "self")
    for way in view.gallery:
        stands = [id_ for group in way.groups for id_ in group.pieces]
        assert stands == [piece.id for piece in view.evidence or ()]
