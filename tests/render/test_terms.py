"""Every fixed word of the model is said in words of the page."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from waypost.model.achievement import AssessmentKind, Assessor
from waypost.model.goals import ActionStep, Goal, GoalStatus, StepStatus
from waypost.model.plan import Role
from waypost.model.profile import Baseline
from waypost.model.reflections import Voice
from waypost.render import load_language
from waypost.render.terms import TERMS, say_term


def choices(of: Any) -> set[str]:
    """The words that a field of the model takes."""
    found = {one for one in get_args(of) if isinstance(one, str)}
    return found.union(*(choices(one) for one in get_args(of)))


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("step", StepStatus),
        ("goal", GoalStatus),
        ("when", ActionStep.model_fields["when"].annotation),
        ("term", Goal.model_fields["term"].annotation),
        ("stage", Goal.model_fields["stage"].annotation),
        ("voice", Voice),
        ("by", Assessor),
        ("assessment", AssessmentKind),
        ("area", Baseline.model_fields["area"].annotation),
    ],
)
def test_each_word_of_the_model_has_a_term(kind: str, of: Any) -> None:
    assert set(TERMS[kind]) == choices(of)


def test_each_role_but_any_other_has_a_term() -> None:
    assert set(TERMS["role"]) == choices(Role) - {"other"}


def test_a_term_is_said_as_it_is_said_of_its_kind() -> None:
    language = load_language("es")
    assert say_term(language, "step", "set aside") == "Dejado de lado"
    assert say_term(language, "goal", "set aside") == "Dejada de lado"
