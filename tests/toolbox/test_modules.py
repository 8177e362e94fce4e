"""What the toolbox's own modules do where a browser, a program or a person does the unexpected, run by Node."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from node import told_by

KEPT = "waypost-my-moves"
ADDED = {"id": "culture-1-1", "note": "", "tried": "", "happened": ""}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return told_by(Path(__file__).with_name("modules.mjs"))


def test_day_that_is_none_costs_no_move_and_no_note(told: dict[str, Any]) -> None:
    kept = json.loads(told["damaged"]["kept"][KEPT])
    assert kept["moves"] == [{"id": "culture-1-2", "note": "Keep me", "tried": "", "happened": ""}, ADDED]
    assert f"{KEPT}-unread" not in told["damaged"]["kept"]


def test_what_a_later_version_kept_is_put_aside_before_anything_is_written_over_it(told: dict[str, Any]) -> None:
    later = told["later"]
    assert json.loads(later["opened"][KEPT])["version"] == 2
    assert json.loads(later["kept"][f"{KEPT}-unread"])["version"] == 2
    assert json.loads(later["kept"][KEPT])["moves"] == [ADDED]
    assert later["lasting"]


def test_what_cannot_be_put_aside_is_not_written_over(told: dict[str, Any]) -> None:
    assert json.loads(told["full"]["kept"][KEPT])["version"] == 2
    assert not told["full"]["lasting"]


def test_link_is_read_with_what_a_sentence_or_a_program_put_to_it(told: dict[str, Any]) -> None:
    links = told["links"]
    assert links["read"] == [links["set"]] * 9
    assert links["longer"] == "link-damaged"


def test_empty_draft_takes_the_place_of_none_that_another_tab_has_written(told: dict[str, Any]) -> None:
    assert told["drafts"] == {"others": True, "own": None}


def test_days_are_written_as_on_the_pages(told: dict[str, Any]) -> None:
    persian, thai, spanish, english = told["days"]
    assert english == ["March 12, 2026"] * 2
    assert spanish == ["12 de marzo de 2026"] * 2
    assert all("2026" in day for day in (*persian, *thai))


def test_figures_of_scripts_are_written_as_on_the_pages() -> None:
    scripts = Path(__file__).parents[2] / "theme" / "scripts"
    written = {path.name: path.read_text(encoding="utf-8") for path in scripts.rglob("*.js")}
    bare = [name for name, text in written.items() if re.search(r"toLocale\w+\([\w.]*\blang\b", text)]
    assert bare == []


def test_page_that_is_pasted_is_searched_by_its_first_words(told: dict[str, Any]) -> None:
    assert told["terms"] == [f"gruntlement{place}ish" for place in range(40)]


def test_paper_is_chosen_by_a_tag_with_more_than_a_language_in_it(told: dict[str, Any]) -> None:
    assert told["letter"] == [True, True, True, False, False, False, False, False]


def test_host_answers_where_a_browser_does_not_open_its_own_store(told: dict[str, Any]) -> None:
    assert told["worker"] == "from the host: https://school.example.org/toolbox/index.html"


def test_address_is_kept_by_browsers_that_count_no_parameters(told: dict[str, Any]) -> None:
    assert told["address"] == ["/?q=tuning", "/"]
