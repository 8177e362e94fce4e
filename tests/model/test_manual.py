"""Every critical element of the PLP manual has its field, and the field says which part of the manual it answers."""

from __future__ import annotations

from typing import Any

import pytest

from waypost.schemas import build_schema

PLAN, PROFILE, GOALS, STEPS = "Plan Information", "Student Profile", "Student Goals", "Action Steps"
ACHIEVEMENT, REFLECTION, REVISION, TRANSITION = "Achievement of Action Steps", "Reflection", "Revision", "Transition"
GUIDE = "Student Guide, Create a Student Profile"

ELEMENTS = [
    ("whose plan it is", PLAN, "plp: plan.name"),
    ("the number the school knows the learner by", PLAN, "plp: plan.student_id"),
    ("which school", PLAN, "school: name"),
    ("when the plan was begun", PLAN, "plp: plan.started"),
    ("when it was talked over again", PLAN, "plp: plan.meetings.date"),
    ("who took part each time", PLAN, "plp: plan.meetings.participants.name"),
    ("and as what", PLAN, "plp: plan.meetings.participants.role"),
    ("what the learner can do well", PROFILE, "plp: profile.strengths.text"),
    ("what matters to them", PROFILE, "plp: profile.values.text"),
    ("and the reason it does", PROFILE, "plp: profile.values.why"),
    ("people and things that moved them", PROFILE, "plp: profile.influences.text"),
    ("and in what way", PROFILE, "plp: profile.influences.why"),
    ("how they see themselves", PROFILE, "plp: profile.about"),
    ("what helps them learn", PROFILE, "plp: profile.how_i_learn"),
    ("what they like doing", GUIDE, "plp: profile.interests.text"),
    ("the next year or two", GUIDE, "plp: profile.future.soon"),
    ("the years further on", GUIDE, "plp: profile.future.later"),
    ("life once high school is done", GUIDE, "plp: profile.future.after_school"),
    ("what could hold them back", GUIDE, "plp: profile.challenges.text"),
    ("first results to measure from", PROFILE, "plp: profile.baselines.result"),
    ("of which sort", PROFILE, "plp: profile.baselines.area"),
    ("goals, near and far", GOALS, "plp: goals.term"),
    ("for school and for afterwards", GOALS, "plp: goals.stage"),
    ("which of the school's expectations a goal meets", GOALS, "plp: goals.expectations"),
    ("by which way the learner means to meet them", GOALS, "plp: goals.pathway"),
    ("which values a goal stands on", GOALS, "plp: goals.values"),
    ("what a goal after school asks for first", GOALS, "plp: goals.preparation"),
    ("what is done at once and what goes on", STEPS, "plp: goals.steps.when"),
    ("from when", STEPS, "plp: goals.steps.start"),
    ("until when", STEPS, "plp: goals.steps.due"),
    ("what is going to show it", STEPS, "plp: goals.steps.planned_evidence"),
    ("what does show it", STEPS, "plp: goals.steps.evidence"),
    ("which way of learning a step takes", STEPS, "plp: goals.steps.pathway"),
    ("how near goals lead to far ones", STEPS, "plp: goals.serves"),
    ("how far each goal has come", ACHIEVEMENT, "plp: goals.progress"),
    ("whether it is reached", ACHIEVEMENT, "plp: goals.status"),
    ("how far each step has come", ACHIEVEMENT, "plp: goals.steps.status"),
    ("how far the learner is with the school's expectations", ACHIEVEMENT, "plp: achievement.expectation"),
    ("on the school's own scale", ACHIEVEMENT, "plp: achievement.level"),
    ("by which sort of assessment", ACHIEVEMENT, "plp: achievement.type"),
    ("in whose eyes", ACHIEVEMENT, "plp: achievement.by"),
    ("the work itself", ACHIEVEMENT, "plp: evidence.file"),
    ("work that lies elsewhere", ACHIEVEMENT, "plp: evidence.link"),
    ("what the learner, the family and the school make of it", REFLECTION, "plp: reflections.text"),
    ("whose voice that is", REFLECTION, "plp: reflections.by"),
    ("what was changed in the plan", REVISION, "plp: revisions.changes.what"),
    ("what it was like before", REVISION, "plp: revisions.changes.before"),
    ("which goal or step is new since", REVISION, "plp: revisions.changes.item"),
    ("for what reason", REVISION, "plp: revisions.why"),
    ("which reflections led there", REVISION, "plp: revisions.reflections"),
    ("a big change that lies ahead", TRANSITION, "plp: transition.title"),
    ("how to go about it", TRANSITION, "plp: transition.plan"),
    ("what to do for it", TRANSITION, "plp: transition.tasks.title"),
    ("who stands by", TRANSITION, "plp: transition.support"),
    ("the school's common expectations", GOALS, "school: proficiencies.name"),
    ("the ways of learning that it offers", "Essential Elements, Flexibility", "school: pathways.name"),
    ("whatever else a school asks for", "Critical Elements", "school: fields"),
]

