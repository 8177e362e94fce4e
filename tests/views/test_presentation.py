"""Slides that nobody had to write, and those that somebody wrote; who sees what of them is in test_audiences."""

from __future__ import annotations

from typing import Any

import pytest

from views.examples import PLACES, PLAN, everything_in, plan_with, view_of
from waypost.media.kinds import SOUNDS, VIDEOS
from waypost.model.media import FILM_SUFFIXES, SOUND_SUFFIXES
from waypost.views.presentation import opening_of
from waypost.views.slides import PresentationView, SlideView

NAME = {"name": "Somebody", "ask_me": ["Why?"]}
MARKS = {
    "strength": "strength-text",
    "goal": "goal-title",
    "step": "step-title",
    "evidence": "evidence-caption",
    "reflection": "reflection-text",
}


def piece(id_: str, file: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_.title(), "file": file, "link": "https://work.example/", **more}


def presented(audience: str = "self", **parts: Any) -> PresentationView:
    presentation = view_of({"plan": NAME, **parts}, audience).presentation
    assert presentation is not None
    return presentation


def of_kind(presentation: PresentationView, kind: str) -> list[SlideView]:
    return [slide for slide in presentation.slides if slide.kind == kind]


def titles(slides: list[SlideView]) -> list[str | None]:
    return [slide.title for slide in slides]


def automatic(**more: Any) -> dict[str, Any]:
    plan = plan_with({kind: ["family", "panel"] for kind in PLACES})
    plan["reflections"][0]["by"] = "student"
    del plan["presentation"]
    return plan | more


def test_a_presentation_makes_itself_from_the_plan() -> None:
    view = view_of(automatic(), "panel")
    assert view.presentation is not None
    kinds = [slide.kind for slide in view.presentation.slides]
    assert kinds == ["opening", "goals", "evidence", "learned", "next", "thanks"]
    text = repr(view.presentation)
    assert [mark for mark in MARKS.values() if mark not in text] == []
    assert view.presentation.slides[-1].points == ("ask-me-about",)


@pytest.mark.parametrize("kind", MARKS)
def test_slides_that_nobody_wrote_hold_only_what_a_panel_may_see(kind: str) -> None:
    plan = automatic()
    holder: Any = plan
    for key in PLACES[kind]:
        holder = holder[key]
    holder["for"] = ["family"]
    for audience in ("self", "family"):
        view = view_of(plan, audience)
        assert MARKS[kind] in everything_in(view)
        assert view.presentation is None or MARKS[kind] not in repr(view.presentation)


def test_evidence_of_people_who_have_not_agreed_is_on_no_slide() -> None:
    written = view_of(plan_with({}, consent=False), "self").presentation
    assert written is not None
    assert titles(list(written.slides)) == ["slide-heading"]
    plan = automatic()
    plan["evidence"][0]["people"][0]["consent"] = "no"
    unwritten = view_of(plan, "self").presentation
    assert unwritten is not None
    assert of_kind(unwritten, "evidence") == []


def test_newest_pictures_and_films_come_first_and_the_cover_is_not_shown_twice() -> None:
    pieces = [
        piece("table", "table.csv", date="2026-09-01"),
        piece("old", "old.JPG", date="2024-01-01"),
        piece("film", "film.mp4", date="2026-05-01"),
        piece("cover", "cover.png", date="2026-08-01"),
        piece("picture", "picture.png", date="2026-06-01"),
    ]
    found = presented(plan={**NAME, "picture": "cover"}, evidence=pieces)
    assert titles(of_kind(found, "evidence")) == ["Picture", "Film", "Old"]
    few = presented(plan={**NAME, "picture": "cover"}, evidence=[pieces[0], pieces[3]])
    assert titles(of_kind(few, "evidence")) == ["Table", "Cover"]


def test_goals_that_are_open_and_steps_that_lie_ahead_are_shown() -> None:
    steps = [
        {"id": "later", "title": "Later", "status": "planned", "due": "2026-12-01"},
        {"id": "done", "title": "Done", "status": "done"},
        {"id": "some-day", "title": "Some day", "status": "planned"},
        {"id": "now", "title": "Now", "status": "under way", "due": "2027-12-01"},
    ]
    goals = [
        {"id": "short", "title": "Short", "term": "short", "steps": steps},
        {"id": "met", "title": "Met", "term": "long", "status": "met"},
        {"id": "long", "title": "Long", "term": "long"},
    ]
    found = presented(goals=goals)
    assert [goal.title for goal in of_kind(found, "goals")[0].goals] == ["Long", "Short"]
    assert [step.title for step in of_kind(found, "next")[0].steps] == ["Now", "Later", "Some day"]


def test_an_empty_plan_has_no_presentation() -> None:
    assert view_of({"plan": NAME}, "self").presentation is None


def test_the_learners_own_reflections_are_what_was_learned() -> None:
    shown = {"for": ["panel"], "date": "2026-01-01"}
    reflections = [
        {"id": "from-home", "by": "family", "text": "Proud.", **shown},
        {"id": "first", "by": "student", "text": "One.", **shown},
        {"id": "private", "by": "student", "text": "Two.", "date": "2026-03-01"},
    ]
    found = presented(reflections=reflections, evidence=[piece("any")])
    assert [one.text_md for one in of_kind(found, "learned")[0].reflections] == ["One."]


def test_a_file_with_nothing_but_its_minutes_gives_the_slot_to_the_slides_of_the_plan() -> None:
    found = presented(presentation="minutes: 12", evidence=[piece("any")])
    assert (found.minutes, found.written) == (12, False)
    assert of_kind(found, "evidence")


def test_written_slides_show_evidence_in_their_order() -> None:
    found = presented(presentation="# All\n\n## One\n\nevidence: b, a\n", evidence=[piece("a"), piece("b")])
    assert found.title == "All"
    assert [one.id for one in found.slides[0].evidence] == ["b", "a"]
    assert found.slides[0].text_md is None


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Short.", "Short."),
        ("One. Two is longer than what is left.", "One."),
        ("*One. Two* three four five. Six seven eight nine.", "*One. Two* three four five."),
        ("A sentence without an end that is longer than the room there is", None),
        ("One.\n\n- a list\n- of things", "One."),
        ("One.\n\nTwo.\n\nThree four five six seven eight.", "One.\n\nTwo."),
    ],
)
def test_a_slide_holds_the_opening_of_a_long_text(text: str, opening: str | None) -> None:
    assert opening_of(text, 30) == (opening or text)


def test_films_are_those_that_a_browser_gets_as_films() -> None:
    assert (set(VIDEOS), set(SOUNDS)) == (FILM_SUFFIXES, SOUND_SUFFIXES)


def test_marks_stand_in_the_plan() -> None:
    assert [mark for mark in MARKS.values() if mark not in repr(PLAN)] == []
