"""What an audience does not see is as though it had never been written: no title, no id, no date, no empty place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from views.examples import MARKS, PLACES, PLAN, everything_in, plan_with, view_of

OTHERS = ("advisor", "family", "panel", "public")
SECTIONS = (
    *("meetings", "profile", "challenges", "baselines", "goals", "evidence"),
    *("achievement", "reflections", "revisions", "transition", "presentation"),
)
TO_ALL = {section: list(OTHERS) for section in SECTIONS}
TAKEN_ALONG = {
    "goal": ("goal", "step", "change"),
    "revision": ("revision", "change"),
    "evidence": ("evidence", "slide with evidence"),
}
"""What cannot be seen without something else."""


def plan_without(kind: str) -> dict[str, Any]:
    """PLAN without its item of a kind; what pointed to it points to nothing."""
    plan: Any = copy.deepcopy(PLAN)
    *above, last = PLACES[kind]
    holder = plan
    for key in above:
        holder = holder[key]
    del holder[last]
    return dict(plan)


@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize("kind", PLACES)
def test_a_hidden_item_is_as_though_it_were_not_there(kind: str, audience: str) -> None:
    hidden = view_of(plan_with({kind: []}), audience, visibility=TO_ALL)
    assert hidden == view_of(plan_without(kind), audience, visibility=TO_ALL)


@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize("kind", PLACES)
def test_a_hidden_item_takes_along_only_what_cannot_stand_alone(kind: str, audience: str) -> None:
    text = everything_in(view_of(plan_with({kind: []}), audience, visibility=TO_ALL))
    gone = TAKEN_ALONG.get(kind, (kind,))
    assert [mark for one in gone for mark in MARKS[one] if mark in text] == []
    stay = MARKS.keys() - {*gone, "student_id", "speaker note"}
    assert [mark for one in sorted(stay) for mark in MARKS[one] if mark not in text] == []


@pytest.mark.parametrize("audience", OTHERS)
def test_evidence_without_consent_is_as_though_it_were_not_there(audience: str) -> None:
    view = view_of(plan_with({}, consent=False), audience, visibility=TO_ALL)
    without = view_of(plan_without("evidence"), audience, visibility=TO_ALL)
    assert (view == without) == (audience != "advisor")
    if audience != "advisor":
        assert view.learner.picture is None
        assert view.learner.latest == ()


def test_a_step_that_is_shown_to_all_stays_hidden_with_its_goal() -> None:
    view = view_of(plan_with({"goal": [], "step": list(OTHERS)}), "family", visibility=TO_ALL)
    assert view == view_of(plan_without("goal"), "family", visibility=TO_ALL)


def test_whoever_sees_one_placement_does_not_learn_what_else_could_be_placed() -> None:
    view = view_of(plan_with({"assessment": ["public"]}), "public")
    assert view.growth is not None
    assert [proficiency.name for proficiency in view.growth] == ["Talking"]


def test_whoever_sees_one_item_of_the_profile_sees_nothing_else_of_it() -> None:
    view = view_of(plan_with({"interest": ["public"]}), "public")
    assert view.profile is not None
    assert [note.text for note in view.profile.interests] == ["interest-text"]
    assert view.profile.about_md is None
    assert (view.profile.challenges, view.profile.baselines) == (None, None)
    assert not any((view.profile.strengths, view.profile.values, view.profile.influences, view.profile.own))
