"""Which word is taken for the one that was meant."""

from __future__ import annotations

from waypost.load.suggestions import did_you_mean, nearest, one_of


def test_a_slip_of_the_pen_finds_its_word() -> None:
    assert nearest("techer", ["self", "peer", "teacher"]) == "teacher"


def test_capitals_do_not_matter() -> None:
    assert nearest("GOALS", ["goals", "evidence"]) == "goals"


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert nearest("xyzzy", ["goals", "evidence"]) is None
    assert did_you_mean("xyzzy", ["goals", "evidence"]) == ""
    assert nearest("goals", []) is None


def test_among_thousands_those_that_begin_alike_are_compared() -> None:
    known = [f"{letter}{number}" for letter in ("goal-", "step-") for number in range(5000)] + ["bridge-photo"]
    assert nearest("bridge-foto", known) == "bridge-photo"


def test_long_lists_of_choices_are_cut() -> None:
    assert one_of(["a", "b"]) == "a, b"
    assert one_of(str(number) for number in range(100)).endswith("18, 19 …")
