"""A good plan with anything in it changed gives problems in plain words, never an exception."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from waypost.load import load_portfolio, load_school
from waypost.load.contents import split_lines
from waypost.load.shapes import shape_fields
from waypost.model import PLP, Part, School, Sharing

GOLDEN = Path(__file__).parents[1] / "golden" / "load"
CASE = yaml.safe_load((GOLDEN / "cases" / "a-plan-with-every-field.yml").read_text(encoding="utf-8"))
PLAN = yaml.load(CASE["files"]["plp.yml"], Loader=yaml.BaseLoader)  # noqa: S506 - every scalar as text
SHARING = yaml.load(CASE["files"]["sharing.yml"], Loader=yaml.BaseLoader)  # noqa: S506
SCHOOL_FILE = yaml.load((GOLDEN / "school.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506

JARGON = re.compile(
    r"Input should|Field required|type=|valid (string|tuple|dict|list|integer|boolean)|pydantic|validation error|"
    r"\[key\]|function-|Traceback|None|\{|NoneType|<class|Extra inputs|should match pattern|\^\["
)
VALUES: list[Any] = [
    *(
        None,
        "",
        "x",
        "no",
        "9",
        "-1",
        "2026-02-30",
        "2026-11-21",
        "about.md",
        "gone.md",
        "../up.md",
        "a{b}c",
        "é" * 400,
    ),
    *(
        [],
        {},
        ["x"],
        [None],
        [["x"]],
        [{}],
        {"x": "y"},
        {"id": "x", "title": ["y"]},
        "patience",
        "plank",
        "steam",
        "%s %",
    ),
]


def steps_to(data: Any, loc: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries: list[tuple[Any, Any]] = []
    if isinstance(data, dict):
        entries = list(data.items())
    elif isinstance(data, list):
        entries = list(enumerate(data))
    for step, value in entries:
        yield (*loc, step)
        yield from steps_to(value, (*loc, step))


def mutate(data: Any, changes: list[tuple[int, int]]) -> Any:
    data = copy.deepcopy(data)
    for where, what in changes:
        places = list(steps_to(data))
        if not places:
            break
        loc = places[where % len(places)]
        holder = data
        for step in loc[:-1]:
            holder = holder[step]
        choice = what % (len(VALUES) + 2)
        if choice == len(VALUES):
            del holder[loc[-1]]
        elif choice == len(VALUES) + 1 and isinstance(holder, dict):
            holder["unheard-of"] = holder.pop(loc[-1])
        else:
            holder[loc[-1]] = copy.deepcopy(VALUES[choice % len(VALUES)])
    return data


CHANGES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), min_size=1, max_size=4)
SEARCH = settings(max_examples=150, deadline=None, database=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutations") / "ada"
    (folder / "evidence" / "drawings").mkdir(parents=True)
    (folder / "evidence" / "Me at the harbor.png").write_bytes(b"x")
    (folder / "evidence" / "drawings" / "plank.txt").write_bytes(b"x")
    (folder / "about.md").write_text(CASE["files"]["about.md"])
    return folder


@pytest.fixture(scope="module")
def school() -> School:
    loaded = load_school(GOLDEN / "school.yml")
    assert loaded.school is not None
    return loaded.school


def check_told(path: Path, problems: tuple[Any, ...]) -> None:
    lines = split_lines(path.read_text(encoding="utf-8"))
    for problem in problems:
        assert not JARGON.search(problem.message.replace("a{b}c", "")), problem
        assert re.search(r": |; did you mean|: $|\. ", problem.message), problem
        if problem.file == str(path) and problem.line:
            assert problem.line <= len(lines), problem
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem


@SEARCH
@given(CHANGES)
def test_a_changed_plan_is_told_in_plain_words(folder: Path, school: School, changes: list[tuple[int, int]]) -> None:
    path = folder / "plp.yml"
    path.write_text(yaml.safe_dump(mutate(PLAN, changes), allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "sharing.yml").write_text(CASE["files"]["sharing.yml"], encoding="utf-8")
    loaded = load_portfolio(folder, school)
    assert (loaded.portfolio is None) == any(problem.severity == "error" for problem in loaded.problems)
    check_told(path, loaded.problems)


@SEARCH
@given(CHANGES)
def test_a_changed_sharing_file_is_told_in_plain_words(
    folder: Path, school: School, changes: list[tuple[int, int]]
) -> None:
    (folder / "plp.yml").write_text(CASE["files"]["plp.yml"], encoding="utf-8")
    path = folder / "sharing.yml"
    path.write_text(yaml.safe_dump(mutate(SHARING, changes), allow_unicode=True, sort_keys=False), encoding="utf-8")
    check_told(path, load_portfolio(folder, school).problems)


@SEARCH
@given(CHANGES)
def test_a_changed_school_file_is_told_in_plain_words(folder: Path, changes: list[tuple[int, int]]) -> None:
    path = folder.parent / "school.yml"
    path.write_text(yaml.safe_dump(mutate(SCHOOL_FILE, changes), allow_unicode=True, sort_keys=False), encoding="utf-8")
    loaded = load_school(path)
    assert (loaded.school is None) == bool(loaded.problems)
    check_told(path, loaded.problems)


def test_the_good_plan_uses_every_field_of_the_model() -> None:
    assert unused_fields(PLP, [PLAN]) == set()
    assert unused_fields(Sharing, [SHARING]) == set()


def unused_fields(model: type[Part], given: list[Any]) -> set[str]:
    mappings = [value for value in given if isinstance(value, dict)]
    unused = set()
    for key, shape in shape_fields(model).items():
        values = [mapping[key] for mapping in mappings if key in mapping]
        if not values:
            unused.add(f"{model.__name__}.{key}")
        elif shape.part is not None:
            assert issubclass(shape.part, BaseModel)
            unused |= unused_fields(
                shape.part, [item for value in values for item in (value if shape.layers else [value])]
            )
    return unused
