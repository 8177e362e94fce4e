"""What load_document promises for any bytes at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waypost.errors import Problem
from waypost.load.contents import split_lines
from waypost.load.documents import Document, load_document, read_document

PIECES = (
    *("a:", "b: ", "id: x", "- ", " ", "  ", "\n", "\n  ", "\r\n", "\r", "\t", "[", "]", "{", "}", ",", ":", "?", "? "),
    *(
        "'",
        '"',
        "\\",
        "\\x",
        "|",
        ">",
        "|2-",
        "#",
        "&a ",
        "*a",
        "!",
        "!!str ",
        "%",
        "@",
        "`",
        "---",
        "...",
        "~",
        "null",
    ),
    *("é", "e\u0301", "😀", "\u2028", "\x85", "\ufeff", "\x00", "\x07", "ا", "word", "<<: ", "=", "%YAML 1.1\n"),
)
LETTERS = st.characters(categories=["L", "N"])


def encode(text: str) -> bytes:
    return text.encode(errors="replace")


TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
BYTES = st.one_of(st.binary(max_size=200), TEXTS.map(encode), st.text().map(encode))
SEARCH = settings(max_examples=400, deadline=None, database=None)


def inside(place: tuple[int, int], lines: list[str]) -> bool:
    line, column = place
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


@SEARCH
@given(BYTES)
def test_any_bytes_give_a_document_or_a_problem(data: bytes) -> None:
    document, problems = read_document(data, "plp.yml")
    assert document is not None or problems
    assert all(problem.message and problem.file == "plp.yml" for problem in problems)


@SEARCH
@given(TEXTS)
def test_every_place_is_inside_the_file(text: str) -> None:
    document, problems = read_document(text.encode(), "plp.yml")
    lines = split_lines(text.removeprefix("\ufeff"))
    places = [(problem.line, problem.column) for problem in problems]
    if document is not None:
        places += [*document.values.values(), *document.keys.values()]
    assert all(inside(place, lines) for place in places), (places, lines)


@SEARCH
@given(st.dictionaries(st.text(LETTERS, min_size=1), st.text(LETTERS)))
def test_quoted_texts_come_back_as_they_were(data: dict[str, str]) -> None:
    text = "x: 'y'\n" + "".join(f"'{key}': '{value}'\n" for key, value in data.items() if key != "x")
    document, problems = read_document(text.encode(), "plp.yml")
    assert problems == []
    assert document is not None
    assert document.data == data | {"x": "y"}


def read(text: str) -> Document:
    document, problems = read_document(text.encode(), "plp.yml")
    assert document is not None
    assert problems == []
    return document


def test_every_scalar_is_text_and_nothing_is_none() -> None:
    document = read("a: no\nb: 1.0\nc: 2026-09-01\nd: ~\ne:\nf: ''\ng: 'null'\nh: 0x10\nyes: true\n")
    expected: dict[str, str | None] = {"a": "no", "b": "1.0", "c": "2026-09-01", "d": None, "e": None}
    assert document.data == expected | {"f": "", "g": "null", "h": "0x10", "yes": "true"}


def test_values_and_keys_keep_their_places() -> None:
    document = read("plan:\n  name: Ada\ngoals:\n  - id: x\n    serves: [a, b]\n")
    assert document.place(("plan", "name")) == (2, 9)
    assert document.key_place(("plan", "name")) == (2, 3)
    assert document.place(("goals", 0, "serves", 1)) == (5, 17)
    assert document.place(()) == (1, 1)


def test_what_is_not_there_has_the_place_around_it() -> None:
    document = read("plan:\n  name: Ada\n")
    assert document.place(("plan", "meetings", 0, "date")) == (2, 3)
    assert document.key_place(("plan", "grade")) == (2, 3)
    assert document.place(("goals",)) == (1, 1)
    assert document.holds(("plan", "name"))
    assert not document.holds(("plan", "grade"))


def test_a_grafted_part_has_places_in_its_own_file() -> None:
    plan = read("plan:\n  name: Ada\n")
    beside, _ = read_document(b"\ntitle: Bridge\n", "evidence/bridge.png.yml")
    assert beside is not None
    plan.grafts["evidence", 0] = beside
    assert plan.problem(("evidence", 0, "title"), "x: y") == Problem("evidence/bridge.png.yml", 2, 8, "x: y")
    assert plan.problem(("evidence", 0), "x: y").line == 2
    assert plan.problem(("evidence", 1), "x: y").file == "plp.yml"


def test_line_separators_of_other_programs_do_not_shift_places() -> None:
    document = read("a: one\u2028two\x85three\nb: |\n  x\u2029y\nc: d\n")
    assert document.data == {"a": "one two three", "b": "x y\n", "c": "d"}
    assert document.place(("c",)) == (4, 4)


def test_twenty_levels_are_read() -> None:
    document = read("a: " + "[" * 19 + "]" * 19)
    assert document.place(("a", *[0] * 18)) == (1, 22)


def test_a_file_that_becomes_a_pipe_while_it_is_opened_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "plp.yml", tmp_path / "other.yml"
    os.mkfifo(path)
    other.write_text("a: b\n")
    monkeypatch.setattr(Path, "lstat", lambda _self: os.lstat(other))
    document, problems = load_document(path, "plp.yml")
    assert document is None
    assert "pipe" in problems[0].message


def test_a_file_that_becomes_a_link_while_it_is_opened_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "plp.yml", tmp_path / "other.yml"
    other.write_text("a: b\n")
    path.symlink_to(other)
    monkeypatch.setattr(Path, "lstat", lambda _self: os.lstat(other))
    document, problems = load_document(path, "plp.yml")
    assert document is None
    assert problems[0].message.startswith("this file cannot be read")


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plp.yml"
    path.write_text("a: b\n")

    def refuse(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    document, problems = load_document(path, "plp.yml")
    assert document is None
    assert [str(problem) for problem in problems] == [
        "plp.yml:0:0: this file cannot be read (Permission denied): check who may open it"
    ]


def test_limits_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "plp.yml"
    path.write_text("a: [[b]]\n")
    assert load_document(path, "x", most_levels=3)[1] == []
    assert load_document(path, "x", most_levels=2)[0] is None
    assert load_document(path, "x", most_bytes=9)[1] == []
    assert load_document(path, "x", most_bytes=8)[1] == [
        Problem("x", 0, 0, "this file is larger than 8 bytes: split it, or shorten it")
    ]
