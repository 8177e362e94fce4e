"""What the viewer's own modules hold in memory, run by Node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from node import told_by


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return told_by(Path(__file__).with_name("memory.mjs"))


def test_film_of_200_megabytes_passes_through_a_few(told: dict[str, Any]) -> None:
    pile = told["pile"]
    assert (pile["size"], pile["type"], pile["ends"]) == (200_000_003, "video/mp4", [7, 7])
    assert pile["most"] <= pile["allowed"] == 4 << 20
    assert pile["rising"]


def test_content_is_refused_that_is_short_or_has_something_behind_it(told: dict[str, Any]) -> None:
    refusals = told["refusals"]
    assert (refusals["short"], refusals["unclean"]) == ("shorter than promised", "padding is not zero")


def test_browser_without_room_is_told_as_such(told: dict[str, Any]) -> None:
    assert told["refusals"]["full"] == "memory"


def test_medium_is_opened_once_and_let_go_with_its_last_holder(told: dict[str, Any]) -> None:
    shared = told["shared"]
    assert shared["address"] == "blob:a"
    assert shared["after"] == ["asked a"]
    assert shared["log"] == ["asked a", "left a", "dropped a"]


def test_media_come_three_at_a_time_and_what_left_before_its_turn_never(told: dict[str, Any]) -> None:
    turns = told["turns"]
    assert turns["first"] == ["asked a", "asked b", "asked c"]
    # With b given up in the middle and d before its turn, e and f are next.
    assert turns["log"] == ["asked a", "asked b", "asked c", "left b", "asked e", "asked f"]


def test_what_failed_is_opened_anew_and_leaving_lets_go_of_all(told: dict[str, Any]) -> None:
    again = told["again"]
    assert again["said"] == ["failed", "blob:a"]
    assert again["log"] == ["asked a", "asked a", "left a", "dropped a"]


def test_download_is_written_into_the_readers_file_whole_or_not_at_all(told: dict[str, Any]) -> None:
    assert told["saved"] == [
        {"asked": ["default"], "log": ["whole"]},
        {"asked": ["default", "reload"], "log": ["whole"]},
        {"asked": ["default", "reload"], "log": ["nothing is written", "damaged"]},
    ]
