"""Starting schools and learners whose names mean something else to YAML, or to another computer."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from waypost.checking import check_school
from waypost.config import load_settings
from waypost.configuration import read_configuration
from waypost.errors import UsageError, WaypostError
from waypost.load import load_school
from waypost.starting import start_learner, start_school

DAY = datetime.date(2026, 11, 20)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    start_school(tmp_path / "school", DAY)
    return tmp_path / "school"


@pytest.mark.parametrize("name", ["no", "on", "null"])
def test_a_school_may_be_called_as_a_word_of_yaml(name: str, tmp_path: Path) -> None:
    start_school(tmp_path / name, DAY)
    loaded = load_school(tmp_path / name / "portfolios" / "school.yml")
    assert loaded.school
    written = read_configuration(tmp_path / name / "mkdocs.yml")["site_name"]
    assert (written, loaded.school.name) == (written, written)
    assert written.replace(" ", "-").lower() == name


def test_a_learner_may_be_called_as_a_word_of_yaml(school: Path) -> None:
    for name in ("null", "no", "ana-ruiz"):
        start_learner(school / "portfolios" / name, DAY, f"portfolios/{name}")
    assert check_school(load_settings(school)) == ()
    assert '  name: "Null"' in (school / "portfolios" / "null" / "plp.yml").read_text().splitlines()


@pytest.mark.parametrize(
    ("there", "new"), [("ana-ruiz", "Ana-Ruiz"), ("Ana-Ruiz", "ana-ruiz"), ("e\u0301mil", "\u00e9mil")]
)
def test_no_learner_is_started_beside_a_twin(there: str, new: str, school: Path) -> None:
    start_learner(school / "portfolios" / there, DAY, there)
    with pytest.raises(WaypostError, match=r"some computers take this name and “.*” for one\. Choose another name\."):
        start_learner(school / "portfolios" / new, DAY, new)
    assert not (school / "portfolios" / new).exists()


@pytest.mark.parametrize("name", ["\udcff", "a\nb"])
def test_no_school_is_started_whose_name_cannot_be_written_down(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="rename it"):
        start_school(tmp_path / name, DAY)
    assert not (tmp_path / name).exists()
