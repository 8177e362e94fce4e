"""What a school adds to the toolbox: its files add to the data, and a broken one costs nothing but itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from waypost.errors import Problem
from waypost.load.toolbox import LoadedToolbox, load_toolbox
from waypost.model.toolbox import Toolbox
from waypost.render.place import toolbox_dir
from waypost.views.moves import build_move_rows

MOVE: dict[str, Any] = {
    "id": "own-greet",
    "text": "Stand at the door and greet every learner by name.",
    "see": ["they walk past me", "nobody looks up"],
    "works_when": "Every learner has heard their name before the bell.",
    "keywords": ["greeting", "door", "hello"],
    "element": "relationships",
    "level": "1",
}
STEP = {key: value for key, value in MOVE.items() if key not in ("element", "level")}
PROGRESSION: dict[str, Any] = {
    "id": "flex-foundation",
    "model": "Flex",
    "phase": "Foundation",
    "phases": ["Foundation", "Differentiated", "Personalized"],
    "source": "Our school's own steps",
    "steps": [{**STEP, "id": "flex-foundation-1", "group": "Teacher Role"}],
}
DRIVER: dict[str, Any] = {
    "id": "own-outdoors",
    "name": "Outdoors",
    "statement": "Learning happens outside of the building, too.",
    "levels": ["Going out", "Working out there", "At home out there"],
    "source": "Our school's own driver",
    "elements": [
        {
            "id": "own-garden",
            "name": "Garden",
            "statement": "What grows is looked after by learners.",
            "moves": [{**STEP, "id": "own-garden-1-1"}],
        }
    ],
}


def changed(part: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """`part` with other fields; those that become None are taken away."""
    return {key: value for key, value in {**part, **fields}.items() if value is not None}


@pytest.fixture
def local(tmp_path: Path) -> Path:
    return tmp_path


def load(local: Path, **files: Any) -> LoadedToolbox:
    for name, content in files.items():
        (local / f"{name}.yml").write_text(yaml.safe_dump(content, allow_unicode=True))
    return load_toolbox(toolbox_dir(), lambda path: path.name, local)


def rows(loaded: LoadedToolbox) -> dict[str, dict[str, Any]]:
    """The rows of what is the school's own, by id."""
    assert loaded.toolbox
    return {row["id"]: row for row in build_move_rows(loaded.toolbox) if row.get("own")}


def test_move_joins_the_element_that_it_names(local: Path) -> None:
    loaded = load(local, moves={"moves": [MOVE]})
    assert loaded.problems == ()
    row = rows(loaded)["own-greet"]
    assert (row["element_name"], row["level"]) == ("Relationships", 1)
    assert row["page"] == "elements/relationships.html#own-greet"
    assert row["level_name"] == "Moving to learner centered"


def test_move_joins_the_progression_that_it_names(local: Path) -> None:
    move = changed(MOVE, element=None, level=None, progression="flex-personalized", group="Teacher Role")
    row = rows(load(local, moves={"moves": [move]}))["own-greet"]
    assert (row["model"], row["group"]) == ("Flex", "Teacher Role")
    assert row["page"] == "progressions/flex-personalized.html#own-greet"


def test_driver_and_progression_join_the_others_and_carry_moves_themselves(local: Path) -> None:
    moves = {"moves": [changed(MOVE, element="own-garden", related=["flex-foundation-1", "relationships-1-1"])]}
    loaded = load(local, a=moves, driver=DRIVER, progression=PROGRESSION)
    assert loaded.problems == ()
    assert loaded.toolbox
    assert [driver.id for driver in loaded.toolbox.drivers if driver.is_own] == ["own-outdoors"]
    assert [one.id for one in loaded.toolbox.progressions if one.is_own] == ["flex-foundation"]
    found = rows(loaded)
    assert set(found) == {"own-garden-1-1", "flex-foundation-1", "own-greet"}
    assert found["own-greet"]["driver"] == "own-outdoors"
    assert found["own-greet"]["related"] == ["flex-foundation-1", "relationships-1-1"]


