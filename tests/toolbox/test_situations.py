"""Where one begins with nothing to type: situations that lead to moves, and a sentence for each level."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import Toolbox
from waypost.views.moves import build_move_rows
from waypost.views.starts import build_starts

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    loaded = load_toolbox(REPOSITORY / "toolbox")
    assert loaded.toolbox is not None
    return loaded.toolbox


def test_every_situation_leads_to_moves_that_exist(toolbox: Toolbox) -> None:
    known = {row["id"] for row in build_move_rows(toolbox)}
    situations = [one for group in toolbox.situations.groups for one in group.situations]
    assert len(situations) >= 40
    for one in situations:
        assert len(set(one.moves)) == len(one.moves)
        assert set(one.moves) <= known


def test_situations_lead_into_every_element_and_progression(toolbox: Toolbox) -> None:
    named = {move for group in toolbox.situations.groups for one in group.situations for move in one.moves}
    rows = build_move_rows(toolbox)
    homes = {row.get("element", row.get("progression")) for row in rows}
    assert {row.get("element", row.get("progression")) for row in rows if row["id"] in named} == homes


def test_every_element_says_what_goes_on_at_each_level(toolbox: Toolbox) -> None:
    elements = [element for driver in toolbox.drivers for element in driver.elements]
    sentences = [sentence for element in elements for sentence in element.continuum or ()]
    assert len(sentences) == 3 * len(elements) == len(set(sentences))
    assert set(build_starts(toolbox)["continua"]) == {element.id for element in elements}


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("[culture-1-3,", "[no-such-move,", "no move has the id no-such-move"),
        ("id: group-chaos", "id: one-does-it-all", "already the id"),
        ("says: One of the group does it all.", "sais: One of the group does it all.", "sais"),
    ],
)
def test_a_slip_in_the_situations_is_told_with_its_line(tmp_path: Path, written: str, instead: str, told: str) -> None:
    folder = shutil.copytree(REPOSITORY / "toolbox", tmp_path / "toolbox")
    text = (folder / "situations.yml").read_text(encoding="utf-8")
    assert written in text
    (folder / "situations.yml").write_text(text.replace(written, instead, 1), encoding="utf-8")
    loaded = load_toolbox(folder)
    assert loaded.toolbox is None
    problem = next(problem for problem in loaded.problems if told in problem.message)
    assert instead.strip("[,") in (folder / "situations.yml").read_text().splitlines()[problem.line - 1]
