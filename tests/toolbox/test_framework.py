"""The framework's data, beside the facts of the Personalized Learning Implementation Framework."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model.framework import Framework

REPOSITORY = Path(__file__).parents[2]

# The document's headings, in its order.
AREAS = ("strategy", "design", "curriculum-instruction", "support", "operations", "data-analysis")
# Under each heading but the last the document has five decisions; some ask more than one question.
QUESTIONS = {
    "strategy": (1, 1, 1, 1, 2),
    "design": (1, 2, 1, 1, 1),
    "curriculum-instruction": (1, 2, 3, 2, 1),
    "support": (1, 1, 2, 1, 1),
    "operations": (1, 1, 1, 1, 1),
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    loaded = load_toolbox(REPOSITORY / "toolbox").toolbox
    assert loaded is not None
    return loaded.framework


def test_six_areas_stand_in_the_documents_order(framework: Framework) -> None:
    assert tuple(area.id for area in framework.areas) == AREAS


def test_25_decisions_ask_every_question_of_the_document(framework: Framework) -> None:
    asked = {area.id: tuple(len(one.questions) for one in area.decisions) for area in framework.areas if area.decisions}
    assert asked == QUESTIONS
    assert len(framework.decisions) == 25


def test_data_analysis_says_what_to_look_at_and_what_for(framework: Framework) -> None:
    area = framework.areas[-1]
    assert (area.decisions, len(area.look_at), len(area.what_for)) == ((), 4, 2)
    for kind in ("observed", "surveys", "digital content", "academic"):
        assert sum(kind in line for line in area.look_at) == 1


def test_an_id_is_the_name_in_small_letters(framework: Framework) -> None:
    for decision in framework.decisions:
        assert decision.id == re.sub(r"[^a-z0-9]+", "-", decision.name.lower())


def test_every_decision_says_what_goes_wrong_without_it_and_when_it_stands(framework: Framework) -> None:
    sentences = [text for one in framework.decisions for text in (one.why, one.ready_when)]
    assert len(sentences) == len(set(sentences)) == 50
    assert [text for text in sentences if not text.endswith(".")] == []
    assert [text for one in framework.decisions for text in one.questions if not text.endswith("?")] == []


def test_every_area_names_where_it_comes_from(framework: Framework) -> None:
    for area in framework.areas:
        assert area.source == f"{framework.source}, {area.name}"