def test_waypost_own_moves_are_not_marked(local: Path) -> None:
    assert rows(load(local)) == {}


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    loaded = load_toolbox(toolbox_dir(), None, tmp_path / "local")
    assert loaded.problems == ()
    assert loaded.toolbox
    assert loaded.toolbox.own == ()


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "id of the source": (changed(MOVE, id="relationships-1-99"), "such as own-relationships-1-99"),
    "id of a source's progression": (changed(MOVE, id="flex-personalized-x"), "such as own-flex-personalized-x"),
    "id that is taken": (changed(MOVE, id="relationships-1-1"), "already an id in the toolbox itself"),
    "id without a beginning": (changed(MOVE, id="main"), "such as own-main"),
    "related move that is nowhere": (changed(MOVE, related=["culture-1-22"]), "did you mean culture-1-2?"),
    "element that is not there": (changed(MOVE, element="relationshps"), "did you mean relationships?"),
    "level that is none": (changed(MOVE, level="4"), "write 3 or less"),
    "element without a level": (changed(MOVE, level=None), "element and level, or progression and group"),
    "both homes": (changed(MOVE, progression="flex-personalized", group="x"), "element and level, or progression"),
    "no home": (changed(MOVE, element=None, level=None), "element and level, or progression and group"),
    "too little to see": (changed(MOVE, see=["they walk past"]), "this list has one entry, and 2 is the least"),
    "too many keywords": (changed(MOVE, keywords=[f"word {n}" for n in range(13)]), "13 entries, and 12 is the most"),
    "text that is too short": (changed(MOVE, text="Greet"), "this has 5 characters, and 10 is the least"),
    "field that is none": (changed(MOVE, keyword=["x"]), "did you mean keywords?"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_file_is_told_and_left_out_and_the_others_stand(local: Path, broken: str) -> None:
    move, mend = BROKEN[broken]
    loaded = load(local, a={"moves": [move]}, b={"moves": [changed(MOVE, id="own-other")]})
    assert [problem.file for problem in loaded.problems] == ["a.yml"]
    problem = loaded.problems[0]
    assert problem.line > 0
    assert mend in problem.message
    assert set(rows(loaded)) == {"own-other"}


def test_list_whose_entries_are_wrong_is_not_called_empty(local: Path) -> None:
    loaded = load(local, a={"moves": [changed(MOVE, text="Greet")]})
    assert len(loaded.problems) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"greeting": "hello"}, "list moves under moves:"),
        ({"moves": [MOVE], "steps": []}, "moves and steps stand in one file"),
        ({"moves": []}, "this list is empty: write at least one entry"),
    ],
)
def test_file_that_is_none_of_the_kinds_says_what_it_could_be(local: Path, content: Any, told: str) -> None:
    loaded = load(local, a=content)
    assert [told in problem.message for problem in loaded.problems] == [True]
    assert loaded.toolbox


@pytest.mark.parametrize("raw", [b"", b"moves: [", b"\xff\xfe", b"moves: &a [*a]", b"- x", b"moves:\n  - id: !!x y"])
def test_no_file_breaks_the_toolbox(local: Path, raw: bytes) -> None:
    (local / "a.yml").write_bytes(raw)
    loaded = load(local, b={"moves": [MOVE]})
    assert loaded.problems
    assert {problem.file for problem in loaded.problems} == {"a.yml"}
    assert set(rows(loaded)) == {"own-greet"}


def test_an_id_stands_once_over_all_files(local: Path) -> None:
    loaded = load(local, a={"moves": [MOVE]}, b={"moves": [MOVE]})
    assert [(problem.file, problem.line) for problem in loaded.problems] == [("b.yml", 3)]
    assert "own-greet is already an id in a.yml, line" in loaded.problems[0].message
    assert set(rows(loaded)) == {"own-greet"}


def test_what_belongs_to_a_broken_driver_waits_for_it(local: Path) -> None:
    moves = {"moves": [changed(MOVE, element="own-garden")]}
    loaded = load(local, a=moves, driver=changed(DRIVER, levels=["one"]))
    assert {problem.file for problem in loaded.problems} == {"a.yml", "driver.yml"}
    assert "own-garden” stands in driver.yml, which has problems" in str(problems_in(loaded, "a.yml"))
    assert rows(loaded) == {}


def test_no_way_leads_to_a_move_that_was_left_out(local: Path) -> None:
    good = changed(MOVE, id="own-good", related=["own-broken", "culture-1-2"])
    loaded = load(local, a={"moves": [good]}, b={"moves": [changed(MOVE, id="own-broken", text="Greet")]})
    assert {problem.file for problem in loaded.problems} == {"b.yml"}
    assert rows(loaded)["own-good"]["related"] == ["culture-1-2"]


def test_step_outside_of_its_driver_is_told(local: Path) -> None:
    element = {**DRIVER["elements"][0], "moves": [{**STEP, "id": "own-elsewhere"}]}
    loaded = load(local, driver=changed(DRIVER, elements=[element]))
    assert "own-elsewhere: write own-garden-" in loaded.problems[0].message


def problems_in(loaded: LoadedToolbox, file: str) -> list[Problem]:
    return [problem for problem in loaded.problems if problem.file == file]


def test_a_shortcut_to_another_place_is_not_followed(local: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.yml"
    elsewhere.write_text(yaml.safe_dump({"moves": [MOVE]}))
    (local / "a.yml").symlink_to(elsewhere)
    loaded = load(local)
    assert "shortcut" in loaded.problems[0].message
    assert rows(loaded) == {}


def test_every_id_of_the_source_is_reserved_and_none_of_a_school() -> None:
    loaded = load_toolbox(toolbox_dir())
    assert isinstance(loaded.toolbox, Toolbox)
    reserved = re.compile(loaded.toolbox.reserved)
    assert all(reserved.match(row["id"]) for row in build_move_rows(loaded.toolbox))
    assert not reserved.match("own-relationships-1-1")
    assert not reserved.match("flex-foundation-1")
