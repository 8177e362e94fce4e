"""What the parts of a plan make of what is written: days, yes and no, texts for parts, files for prose, own fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from waypost.model import DEFAULT_SHARING, DEFAULT_VISIBILITY, PLP, Audience, Item, Part, Recipient, School
from waypost.model.base import read_day, read_flag
from waypost.model.goals import Goal
from waypost.model.school import Kind, Section


def every_part(part: type[Part] = Part) -> list[type[Part]]:
    return [one for child in part.__subclasses__() for one in (child, *every_part(child))]


OF_THE_MODEL = [part for part in every_part() if part.__module__.startswith("waypost.model") and part is not Item]


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(day) is day


@pytest.mark.parametrize(
    "text", ["2026-9-1", "1 May 2026", "2026/05/01", "20260501", "2026-05", "", "2026-05-01T10:00", "２０２６-05-01"]
)
def test_a_day_in_another_form_is_refused_with_the_form_to_write(text: str) -> None:
    with pytest.raises(ValidationError, match="write the date as year-month-day, such as 2026-09-01"):
        Goal.model_validate({"id": "a", "title": "b", "term": "long", "by": text})


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2025-02-29", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=f"{text} is not a day in the calendar"):
        Goal.model_validate({"id": "a", "title": "b", "term": "long", "by": text})


@pytest.mark.parametrize(
    ("text", "flag"), [("yes", True), ("Yes", True), ("true", True), ("no", False), ("NO", False), ("false", False)]
)
def test_yes_and_no_are_read(text: str, flag: bool) -> None:
    assert read_flag(text) is flag


@pytest.mark.parametrize("text", ["y", "on", "off", "1", "0", "maybe", ""])
def test_no_other_word_counts_as_yes_or_no(text: str) -> None:
    with pytest.raises(ValidationError, match="write yes or no"):
        Recipient.model_validate({"name": "a", "audience": "family", "passphrase": text})


def test_a_text_alone_stands_for_a_part_that_needs_nothing_else() -> None:
    plan = {"name": "A", "meetings": [{"date": "2026-01-01", "participants": ["Grandma"]}]}
    plp = PLP.model_validate({"plan": plan, "profile": {"strengths": ["I listen"], "values": ["Fairness"]}})
    assert plp.profile.strengths[0].text == "I listen"
    assert plp.profile.values[0].text == "Fairness"
    assert (plp.plan.meetings[0].participants[0].name, plp.plan.meetings[0].participants[0].role) == (
        "Grandma",
        "other",
    )


def test_the_name_of_a_markdown_file_stands_for_its_text() -> None:
    asked: list[str] = []

    def read(name: str) -> str:
        asked.append(name)
        return "From the file."

    reader: Callable[[str], str] = read
    data = {
        "plan": {"name": "A", "sentence": "about.md"},
        "profile": {"about": " about.md ", "how_i_learn": "In a.md way"},
    }
    plp = PLP.model_validate(data, context={"read_prose": reader})
    assert plp.profile.about == "From the file."
    assert plp.profile.how_i_learn == "In a.md way"
    assert plp.plan.sentence == "about.md"
    assert asked == ["about.md"]


def test_own_fields_are_kept_in_the_order_in_which_they_were_written() -> None:
    data = {"name": "A", "own": "x", "zebra": ["a", "b"], "kind": "y", "model_fields": "z", "audiences": "w"}
    plan = PLP.model_validate({"plan": data}).plan
    assert list(plan.own.items()) == list(data.items())[1:]
    assert plan.kind == "plan"


def test_an_own_field_cannot_pass_for_who_may_see_an_item() -> None:
    goal = Goal.model_validate({"id": "a", "title": "b", "term": "long", "audiences": ["public"]})
    assert goal.audiences is None
    assert goal.own == {"audiences": ["public"]}


def test_nothing_of_a_plan_can_be_changed() -> None:
    plp = PLP.model_validate({"plan": {"name": "A"}})
    with pytest.raises(ValidationError):
        setattr(plp.plan, "name", "B")  # noqa: B010 - the type checker knows already


def test_every_section_has_a_default_of_who_sees_it() -> None:
    assert set(DEFAULT_VISIBILITY) == set(get_args(Section))


def test_every_kind_that_may_have_own_fields_is_a_part_of_the_plan() -> None:
    assert {part.kind for part in OF_THE_MODEL if part.kind} == set(get_args(Kind))


@pytest.mark.parametrize("part", OF_THE_MODEL, ids=lambda part: part.__name__)
def test_every_field_is_described(part: type[Part]) -> None:
    fields: dict[str, Any] = dict(part.model_fields)
    assert [name for name, field in fields.items() if not field.description] == []
    assert part.__doc__


def test_the_learner_always_sees_a_section() -> None:
    school = School.model_validate({"name": "A school", "visibility": {"goals": [], "evidence": ["public"]}})
    assert set(school.audiences_of("goals")) == {Audience.SELF}
    assert set(school.audiences_of("evidence")) == {Audience.SELF, Audience.PUBLIC}
    assert set(school.audiences_of("student_id")) == {Audience.SELF, Audience.ADVISOR}


def test_a_proficiency_is_placed_on_its_scale_or_else_on_the_first() -> None:
    levels = [{"id": "one", "name": "One"}]
    scales = [{"id": "first", "levels": levels}, {"id": "second", "levels": levels}]
    proficiencies = [
        {"id": "a", "name": "A"},
        {"id": "b", "name": "B", "scale": "second"},
        {"id": "c", "name": "C", "scale": "third"},
    ]
    school = School.model_validate({"name": "A school", "scales": scales, "proficiencies": proficiencies})
    found = [school.scale_of(proficiency) for proficiency in school.proficiencies]
    assert [scale and scale.id for scale in found] == ["first", "second", None]
    bare = School.model_validate({"name": "A school", "proficiencies": proficiencies[:1]})
    assert bare.scale_of(bare.proficiencies[0]) is None


def test_a_link_is_in_force_until_its_last_day_is_over() -> None:
    last = date(2026, 5, 1)
    until = Recipient(name="A", audience=Audience.FAMILY, until=last)
    assert until.is_active(last)
    assert not until.is_active(last + timedelta(days=1))
    assert Recipient(name="A", audience=Audience.FAMILY).is_active(date.max)
    assert not Recipient(name="A", audience=Audience.FAMILY, withdrawn=True, until=last).is_active(date.min)


def test_without_a_sharing_file_family_and_advisor_have_a_link() -> None:
    assert [(one.name, one.audience, one.passphrase) for one in DEFAULT_SHARING.recipients] == [
        ("Family", Audience.FAMILY, False),
        ("Advisor", Audience.ADVISOR, False),
    ]
