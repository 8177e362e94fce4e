"""The guide's data, beside the facts of the PLP Process Manual."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model import PLP
from waypost.model.goals import Goal
from waypost.model.guide import Guide

REPOSITORY = Path(__file__).parents[2]

# The section on the critical elements.
ELEMENTS = (
    "Plan Information",
    "Student Profile",
    "Student Goals",
    "Action Steps",
    "Achievement of Action Steps",
    "Reflection",
    "Revision",
    "Transition",
)
# Student Guide, and Family and Adult Guide: both list the same number of questions in each stage.
QUESTIONS = {
    "create-a-student-profile": 8,
    "identify-goals": 7,
    "draft-action-steps": 8,
    "work-toward-goals": 0,
    "assess-progress": 9,
    "reflect-on-experiences": 10,
    "revise": 6,
}
# Work Toward Goals has two tips in either guide. The learners' list in Draft Action Steps ends with a line that asks
# nothing.
TIPS = {("draft-action-steps", "learners"): 1, ("work-toward-goals", "learners"): 2, ("work-toward-goals", "adults"): 2}
# What Role Do Different Stakeholders Play? The fifth of the teachers' six bullets runs two into one.
ROLES = {"students": 6, "families": 3, "teachers": 7, "leaders": 10, "educator-preparation": 5, "partners": 6}
# Considerations for Digital Personalized Learning Plans.
CONSIDERATIONS = 12
# The lists of related resources beside each role.
BESIDE_ROLES = {"students": 8, "families": 12, "teachers": 7, "leaders": 7, "educator-preparation": 3, "partners": 5}
# Appendix and Resources. One line of its articles runs two titles into one.
APPENDIX = {"laws-and-policies": 5, "organizations": 10, "tools": 10, "articles-and-papers": 17}
# Of 42 titles beside roles and 42 in the appendix, many are the same.
RESOURCES = 56


@pytest.fixture(scope="module")
def guide() -> Guide:
    loaded = load_toolbox(REPOSITORY / "toolbox").toolbox
    assert loaded is not None
    return loaded.guide


def test_seven_stages_ask_learners_every_question_of_the_manual(guide: Guide) -> None:
    assert {stage.id: len(stage.learners.questions) for stage in guide.stages} == QUESTIONS


def test_seven_stages_ask_adults_every_question_of_the_manual(guide: Guide) -> None:
    assert {stage.id: len(stage.adults.questions) for stage in guide.stages} == QUESTIONS
    assert [stage.id for stage in guide.stages] == list(QUESTIONS)


def test_tips_stand_where_the_manual_has_them(guide: Guide) -> None:
    sides = {(stage.id, name): getattr(stage, name) for stage in guide.stages for name in ("learners", "adults")}
    assert {key: len(side.tips) for key, side in sides.items() if side.tips} == TIPS


def test_every_question_asks_and_none_is_asked_twice(guide: Guide) -> None:
    questions = [text for stage in guide.stages for side in (stage.learners, stage.adults) for text in side.questions]
    assert [text for text in questions if "?" not in text] == []
    assert len(questions) == len(set(questions)) == 96


def test_learners_ask_themselves_and_adults_ask_a_learner(guide: Guide) -> None:
    for stage in guide.stages:
        assert [text for text in stage.learners.questions if {"you", "your"} & words(text)] == []
        assert [text for text in stage.adults.questions if not {"you", "your", "yours"} & words(text)] == []


def test_every_critical_element_stands_in_a_stage_and_in_a_plan(guide: Guide) -> None:
    assert tuple(one.name for one in guide.elements) == ELEMENTS
    assert {id_ for stage in guide.stages for id_ in stage.elements} == {one.id for one in guide.elements}
    fields = {*PLP.model_fields, *(f"goals.{name}" for name in Goal.model_fields)}
    assert all(one.in_plan and fields.issuperset(one.in_plan) for one in guide.elements)


def test_six_roles_do_everything_that_the_manual_lists(guide: Guide) -> None:
    assert {role.id: len(role.does) for role in guide.roles} == ROLES


def test_twelve_considerations_are_answered(guide: Guide) -> None:
    assert len(guide.considerations) == CONSIDERATIONS
    assert [one.id for one in guide.considerations if not (one.met_by or one.school_must)] == []


def test_waypost_takes_no_credit_for_what_is_the_schools_to_do(guide: Guide) -> None:
    left = {one.id: one.school_must or "" for one in guide.considerations}
    assert "Waypost makes no backups" in left["daily-backups"]
    assert "FERPA binds the school" in left["confidential-data"]
    assert "Choose a host" in left["always-there"]


def test_resources_are_those_of_the_manual(guide: Guide) -> None:
    assert len(guide.resources) == RESOURCES
    assert Counter(role for one in guide.resources for role in one.roles) == BESIDE_ROLES
    assert Counter(one.group for one in guide.resources if one.group) == APPENDIX


def test_no_address_is_made_up(guide: Guide) -> None:
    assert "://" not in guide.model_dump_json()
    assert "www." not in guide.model_dump_json()


def test_everything_names_where_it_comes_from(guide: Guide) -> None:
    sides = [side for stage in guide.stages for side in (stage.learners, stage.adults)]
    sources = [
        *(one.source for one in guide.elements),
        *(side.source for side in sides),
        *(role.source for role in guide.roles),
        *(one.source for one in guide.considerations),
    ]
    assert len(sources) == len(set(sources)) == 8 + 14 + 6 + 12
    assert [source for source in sources if not source.startswith("PLP Process Manual, ")] == []


def words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.strip(".,:;?!()") for word in text.lower().split()}
