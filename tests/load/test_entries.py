"""Slips in the toolbox's single files are told with place, problem and mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from waypost.errors import Problem
from waypost.load.toolbox import load_toolbox

TOOLBOX = Path(__file__).parents[2] / "toolbox"
Told = Callable[[str, str, str], tuple[str, list[Problem]]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Loads a file in which one text is replaced; gives the file's text and its problems."""

    def replaced(name: str, old: str, new: str) -> tuple[str, list[Problem]]:
        text = (TOOLBOX / name).read_text(encoding="utf-8")
        assert old in text
        text = text.replace(old, new, 1)
        (tmp_path / name).write_text(text, encoding="utf-8")
        loaded = load_toolbox(tmp_path, lambda path: path.name)
        assert loaded.toolbox is None
        return text, [problem for problem in loaded.problems if problem.file == name]

    return replaced


@pytest.mark.parametrize("name", ["framework.yml", "self-assessment.yml", "guide.yml"])
def test_a_missing_file_is_told(name: str, tmp_path: Path) -> None:
    loaded = load_toolbox(tmp_path, lambda path: path.name)
    assert loaded.toolbox is None
    assert Problem(name, 0, 0, "this file is missing from the toolbox: put it back, as it comes with Waypost") in (
        loaded.problems
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "framework.yml",
            "id: pl-rollout-plan",
            "id: strategy",
            "“strategy” is already the id in line {first}: choose",
        ),
        ("framework.yml", "id: pl-rollout-plan", "id: PL Rollout", "id: "),
        ("framework.yml", "        why: Everything", "        reason: Everything", "why is missing: add it."),
        ("framework.yml", "ready_when: Every school", "ready_wen: Every school", "did you mean ready_when?"),
        ("framework.yml", "    look_at:", "    lookat:", "this area is empty: give it decisions, or both"),
        ("self-assessment.yml", "id: flexibility", "id: student-agency", "“student-agency” is already the id in line"),
        ("self-assessment.yml", "      performing: >-", "      preforming: >-", "performing is missing: add it."),
        ("guide.yml", "id: identify-goals", "id: revise", "“revise” is already the id in line {first}: choose"),
        ("guide.yml", "[action-steps]", "[acton-steps]", "has the id “acton-steps”; did you mean action-steps?"),
        ("guide.yml", "[students]", "[pupils]", "has the id “pupils”; choose from students, families, teachers"),
        ("guide.yml", "    met_by:", "    met:", "is not a field here"),
        ("guide.yml", "    group: laws-and-policies", "    group: laws", "group: "),
    ],
)
def test_a_slip_is_told_with_its_mend(told: Told, name: str, old: str, new: str, message: str) -> None:
    text, problems = told(name, old, new)
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines, 1) if line.endswith(new)), 0)
    found = [problem for problem in problems if message.format(first=first) in problem.message]
    assert found, problems
    assert all(0 < problem.line <= len(lines) for problem in found)


def test_a_consideration_that_nobody_sees_to_is_told(tmp_path: Path) -> None:
    text = (TOOLBOX / "guide.yml").read_text(encoding="utf-8")
    start = text.index("    met_by:")
    end = text.index("    source:", start)
    (tmp_path / "guide.yml").write_text(text[:start] + text[end:], encoding="utf-8")
    problems = load_toolbox(tmp_path, lambda path: path.name).problems
    assert any("nobody is named who sees to this" in problem.message for problem in problems)


def test_a_resource_to_which_nothing_leads_is_told(told: Told) -> None:
    _, problems = told("guide.yml", "    group: laws-and-policies\n", "")
    assert any("nothing leads to this resource" in problem.message for problem in problems)


def test_broken_yaml_is_told_and_nothing_is_raised(told: Told) -> None:
    _, problems = told("guide.yml", "name: Guide", "name: [Guide")
    assert problems


def test_a_list_where_a_mapping_belongs_is_told(tmp_path: Path) -> None:
    (tmp_path / "guide.yml").write_text("- a\n- b\n", encoding="utf-8")
    loaded = load_toolbox(tmp_path, lambda path: path.name)
    assert [problem for problem in loaded.problems if problem.file == "guide.yml"]
