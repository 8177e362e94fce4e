"""What could come next: for the learner and the advisor alone, and of nothing but what each of them sees."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from views.examples import PLAN, view_of

KEEPERS = ("self", "advisor")
VISITORS = ("family", "panel", "public")
BARE: dict[str, Any] = {
    "plan": {"name": "Ida"},
    "goals": [
        {"id": "long", "title": "A long goal", "term": "long"},
        {"id": "shown", "title": "A goal with evidence", "term": "short", "serves": ["long"]},
        {"id": "bare", "title": "A goal with none", "term": "short"},
        {"id": "met", "title": "A goal that is reached", "term": "short", "status": "met"},
        {
            "id": "with-step",
            "title": "A goal whose step is shown",
            "term": "short",
            "steps": [
                {"id": "late", "title": "A step that is late", "due": "2026-09-30", "evidence": ["map"]},
                {"id": "later", "title": "A step that is later still", "due": "2026-09-01"},
                {"id": "today", "title": "A step that is due today", "due": "2026-10-01"},
                {"id": "done", "title": "A step that is done", "due": "2026-09-01", "status": "done"},
                {"id": "aside", "title": "A step set aside", "due": "2026-09-01", "status": "set aside"},
            ],
        },
    ],
    "evidence": [
        {"id": "map", "file": "map.png", "title": "A map", "alt": "A brook.", "expectations": ["talk"]},
        {"id": "song", "file": "song.MP3", "title": "A song", "goals": ["shown"]},
        {"id": "film", "file": "film.mp4", "title": "A film"},
        {"id": "essay", "file": "essay.pdf", "title": "An essay"},
        {"id": "page", "link": "https://example.org/", "title": "A page"},
    ],
    "reflections": [
        {"id": "r", "date": "2026-05-01", "by": "teacher", "text": "Look.", "about": ["map", "film", "shown"]},
    ],
}
OPEN = {
    "late": ["later", "late"],
    "goal": ["bare"],
    "unreflected": ["song", "essay", "page"],
    "proficiency": ["think"],
    "undescribed": ["song", "film"],
}


def gaps_of(plan: dict[str, Any], audience: str, **options: Any) -> dict[str, list[str]] | None:
    gaps = view_of(plan, audience, **options).gaps
    return None if gaps is None else {gap.kind: [place.id for place in gap.places] for gap in gaps}


@pytest.mark.parametrize("audience", KEEPERS)
def test_whoever_keeps_the_plan_sees_what_could_come_next(audience: str) -> None:
    assert gaps_of(BARE, audience) == OPEN


@pytest.mark.parametrize("audience", VISITORS)
@pytest.mark.parametrize("plan", [BARE, PLAN], ids=["bare", "whole"])
def test_visitors_see_nothing_of_it_whatever_the_school_shows(plan: dict[str, Any], audience: str) -> None:
    everyone = [*KEEPERS, *VISITORS]
    everything = dict.fromkeys(("goals", "evidence", "achievement", "reflections"), everyone)
    assert gaps_of(plan, audience, visibility=everything) is None


def test_the_nearest_comes_first_and_each_place_can_be_gone_to() -> None:
    gaps = view_of(BARE, "self").gaps
    assert gaps is not None
    assert [gap.kind for gap in gaps] == list(OPEN)
    assert [gap.places[0].href for gap in gaps] == [
        *("#goals/later", "#goals/bare", "#evidence/song", "#growth/think", "#evidence/song")
    ]


HIDDEN = {
    "evidence": {"late": OPEN["late"], "proficiency": ["talk", "think"]},
    "goals": {kind: ids for kind, ids in OPEN.items() if kind not in {"late", "goal"}},
    "reflections": {kind: ids for kind, ids in OPEN.items() if kind != "unreflected"},
    "achievement": {kind: ids for kind, ids in OPEN.items() if kind != "proficiency"},
}


@pytest.mark.parametrize("section", HIDDEN)
def test_nothing_is_missing_from_a_section_that_the_advisor_does_not_see(section: str) -> None:
    assert gaps_of(BARE, "advisor", visibility={section: ["family"]}) == HIDDEN[section]


def test_an_advisor_who_sees_nothing_of_the_plan_has_no_such_page() -> None:
    nothing: dict[str, list[str]] = {"goals": [], "evidence": [], "achievement": []}
    assert gaps_of(BARE, "advisor", visibility=nothing) is None
    assert gaps_of(BARE, "self", visibility=nothing) == OPEN


def test_a_piece_that_the_advisor_does_not_see_is_as_though_it_were_not_there() -> None:
    plan = copy.deepcopy(BARE)
    plan["evidence"][1]["for"] = []
    gaps = gaps_of(plan, "advisor")
    assert gaps is not None
    assert gaps["unreflected"] == ["essay", "page"]
    # What shows it is hidden, and nothing tells that there is anything.
    assert gaps["goal"] == ["long", "shown", "bare"]


def test_a_plan_without_gaps_has_the_page_and_nothing_on_it() -> None:
    plan = copy.deepcopy(PLAN)
    plan["goals"][0]["expectations"] = []
    plan["evidence"][0]["expectations"] = ["talk", "think"]
    assert gaps_of(plan, "self") == {}
