"""The toolbox's data: complete, in its own order, and linked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import Toolbox
from waypost.toolbox import place_toolbox
from waypost.views.moves import build_move_rows

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    loaded = load_toolbox(REPOSITORY / "toolbox")
    assert loaded.problems == ()
    assert loaded.toolbox is not None
    return loaded.toolbox


def test_five_drivers_fourteen_elements_and_297_action_steps(toolbox: Toolbox) -> None:
    elements = [element for driver in toolbox.drivers for element in driver.elements]
    assert (len(toolbox.drivers), len(elements)) == (5, 14)
    assert sum(len(element.moves) for element in elements) == 297


def test_nine_steps_of_flex_and_eleven_of_enriched_virtual(toolbox: Toolbox) -> None:
    assert {one.id: len(one.steps) for one in toolbox.progressions} == {
        "flex-personalized": 9,
        "enriched-virtual-personalized": 11,
    }


def test_places_in_an_element_follow_each_other_on_three_levels(toolbox: Toolbox) -> None:
    for driver in toolbox.drivers:
        for element in driver.elements:
            places = [tuple(map(int, move.id.removeprefix(f"{element.id}-").split("-"))) for move in element.moves]
            counts = [sum(1 for level, _ in places if level == one) for one in (1, 2, 3)]
            assert all(counts)
            assert places == [(level, place) for level in (1, 2, 3) for place in range(1, counts[level - 1] + 1)]


def test_every_step_of_a_progression_names_the_move_after_it(toolbox: Toolbox) -> None:
    assert all(step.next for one in toolbox.progressions for step in one.steps)


def test_mindset_has_the_four_signs_of_a_fixed_one(toolbox: Toolbox) -> None:
    elements = {element.id: element for driver in toolbox.drivers for element in driver.elements}
    assert len(elements["mindset"].signs) == 4


def test_no_two_moves_are_seen_by_the_same_words(toolbox: Toolbox) -> None:
    phrases = [phrase.casefold() for row in build_move_rows(toolbox) for phrase in row["see"]]
    assert len(phrases) == len(set(phrases))


def test_open_data_holds_every_move_in_the_promised_shape(tmp_path: Path) -> None:
    place_toolbox(tmp_path, "https://school.example.org/")
    moves = json.loads((tmp_path / "toolbox/moves.json").read_text())["moves"]
    assert len(moves) == len({move["id"] for move in moves}) == 317
    for move in moves:
        assert {"id", "text", "leap", "see", "works_when", "keywords", "related"} <= set(move)
        assert ("element" in move) == ("level" in move) == ("driver" in move) == ("model" not in move)
        assert 2 <= len(move["see"]) <= 5
        assert all(re.fullmatch(r"(LE|P|I)\.\d", code) for code in move["leap"])


def test_a_related_move_that_does_not_exist_is_told_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "progressions"
    folder.mkdir()
    text = (REPOSITORY / "toolbox/progressions/flex-personalized.yml").read_text()
    (folder / "flex-personalized.yml").write_text(
        re.sub(r"related: \[[a-z0-9-]+", "related: [no-such-move", text, count=1)
    )
    problems = load_toolbox(tmp_path).problems
    told = next(problem for problem in problems if "no move has the id no-such-move" in problem.message)
    assert "no-such-move" in text_of(folder / "flex-personalized.yml", told.line)


def text_of(path: Path, line: int) -> str:
    """One line of a file, counted from 1."""
    return path.read_text().splitlines()[line - 1]