CHOICES = [
    ("plp: profile.baselines.area", {"academic", "career", "interest"}),
    ("plp: goals.term", {"short", "long"}),
    ("plp: goals.stage", {"primary", "secondary", "post-secondary"}),
    ("plp: goals.steps.when", {"now", "over time"}),
    ("plp: achievement.by", {"self", "peer", "teacher"}),
    (
        "plp: achievement.type",
        {"baseline", "benchmark", "performance", "formative", "self-assessment", "peer assessment"},
    ),
    ("plp: reflections.by", {"student", "family", "teacher", "advisor", "other"}),
    ("plp: plan.meetings.participants.role", {"student", "family", "advocate", "advisor", "mentor", "teacher"}),
]
"""What the manual wants told apart; a plan may tell more apart."""


def field_at(path: str) -> dict[str, Any]:
    """The schema of the field at a path such as `plp: goals.steps.due`."""
    name, _, keys = path.partition(": ")
    schema = build_schema(name)
    part, field = schema, schema
    for key in keys.split("."):
        field = part["properties"][key]
        part = part_in(field, schema)
    return field


def part_in(field: Any, schema: dict[str, Any]) -> dict[str, Any]:
    """The mapping that a field holds, alone or in a list."""
    if isinstance(field, dict):
        if "$ref" in field:
            part: dict[str, Any] = schema["$defs"][field["$ref"].rpartition("/")[2]]
            return part
        field = list(field.values())
    found = (part_in(inner, schema) for inner in field if isinstance(inner, dict | list))
    return next((part for part in found if part), {})


def choices_in(field: Any) -> set[str]:
    if isinstance(field, dict):
        return {*field.get("enum", ()), *(choice for inner in field.values() for choice in choices_in(inner))}
    return {choice for inner in field for choice in choices_in(inner)} if isinstance(field, list) else set()


@pytest.mark.parametrize(("element", "section", "path"), ELEMENTS, ids=[path for _, _, path in ELEMENTS])
def test_an_element_of_the_manual_has_its_field(element: str, section: str, path: str) -> None:
    description = field_at(path)["description"]
    assert f"(PLP manual: {section})" in description, element
    assert len(description.partition(" (PLP manual")[0]) >= 12


@pytest.mark.parametrize(("path", "choices"), CHOICES, ids=[path for path, _ in CHOICES])
def test_what_the_manual_tells_apart_can_be_told_apart(path: str, choices: set[str]) -> None:
    assert choices <= choices_in(field_at(path))


def test_no_section_of_the_manual_is_left_out() -> None:
    sections = {PLAN, PROFILE, GOALS, STEPS, ACHIEVEMENT, REFLECTION, REVISION, TRANSITION}
    assert sections <= {section for _, section, _ in ELEMENTS}
    assert len({path for _, _, path in ELEMENTS}) == len(ELEMENTS)
