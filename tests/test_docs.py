"""The pages and the code say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waypost.cli.main import VERBS
from waypost.config import Options
from waypost.reference import MARK, fill_reference

REPOSITORY = Path(__file__).parents[1]
CONFIGURATION = (REPOSITORY / "content/configuration.md").read_text()


@pytest.mark.parametrize("option", Options.__dataclass_fields__)
def test_every_option_is_described(option: str) -> None:
    assert f"| `{option}` |" in CONFIGURATION


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_is_described(verb: str) -> None:
    assert f"| `waypost {verb}" in CONFIGURATION


def test_no_command_is_described_that_does_not_exist() -> None:
    assert set(re.findall(r"^\| `waypost (\w+)", CONFIGURATION, re.MULTILINE)) == set(VERBS)


def test_every_part_of_a_plan_is_in_the_reference() -> None:
    page = fill_reference((REPOSITORY / "content/plan.md").read_text())
    assert MARK not in page
    for part in (
        "plan.meetings.participants",
        "profile.baselines",
        "goals.steps",
        "evidence.people",
        "revisions.changes",
    ):
        assert f"## `{part}`" in page
    assert "| `for` |" in page


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "SECURITY.md", "CONTRIBUTING.md"])
def test_links_to_files_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", (REPOSITORY / name).read_text())
    assert [target for target in targets if not (REPOSITORY / target).exists()] == []


def test_no_lock_file_names_an_address() -> None:
    for name in ("package-lock.json", "requirements/dev.txt", "benchmarks/requirements.txt"):
        assert re.findall(r"https?://\S+", (REPOSITORY / name).read_text()) == []
