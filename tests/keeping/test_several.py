"""Where several people's sheets differ, and what becomes of rounds."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from keeping.conftest import Keeper, Sheet, blank_sheet


def rated(level: str, finished: str = "", rater: str = "Ana", date: str = "") -> Sheet:
    sheet = blank_sheet("assessment")
    sheet["head"] |= {"rater": rater, "finished": finished}
    sheet["entries"]["flexibility"] |= {"level": level, "date": date}
    return sheet


def planned(**values: str) -> Sheet:
    sheet = blank_sheet("planner")
    sheet["entries"]["pl-rollout-plan"] |= values
    return sheet


@pytest.mark.parametrize(
    ("levels", "kind", "missing"),
    [
        (["developing", "developing"], "same", 0),
        (["developing", "performing"], "differs", 0),
        (["developing", ""], "one", 1),
        (["developing", "", "developing"], "same", 1),
        (["", "developing", "performing"], "differs", 1),
        (["", ""], "none", 2),
    ],
)
def test_who_said_nothing_differs_from_nobody(keeper: Keeper, levels: list[str], kind: str, missing: int) -> None:
    found = keeper.do("difference", "assessment", sheets=[rated(level) for level in levels], entry="flexibility")
    assert (found["kind"], found["missing"]) == (kind, missing)


def test_difference_names_the_fields_and_not_the_notes(keeper: Keeper) -> None:
    one = planned(owner="Ana", status="decided", year="1", notes="soon")
    other = planned(owner=" Ana ", status="decided", year="2", notes="later")
    found = keeper.do("difference", "planner", sheets=[one, other], entry="pl-rollout-plan")
    assert found == {"kind": "differs", "missing": 0, "fields": ["year"]}


def test_only_what_is_empty_and_agreed_is_filled_in(keeper: Keeper) -> None:
    mine = planned(owner="Ana")
    before = copy.deepcopy(mine)
    others = [planned(owner="Ben", year="1", status="decided"), planned(owner="Ben", year="2", status="decided")]
    filled = keeper.do("fill", "planner", sheets=[mine, *others])
    before["entries"]["pl-rollout-plan"] |= {"status": "decided"}
    assert filled == before


def test_rounds_stand_by_day_and_the_open_one_last(keeper: Keeper) -> None:
    late, early, opened = rated("performing", "2026-05-01"), rated("initiating", "2025-05-01"), rated("developing")
    assert keeper.do("order", "assessment", sheets=[late, early, opened], today="2026-06-01") == [early, late, opened]


def test_no_round_is_open_where_all_are_finished(keeper: Keeper) -> None:
    early = rated("initiating", "2025-05-01")
    assert keeper.do("order", "assessment", sheets=[early], today="2026-06-01") == [early, blank_sheet("assessment")]


def add(keeper: Keeper, mine: list[Sheet], others: list[Sheet]) -> Any:
    return keeper.do("add", "assessment", sheets=mine, others=others, today="2026-06-01")


def test_added_rounds_leave_the_open_one_open(keeper: Keeper) -> None:
    mine, theirs = rated("developing"), rated("performing", "2026-05-01", "Ben")
    assert add(keeper, [mine], [theirs]) == [theirs, mine]


def test_unfinished_round_of_another_is_finished_on_its_last_day(keeper: Keeper) -> None:
    mine, theirs = rated("developing"), rated("performing", "", "Ben", "2026-04-04")
    (added, opened) = add(keeper, [mine], [theirs])
    assert added == rated("performing", "2026-04-04", "Ben", "2026-04-04")
    assert opened == mine


def test_round_that_is_here_already_is_not_added_twice(keeper: Keeper) -> None:
    early, mine = rated("initiating", "2025-05-01"), rated("developing")
    unfinished = rated("performing", "", "Ben")
    once = add(keeper, [early, mine], [early, unfinished])
    assert len(once) == 3
    assert add(keeper, once, [early, unfinished]) == once
