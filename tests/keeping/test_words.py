"""Every sentence that the forms may say is brought with their page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keeping.conftest import WORDS, blank_sheet

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts"
CHOICES = {
    "assessment": {"level": ["initiating", "developing", "performing"]},
    "planner": {
        "status": ["in-talks", "decided", "under-way", "in-place"],
        "year": ["0", "1", "2", "3"],
        "watched": ["yes"],
    },
}


def code(*folders: str) -> str:
    return "".join(path.read_text("utf-8") for folder in folders for path in sorted((SCRIPTS / folder).glob("*.js")))


@pytest.mark.parametrize("form", ["assessment", "planner"])
def test_every_sentence_of_the_scripts_is_known(form: str) -> None:
    asked = re.findall(r"words\.say\(((?:[^()]|\([^()]*\))*)\)", code(form))
    said = {word for each in asked for word in re.findall(r'"([a-z][a-z0-9-]*)"', each.split(", {")[0])}
    assert said
    assert said <= set(WORDS[form])


@pytest.mark.parametrize("form", ["assessment", "planner"])
def test_every_trouble_has_its_sentence(form: str) -> None:
    troubles = set(re.findall(r'new Trouble\(\s*"([a-z-]+)"', code("keeping"))) | {"elsewhere", "foreign"}
    assert len(troubles) > 10
    assert {f"trouble-{id_}" for id_ in troubles} <= set(WORDS[form])


@pytest.mark.parametrize("form", ["assessment", "planner"])
def test_every_field_and_choice_has_its_word(form: str) -> None:
    sheet = blank_sheet(form)
    fields = {*sheet["head"], *(field for entry in sheet["entries"].values() for field in entry)}
    choices = {f"{field}-{value}" for field, values in CHOICES[form].items() for value in ("none", *values)}
    assert {f"field-{field}" for field in fields} | choices <= set(WORDS[form])


@pytest.mark.parametrize("form", ["assessment", "planner"])
def test_no_word_is_brought_for_nothing(form: str) -> None:
    scripts = code("keeping", form)
    made = re.compile(r"^(?:field|trouble|level|status|year|watched|row)-")
    assert [id_ for id_ in WORDS[form] if f'"{id_}"' not in scripts and not made.match(id_)] == []
