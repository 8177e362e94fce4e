"""The toolbox of a school: drawn once, kept in the cache, searched for learners where the school wrote something."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import waypost.toolbox
from schools import SmallSchool
from waypost.checking import check_school
from waypost.publish.staging import list_files
from waypost.toolbox_parcel import PlacedToolbox, place_school_toolbox

MOVE = """moves:
  - id: own-greet
    text: Stand at the door and greet every learner by name.
    see: [they walk past me, nobody looks up]
    works_when: Every learner has heard their name before the bell.
    keywords: [greeting, door, hello]
    element: relationships
    level: 1
"""


def add(school: SmallSchool, content: str, name: str = "own.yml") -> Path:
    path = school.settings.local / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def place(school: SmallSchool, staging: Path, name: str = "staging") -> tuple[PlacedToolbox, Path]:
    folder = staging / name
    folder.mkdir()
    return place_school_toolbox(school.settings, folder), folder


def content(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in list_files(folder)}


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, drawing is a mistake."""

    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError("the toolbox was drawn again")

    monkeypatch.setattr(waypost.toolbox, "place_toolbox", refuse)


def run(school: SmallSchool, *arguments: str) -> subprocess.CompletedProcess[str]:
    return school.run(*arguments)


def test_build_without_pages_has_the_toolbox(school: SmallSchool) -> None:
    result = run(school, "build")
    assert result.returncode == 0, result.stderr
    assert len(json.loads((school.site / "toolbox/moves.json").read_text())["moves"]) == 317
    assert 'href="toolbox/index.html"' in (school.site / "index.html").read_text()
    assert run(school, "build").returncode == 0


def test_nothing_is_drawn_where_nothing_has_changed(
    empty_school: SmallSchool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    add(empty_school, MOVE)
    first, one = place(empty_school, tmp_path, "one")
    request.getfixturevalue("idle")
    again, other = place(empty_school, tmp_path, "other")
    assert again == first
    assert content(one) == content(other)
    assert set(content(one)) == first.paths
    add(empty_school, MOVE.replace("door", "gate"))
    with pytest.raises(AssertionError, match="drawn again"):
        place(empty_school, tmp_path, "third")


def test_what_changed_is_in_the_next_build_and_the_old_one_leaves_the_cache(
    empty_school: SmallSchool, tmp_path: Path
) -> None:
    place(empty_school, tmp_path, "one")
    add(empty_school, MOVE)
    _, other = place(empty_school, tmp_path, "other")
    assert "own-greet" in (other / "toolbox/moves.json").read_text()
    assert len(list((empty_school.cache / "toolbox").iterdir())) == 1


@pytest.mark.parametrize("damage", ["changed", "missing", "record", "foreign record"])
def test_damaged_cache_costs_time_only(empty_school: SmallSchool, tmp_path: Path, damage: str) -> None:
    _, one = place(empty_school, tmp_path, "one")
    before = content(one)
    (kept,) = (empty_school.cache / "toolbox").iterdir()
    target = kept / "files/toolbox/index.html"
    if damage in ("changed", "missing"):
        # What was staged shares the file: it is replaced, not written to.
        target.unlink()
    if damage == "changed":
        target.write_text("<!doctype html><p>somebody else's")
    elif damage == "record":
        (kept / "record.json").write_text("{}")
    elif damage == "foreign record":
        (kept / "record.json").write_text(json.dumps({"body": json.dumps({"files": {}}), "code": "0"}))
    _, other = place(empty_school, tmp_path, "other")
    assert content(other) == before


def test_problems_are_told_by_every_build(empty_school: SmallSchool, tmp_path: Path) -> None:
    add(empty_school, MOVE.replace("level: 1", "level: 7"))
    for name in ("one", "other"):
        placed, folder = place(empty_school, tmp_path, name)
        assert [(problem.file, problem.line) for problem in placed.problems] == [("toolbox/local/own.yml", 8)]
        assert "own-greet" not in (folder / "toolbox/moves.json").read_text()


def test_name_that_is_no_text_is_told_by_every_build_and_by_check_until_it_is_mended(
    empty_school: SmallSchool, tmp_path: Path
) -> None:
    odd = add(empty_school, MOVE, "\udcff.yml")
    told = [("toolbox/local/\\udcff.yml", "this file has a name that is not written in UTF-8: rename it")]
    for name in ("one", "other"):
        placed, folder = place(empty_school, tmp_path, name)
        assert [(problem.file, problem.message) for problem in placed.problems] == told
        assert "own-greet" not in (folder / "toolbox/moves.json").read_text()
    assert [(problem.file, problem.message) for problem in check_school(empty_school.settings)] == told
    odd.rename(odd.with_name("own.yml"))
    placed, folder = place(empty_school, tmp_path, "third")
    assert placed.problems == check_school(empty_school.settings) == ()
    assert "own-greet" in (folder / "toolbox/moves.json").read_text()


def test_strict_build_publishes_nothing_while_a_file_is_broken(school: SmallSchool) -> None:
    add(school, MOVE.replace("level: 1", "level: 7"))
    before = content(school.site)
    result = run(school, "build", "--strict")
    assert result.returncode == 1
    assert "toolbox/local/own.yml:8:12: " in result.stderr
    assert content(school.site) == before
    assert run(school, "build").returncode == 0
    assert (school.site / "toolbox/index.html").is_file()


def test_learner_named_in_a_move_of_the_school_is_not_published(school: SmallSchool) -> None:
    add(school, MOVE.replace("every learner by name", "Teodor Lindqvist by name"))
    before = content(school.site)
    result = run(school, "build")
    assert result.returncode == 1
    assert "toolbox/own.json" in result.stderr
    assert content(school.site) == before


def test_check_tells_of_the_school_and_of_one_file(school: SmallSchool) -> None:
    assert check_school(school.settings) == ()
    good, bad = add(school, MOVE), add(school, MOVE.replace("own-greet", "relationships-1-99"), "bad.yml")
    assert [problem.file for problem in check_school(school.settings)] == ["toolbox/local/bad.yml"]
    assert run(school, "check").returncode == 1
    assert run(school, "check", str(good)).returncode == 0
    for named in (str(bad), "toolbox/local", "toolbox"):
        result = run(school, "check", named)
        assert (result.returncode, result.stdout.count("\n")) == (1, 1)
        assert result.stdout.startswith("toolbox/local/bad.yml:2:9: relationships-1-99 begins as")
    assert "there is no such file" in run(school, "check", "toolbox/local/none.yml").stdout
