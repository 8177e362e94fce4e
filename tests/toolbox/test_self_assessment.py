"""The self-assessment's data, beside the facts of the PLP Process Manual, Self-Assessment."""

from __future__ import annotations

from pathlib import Path

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model.self_assessment import LEVEL_NAMES, SelfAssessment

REPOSITORY = Path(__file__).parents[2]

# PLP Process Manual, Self-Assessment, Critical Elements 1 to 5.
ATTRIBUTES = (
    "Personal Relationships",
    "Flexibility",
    "Learner Profiles",
    "Proficiency-Based Progression",
    "Student Agency",
)
# Critical Element 2 names six pathways that learners in Vermont can take.
PATHWAYS = 6
# Critical Element 4 names the parts of a multi-tiered system of supports on each of its levels.
PARTS_OF_MTSS = "five components"


@pytest.fixture(scope="module")
def assessment() -> SelfAssessment:
    loaded = load_toolbox(REPOSITORY / "toolbox").toolbox
    assert loaded is not None
    return loaded.self_assessment


def test_five_attributes_stand_in_the_manuals_order(assessment: SelfAssessment) -> None:
    assert tuple(one.name for one in assessment.attributes) == ATTRIBUTES
    for number, one in enumerate(assessment.attributes, 1):
        assert one.id == one.name.lower().replace(" ", "-")
        assert one.source == f"PLP Process Manual, Self-Assessment, Critical Element {number}"


def test_each_attribute_has_three_levels_that_differ(assessment: SelfAssessment) -> None:
    described = [(name, text) for one in assessment.attributes for name, text in one.levels.in_order]
    assert [name for name, _ in described] == list(LEVEL_NAMES) * 5
    assert len({text for _, text in described}) == 15


def test_the_school_speaks_for_itself_on_every_level(assessment: SelfAssessment) -> None:
    for one in assessment.attributes:
        for _, text in one.levels.in_order:
            assert {"we", "our", "us"} & set(text.lower().replace(",", " ").replace(".", " ").split()), text


def test_flexibility_names_every_pathway(assessment: SelfAssessment) -> None:
    assert len(assessment.attributes[1].includes) == PATHWAYS


def test_supports_in_tiers_stand_on_every_level_of_progression(assessment: SelfAssessment) -> None:
    for _, text in assessment.attributes[3].levels.in_order:
        assert PARTS_OF_MTSS in text


def test_each_attribute_names_kinds_of_evidence(assessment: SelfAssessment) -> None:
    kinds = [kind for one in assessment.attributes for kind in one.look_for]
    assert len(kinds) == len(set(kinds))
    assert all(2 <= len(one.look_for) <= 4 for one in assessment.attributes)
