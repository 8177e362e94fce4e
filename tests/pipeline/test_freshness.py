"""Who is made anew: everyone for whom something changed, and nobody else."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from typing import Any

import pytest

from schools import DAY, SmallSchool, short_plan
from waypost.load import load_portfolio, load_school
from waypost.making import code_digest, making_digest
from waypost.media.playback import NO_FILM
from waypost.seal.derivation import MasterKey

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"
NEXT = datetime.timedelta(days=1)
EVERYONE = (AMARA, TEODOR)


def test_build_without_a_change_makes_nobody_anew(school: SmallSchool) -> None:
    before = school.contents()
    assert school.build().rebuilt == ()
    after = school.contents()
    assert after.keys() == before.keys()
    # The ledger alone is sealed anew.
    assert [path for path in after if after[path] != before[path]] == [school.workshop.ledger_path]


def test_touched_file_makes_nobody_anew(school: SmallSchool) -> None:
    for path in school.folder(AMARA).rglob("*"):
        os.utime(path, (1, 1))
    assert school.build().rebuilt == ()


@pytest.mark.parametrize("path", ["plp.yml", "sharing.yml", "notes.md", "evidence/radio of amara-osei.jpg"])
def test_changed_file_makes_its_learner_anew_and_nobody_else(path: str, school: SmallSchool) -> None:
    school.write_sharing(AMARA, {"name": "Family", "audience": "family"})
    (school.folder(AMARA) / "notes.md").write_text("one")
    school.build()
    file = school.folder(AMARA) / path
    file.write_bytes(file.read_bytes() + b"\n")
    assert school.build().rebuilt == (AMARA,)
    assert school.build().rebuilt == ()


def test_file_of_the_computer_makes_nobody_anew(school: SmallSchool) -> None:
    (school.folder(AMARA) / ".DS_Store").write_bytes(b"\0")
    assert school.build().rebuilt == ()


def test_pipe_in_a_folder_holds_no_build(school: SmallSchool) -> None:
    os.mkfifo(school.folder(AMARA) / "pipe")
    assert school.build().rebuilt == (AMARA,)
    assert school.build().rebuilt == ()


def test_changed_school_makes_everyone_anew_and_a_comment_does_not(school: SmallSchool) -> None:
    file = school.settings.portfolios / "school.yml"
    file.write_text("# a comment\n" + file.read_text())
    assert school.build().rebuilt == ()
    file.write_text(file.read_text() + "language: es\n")
    assert school.build().rebuilt == EVERYONE


def test_changed_text_that_the_school_names_makes_everyone_anew(school: SmallSchool) -> None:
    folder = school.settings.portfolios
    (folder / "texts").mkdir()
    (folder / "texts" / "speaking.md").write_text("One.")
    row = '[{"id": "speaking", "name": "Speaking", "description": "texts/speaking.md"}]'
    (folder / "school.yml").write_text(f"name: Quarry Lane School\nproficiencies: {row}\n")
    assert set(school.build().rebuilt) >= set(EVERYONE)
    assert school.build().rebuilt == ()
    (folder / "texts" / "speaking.md").write_text("Two.")
    assert set(school.build().rebuilt) >= set(EVERYONE)


def test_other_code_and_another_key_make_everyone_anew(school: SmallSchool, monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_digest()
    with monkeypatch.context() as patch:
        for place in ("waypost.charter.code_digest", "waypost.making.code_digest"):
            patch.setattr(place, lambda: code[::-1])
        assert school.build().rebuilt == EVERYONE
    assert school.build().rebuilt == EVERYONE
    loaded = load_school(school.settings.portfolios / "school.yml").school
    assert loaded is not None
    assert making_digest(loaded, school.master) != making_digest(loaded, MasterKey(bytes(32)))


def test_changed_limit_makes_everyone_anew_and_is_told_by_the_build(school: SmallSchool) -> None:
    plan = short_plan(AMARA, "Amara Osei")
    plan["evidence"][0]["playback"] = "web"
    school.write_plan(AMARA, plan)
    build = school.build()
    assert [problem.message for problem in build.advice] == [NO_FILM]
    assert build.problems_that_count == ()
    with_more = replace(school, options=replace(school.options, most_pages=80))
    assert with_more.build().rebuilt == EVERYONE
    # What is told of someone is told again where nothing had to be made.
    again = with_more.build()
    assert (again.rebuilt, again.advice) == ((), build.advice)
    assert f"{NO_FILM} (advice)" in school.run("build", "--today", str(DAY)).stderr


def test_day_after_something_was_due_makes_its_learner_anew(school: SmallSchool) -> None:
    plan = short_plan(AMARA, "Amara Osei")
    plan["goals"][0]["steps"][0]["due"] = str(DAY + 3 * NEXT)
    school.write_plan(AMARA, plan)
    school.build()
    for days in (1, 2, 3):
        assert school.build(DAY + days * NEXT).rebuilt == ()
    before = school.open(school.link(AMARA)).text
    assert school.build(DAY + 4 * NEXT).rebuilt == (AMARA,)
    assert school.open(school.link(AMARA)).text != before
    assert school.build(DAY + 4 * NEXT).rebuilt == ()
    assert school.build(DAY + 400 * NEXT).rebuilt == (TEODOR,)


def test_clock_that_goes_back_costs_time_only(school: SmallSchool) -> None:
    assert school.build(DAY - NEXT).rebuilt == EVERYONE
    assert school.build(DAY - NEXT).rebuilt == ()
    assert school.build(DAY).rebuilt == ()
    assert len(school.open_all()) == 4


@pytest.mark.parametrize("last", ["9999-12-31", "9999-12-30"])
def test_last_day_of_the_calendar_is_a_day(last: str, school: SmallSchool) -> None:
    plan = short_plan(AMARA, "Amara Osei")
    plan["goals"][0]["by"] = last
    plan["goals"][0]["steps"][0]["due"] = last
    school.write_plan(AMARA, plan)
    school.write_sharing(AMARA, {"name": "Family", "audience": "family", "until": last})
    build = school.build()
    assert (build.rebuilt, build.problems) == ((AMARA,), ())
    assert school.build(datetime.date(9999, 12, 31)).kept == ()


def test_what_changes_during_a_build_is_seen_by_the_next(school: SmallSchool, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = short_plan(AMARA, "Amara Osei")

    def load_early(*arguments: Any) -> Any:
        loaded = load_portfolio(*arguments)
        school.write_plan(AMARA, {**plan, "plan": {**plan["plan"], "sentence": "Saved a moment later."}})
        return loaded

    school.write_plan(AMARA, {**plan, "plan": {**plan["plan"], "sentence": "Saved before."}})
    with monkeypatch.context() as patch:
        patch.setattr("waypost.learner.load_portfolio", load_early)
        assert school.build().rebuilt == (AMARA,)
    assert "Saved before." in school.open(school.link(AMARA)).text
    assert school.build().rebuilt == (AMARA,)
    assert "Saved a moment later." in school.open(school.link(AMARA)).text
