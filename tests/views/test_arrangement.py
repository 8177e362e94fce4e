"""How what is seen is put in order: goals under goals, evidence beside what it belongs to, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from views.examples import PLAN, TODAY, portfolio_of, view_of
from waypost.model import Audience, School
from waypost.model.portfolio import Portfolio
from waypost.views import PortfolioView, build_portfolio_view
from waypost.views.portfolio import GoalView, Reference

NAME = {"name": "Somebody"}
PAGES = ("profile", "goals", "evidence", "growth", "reflections", "journey", "transition")


def goal(id_: str, term: str, *serves: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_.title(), "term": term, "serves": list(serves), **more}


def evidence(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_.title(), "link": "https://work.example/", **more}


def tree(goals: Iterable[GoalView] | None) -> list[tuple[str, list[str]]]:
    assert goals is not None
    return [(one.id, [short.id for short in one.short]) for one in goals]


def ids(references: Iterable[Reference]) -> list[str]:
    return [reference.id for reference in references]


def view_with(audience: str = "self", **parts: Any) -> PortfolioView:
    return view_of({"plan": NAME, **parts}, audience)


def test_short_goals_stand_under_the_long_ones_that_they_serve() -> None:
    goals = [
        goal("by-june", "short", "college"),
        goal("college", "long"),
        goal("alone", "short"),
        goal("band", "long"),
        goal("both", "short", "band", "college"),
    ]
    view = view_with(goals=goals)
    assert tree(view.goals) == [("college", ["by-june", "both"]), ("band", ["both"]), ("alone", [])]


def test_a_short_goal_whose_long_one_is_hidden_stands_alone() -> None:
    goals = [goal("college", "long", **{"for": []}), goal("by-june", "short", "college"), goal("band", "long")]
    assert tree(view_with("family", goals=goals).goals) == [("band", []), ("by-june", [])]
    assert tree(view_with("self", goals=goals).goals) == [("college", ["by-june"]), ("band", [])]


def test_a_short_goal_stands_under_the_one_of_its_long_goals_that_is_seen() -> None:
    goals = [goal("college", "long", **{"for": []}), goal("band", "long"), goal("both", "short", "band", "college")]
    view = view_with("family", goals=goals)
    assert tree(view.goals) == [("band", ["both"])]
    assert view.goals is not None
    assert ids(view.goals[0].short[0].serves) == ["band"]


def test_a_hidden_short_goal_is_not_under_its_long_one() -> None:
    goals = [goal("college", "long"), goal("by-june", "short", "college", **{"for": ["advisor"]})]
    assert tree(view_with("family", goals=goals).goals) == [("college", [])]


def test_evidence_stands_with_a_step_whichever_of_the_two_names_the_other() -> None:
    step = {"id": "step", "title": "Step", "evidence": ["named", "both"]}
    view = view_with(
        goals=[goal("college", "long", steps=[step])],
        evidence=[evidence("naming", steps=["step"]), evidence("both", steps=["step"]), evidence("named")],
    )
    assert view.goals is not None
    assert ids(view.goals[0].steps[0].evidence) == ["named", "both", "naming"]
    assert view.evidence is not None
    assert [(piece.id, ids(piece.steps)) for piece in view.evidence] == [
        ("naming", ["step"]),
        ("both", ["step"]),
        ("named", ["step"]),
    ]


def test_evidence_stands_with_the_goal_that_it_names() -> None:
    view = view_with(goals=[goal("college", "long")], evidence=[evidence("essay", goals=["college", "college"])])
    assert view.goals is not None
    assert view.goals[0].evidence == (Reference("evidence", "essay", "Essay"),)
    assert view.goals[0].evidence[0].href == "#evidence/essay"
    assert view.evidence is not None
    assert view.evidence[0].goals == (Reference("goal", "college", "College"),)
    assert view.evidence[0].goals[0].href == "#goals/college"


def test_the_newest_evidence_comes_first_and_undated_evidence_last_in_its_order() -> None:
    pieces = [
        evidence("undated"),
        evidence("old", date="2025-01-01"),
        evidence("new", date="2026-01-01"),
        evidence("sooner", date="2026-01-01"),
        evidence("timeless"),
    ]
    view = view_with(evidence=pieces)
    assert view.evidence is not None
    assert [piece.id for piece in view.evidence] == ["new", "sooner", "old", "undated", "timeless"]
    assert ids(view.learner.latest) == ["new", "sooner", "old"]


def test_the_cover_shows_the_latest_of_what_this_audience_sees() -> None:
    pieces = [evidence(f"piece-{day}", date=f"2026-01-0{day}") for day in range(1, 6)]
    pieces[4]["for"] = []
    assert ids(view_with("family", evidence=pieces).learner.latest) == ["piece-4", "piece-3", "piece-2"]


def test_reflections_and_journey_begin_with_the_newest() -> None:
    view = view_with(
        plan={**NAME, "meetings": [{"date": "2025-09-01"}, {"id": "spring", "date": "2026-03-01", "title": "Spring"}]},
        reflections=[
            {"id": "first", "date": "2025-10-01", "by": "student", "text": "One."},
            {"id": "second", "date": "2025-12-01", "by": "peer", "text": "Two."},
        ],
        revisions=[
            {"date": "2025-11-01", "why": "Because."},
            {"date": "2026-03-01", "why": "So.", "meeting": "spring", "reflections": ["second"]},
        ],
    )
    assert view.reflections is not None
    assert view.journey is not None
    assert [one.id for one in view.reflections] == ["second", "first"]
    assert [(entry.kind, entry.date.isoformat()) for entry in view.journey] == [
        ("revision", "2026-03-01"),
        ("meeting", "2026-03-01"),
        ("revision", "2025-11-01"),
        ("meeting", "2025-09-01"),
    ]
    last = view.journey[0]
    assert last.kind == "revision"
    assert last.meeting == Reference("meeting", "spring", "Spring")
    assert last.meeting.href == "#journey/spring"
    assert ids(last.reflections) == ["second"]
    assert last.reflections[0].href == "#reflections/second"


def test_growth_shows_every_proficiency_with_its_placements_from_the_first_on() -> None:
    placements = [
        {"expectation": "talk", "level": "second", "date": "2026-05-01", "by": "teacher"},
        {"expectation": "talk", "level": "first", "date": "2025-05-01", "by": "self"},
    ]
    view = view_with(achievement=placements)
    assert view.growth is not None
    talk, think = view.growth
    assert (talk.name, talk.area, talk.levels) == ("Talking", "Skills", ("First level", "Second level"))
    assert [(one.level, one.position, one.by) for one in talk.placements] == [
        ("First level", 1, "self"),
        ("Second level", 2, "teacher"),
    ]
    assert (think.name, think.placements) == ("Thinking", ())


def test_names_of_the_schools_proficiencies_and_pathways_stand_for_their_ids() -> None:
    view = view_of(PLAN, "self")
    assert view.goals is not None
    top = view.goals[0]
    assert (top.expectations, top.pathway, top.values) == (("Talking",), "Work-based learning", ("value-text",))
    assert (top.steps[0].expectations, top.steps[0].pathway) == (("Thinking",), "Work-based learning")


def test_own_fields_come_in_the_schools_order_under_its_labels() -> None:
    plan = {"plan": {**NAME, "pronouns": "they", "clubs": ["chess", "choir"], "bus": "", "stray": "not declared"}}
    fields = [{"name": name, "label": name.title()} for name in ("clubs", "bus", "house", "pronouns")]
    portfolio = portfolio_of(plan)
    school = School.model_validate({"name": "A school", "fields": {"plan": fields}})
    view = build_portfolio_view(
        Portfolio(portfolio.student, portfolio.plp, school, portfolio.sharing), Audience.SELF, TODAY
    )
    assert [(own.label, own.text_md) for own in view.learner.own] == [("Clubs", "chess, choir"), ("Pronouns", "they")]


NOTHING_WRITTEN = {
    "self": ("profile", "goals", "evidence", "growth", "reflections", "journey"),
    "advisor": ("profile", "goals", "evidence", "growth", "reflections", "journey"),
    "family": ("profile", "goals", "evidence", "growth", "reflections", "journey"),
    "panel": ("profile", "goals", "evidence"),
    "public": (),
}


@pytest.mark.parametrize("audience", NOTHING_WRITTEN)
def test_pages_that_may_be_seen_are_there_before_anything_is_written(audience: str) -> None:
    view = view_with(audience)
    assert tuple(page for page in PAGES if getattr(view, page) is not None) == NOTHING_WRITTEN[audience]
    assert (view.learner.name, view.learner.picture, view.learner.latest) == ("Somebody", None, ())
    assert view.changes_on is None


@pytest.mark.parametrize("audience", ["panel", "public"])
def test_a_page_with_one_thing_for_this_audience_is_there(audience: str) -> None:
    shown = {"for": ["panel", "public"]}
    view = view_with(
        audience,
        plan={**NAME, "meetings": [{"date": "2025-09-01", **shown}]},
        goals=[goal("college", "long", **shown)],
        evidence=[evidence("essay", **shown)],
        achievement=[{"expectation": "talk", "level": "first", "date": "2025-05-01", "by": "self", **shown}],
        reflections=[{"id": "first", "date": "2025-10-01", "by": "student", "text": "One.", **shown}],
        transition=[{"title": "Away", **shown}],
    )
    assert [page for page in PAGES if getattr(view, page) is None] == (["profile"] if audience == "public" else [])


@pytest.mark.parametrize("section", ["meetings", "revisions"])
def test_the_journey_is_there_for_whoever_may_see_half_of_it(section: str) -> None:
    visibility = {"meetings": [], "revisions": [], section: ["panel"]}
    assert view_of({"plan": NAME}, "panel", visibility=visibility).journey == ()
    assert view_of({"plan": NAME}, "family", visibility=visibility).journey is None
