"""Entries in plp.yml: they are read as they were meant, and every other line stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from adding.learner import add, everything_in, put
from waypost.adding.plan import Entry, PlanText
from waypost.errors import InputProblems
from waypost.load.documents import read_document

ONE = Entry({"id": "new", "file": "new.txt", "title": "yes: 'no'"}, {"caption": "Why?"})
HEAD = "plan:\n  name: Ada   # me\n"
PLANS = {
    "no list yet": HEAD,
    "no line end": HEAD.rstrip("\n"),
    "an empty key": HEAD + "evidence:\ngoals: []\n",
    "an empty key with a comment": HEAD + "evidence:   # to come\n\n# later\ngoals: []\n",
    "an empty list with a comment": HEAD + "evidence: []   # to come\ngoals: []\n",
    "nothing in words": HEAD + "evidence: ~\n",
    "dashes at the margin": HEAD + "evidence:\n- id: a\n  title: A\n\n# later\ngoals: []\n",
    "dashes further in": HEAD
    + "evidence:\n    - id: a\n      title: A\n      # alt: still to write\n\n# later\ngoals: []\n",
    "a comment between": HEAD + "evidence:\n  # my first\n  - id: a\n    title: A\n  # this stands below the list\n",
    "a long text at the end": HEAD
    + "evidence:\n  - id: a\n    title: A\n    caption: |\n      # no comment\n\n      - no entry\n",
    "entries in braces": HEAD + "evidence:\n  - {id: a, title: A}   # short\n",
    "a text over two lines": HEAD + 'evidence:\n  - id: a\n    title: "A\n      # b"\ngoals: []\n',
    "no line end behind the last entry": HEAD + "evidence:\n  - id: a\n    title: A",
    "another language": HEAD + "evidence:\n  - id: a\n    title: 作品\n",
}


@pytest.mark.parametrize("text", PLANS.values(), ids=PLANS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_is_read_as_it_was_meant_and_every_other_line_stays(text: str, end: str) -> None:
    given = text.replace("\n", end)
    written = PlanText(given.encode(), "plp.yml").with_entries([ONE]).decode()
    before, problems = read_document(given.encode(), "plp.yml")
    after, new_problems = read_document(written.encode(), "plp.yml")
    assert before
    assert after
    assert (problems, new_problems) == ([], [])
    old = before.data.get("evidence") or []
    assert after.data["evidence"] == [*old, ONE.fields]
    assert {key: value for key, value in after.data.items() if key != "evidence"} == {
        key: value for key, value in before.data.items() if key != "evidence"
    }
    lines = written.split(end)
    place = next(number for number, line in enumerate(lines) if line.endswith("- id: new"))
    rest = [line.strip() for line in (*lines[:place], *lines[place + 4 :]) if line.strip()]
    was = [line.strip() for line in given.split(end) if line.strip()]
    empty = "evidence:   # to come" if "# to come" in text else "evidence:"
    assert rest in (was, [*was, "evidence:"], [empty if line.startswith("evidence:") else line for line in was])
    assert lines[place + 3].strip() == "# caption: Why?"


@pytest.mark.parametrize(
    "text", ["evidence: [\n]\n", "evidence: {}\n", "evidence: [{id: a, title: A}]\n", "evidence: |\n"]
)
def test_a_list_that_cannot_grow_is_told_before_anything_is_done(text: str) -> None:
    with pytest.raises(InputProblems, match=r"ada/plp\.yml:3:11: evidence: write it as a list") as told:
        PlanText((HEAD + text).encode(), "ada/plp.yml")
    assert len(told.value.problems) == 1


def test_a_long_text_at_the_very_end_gets_its_line_end_and_keeps_its_words() -> None:
    text = HEAD + "evidence:\n  - id: a\n    title: A\nabout: |\n  The last line"
    written = PlanText(text.encode(), "plp.yml").with_entries([ONE])
    after, _ = read_document(written, "plp.yml")
    assert after
    assert (len(after.data["evidence"]), after.data["about"]) == (2, "The last line\n")


def test_a_plan_that_is_indented_as_a_whole_is_told_and_left_alone(ada: Path, tmp_path: Path) -> None:
    plan = "  plan:\n    name: Ada\n  goals: []\n"
    (ada / "plp.yml").write_text(plan)
    with pytest.raises(InputProblems, match="write it as a list"):
        add(ada, put(tmp_path / "a.txt", b"a"))
    assert (ada / "plp.yml").read_text() == plan
    assert [path.name for path in (ada / "evidence").iterdir()] == ["notes.txt"]


def test_a_plan_keeps_its_byte_order_mark_and_its_line_ends(ada: Path, tmp_path: Path) -> None:
    text = "\ufeffplan:\r\n  name: Ada\r\n"
    (ada / "plp.yml").write_bytes(text.encode())
    add(ada, put(tmp_path / "a.txt", b"a"))
    written = (ada / "plp.yml").read_bytes().decode()
    assert written.startswith(text)
    assert written.count("\n") == written.count("\r\n") > 5


def test_a_plan_that_would_be_too_large_to_read_stays_as_it_was(
    ada: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_in(ada)
    monkeypatch.setattr("waypost.adding.plan.LARGEST_TEXT", len(before["plp.yml"]) + 60)
    with pytest.raises(InputProblems, match="with so many entries this file would be too large"):
        add(ada, put(tmp_path / "a.txt", b"a"), put(tmp_path / "b.txt", b"b"))
    assert everything_in(ada) == before
