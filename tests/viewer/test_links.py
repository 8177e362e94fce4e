"""What the viewer reads in an address, and what it does with scripts that come later, run by Node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from node import told_by


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return told_by(Path(__file__).with_name("links.mjs"))


def test_slash_that_a_program_rewrote_leads_to_the_same_place(told: dict[str, Any]) -> None:
    goal = {"slug": "goals", "element": "goal-one"}
    assert told["opened"] == [{"slug": "", "element": ""}, goal, goal, goal, {"slug": "go als", "element": ""}]


def test_changed_character_of_a_link_is_refused_before_such_a_slash_too(told: dict[str, Any]) -> None:
    assert len(told["refused"]) == 46
    assert set(told["refused"]) == {"changed"}
    assert told["none"] == "no-secret"


def test_script_that_was_answered_with_a_page_is_asked_for_again(told: dict[str, Any]) -> None:
    assert told["bundle"] == {"said": ["failed", "failed", "come", "come"], "asked": 3}
