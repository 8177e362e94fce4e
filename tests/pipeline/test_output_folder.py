"""Where the site is published: only a folder that is ours is ever replaced, and only as a whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import schools
from schools import SmallSchool
from waypost.errors import WaypostError
from waypost.publish import exchange

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"


def assert_refused(school: SmallSchool, told: str) -> None:
    before = school.contents()
    with pytest.raises(WaypostError, match=told):
        school.build()
    assert school.contents() == before
    assert school.leftovers() == []


def test_foreign_file_is_named_and_kept(school: SmallSchool) -> None:
    (school.site / "b" / "my notes.txt").write_text("mine")
    assert_refused(school, r"files here that Waypost did not publish.*: b/my notes\.txt\. Move them away")
    result = school.run("build")
    assert result.returncode == 1
    assert "b/my notes.txt" in result.stderr
    (school.site / "b" / "my notes.txt").unlink()
    school.build()


def test_folder_of_somebody_else_is_kept(empty_school: SmallSchool) -> None:
    empty_school.site.mkdir()
    (empty_school.site / "thesis.odt").write_text("three years of work")
    assert_refused(empty_school, r"is not a site that this school published with its key.*thesis\.odt")


@pytest.mark.parametrize("damage", ["missing", "cut short", "changed", "empty"])
def test_site_without_a_whole_ledger_is_kept(damage: str, school: SmallSchool) -> None:
    ledger = school.site / school.workshop.ledger_path
    content = ledger.read_bytes()
    ledger.unlink()
    if damage != "missing":
        changed = {"cut short": content[:-1], "changed": content[:-1] + b"x", "empty": b""}
        ledger.write_bytes(changed[damage])
    assert_refused(school, "is not a site that this school published with its key")


def test_site_of_another_key_is_kept(school: SmallSchool) -> None:
    (school.root / ".waypost" / "master.key").write_bytes(bytes(range(150, 182)))
    assert_refused(school, "Move it away, or choose another site_dir")


def test_file_in_place_of_the_folder_is_kept(empty_school: SmallSchool) -> None:
    empty_school.site.write_text("mine")
    with pytest.raises(WaypostError, match="this is a file"):
        empty_school.build()
    assert empty_school.site.read_text() == "mine"


def test_empty_folder_becomes_the_site(empty_school: SmallSchool) -> None:
    empty_school.site.mkdir()
    empty_school.build()
    assert (empty_school.site / "index.html").exists()


def test_site_behind_a_link_is_published_where_it_lies(school: SmallSchool, tmp_path: Path) -> None:
    served = tmp_path / "srv" / "www"
    served.parent.mkdir()
    school.site.rename(served)
    school.site.symlink_to(served)
    (school.folder(AMARA) / "more.md").write_text("more")
    assert school.build().rebuilt == (AMARA,)
    assert school.site.is_symlink()
    assert [path.name for path in served.parent.iterdir()] == ["www"]
    assert len(school.open_all()) == 4
    (served / "mine.txt").write_text("mine")
    assert_refused(school, r"mine\.txt")


def test_published_site_is_replaced_by_one_that_was_staged_whole(
    school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, int]] = []
    call = exchange._call_system

    def look_and_call(new: bytes, old: bytes) -> int:
        staged = SmallSchool(school.root)
        complete = {path.relative_to(Path(os.fsdecode(new))).as_posix() for path in Path(os.fsdecode(new)).rglob("*.*")}
        seen.append((complete >= set(before), len(staged.open_all())))
        return call(new, old)

    before = school.contents()
    monkeypatch.setattr(exchange, "_call_system", look_and_call)
    school.build()
    assert seen == [(True, 4)]


CRASH = """
import errno, os, sys
from pathlib import Path
from schools import SmallSchool
from waypost.publish import exchange

done, move = 0, Path.rename

def crash(path, target):
    global done
    done += "waypost-" in f"{path}{target}"
    if done == int(sys.argv[2]):
        os._exit(9)
    return move(path, target)

exchange._call_system = lambda new, old: errno.ENOSYS
Path.rename = crash
SmallSchool(Path(sys.argv[1])).build()
"""


@pytest.mark.parametrize("rename", [1, 2, 3])
def test_build_after_a_crash_between_two_renames_finds_a_whole_site(rename: int, school: SmallSchool) -> None:
    # As on a system that cannot exchange: in a process of its own, which ends there as if the power had gone.
    links = school.links()
    environment = {**os.environ, "PYTHONPATH": str(Path(schools.__file__).parent)}
    command = [sys.executable, "-c", CRASH, str(school.root), str(rename)]
    assert subprocess.run(command, env=environment, check=False).returncode == 9
    assert school.leftovers() != []
    school.break_plan(AMARA)
    assert school.build().kept == (AMARA,)
    assert all(school.open(link).name for link in links.values())
    assert school.leftovers() == []


def test_lock_file_that_a_dead_build_left_stops_nobody(school: SmallSchool) -> None:
    (school.cache / "build.lock").write_text("12345")
    school.build()


def test_two_schools_beside_each_other_do_not_clear_each_other_away(tmp_path: Path) -> None:
    first = schools.start_school(tmp_path / "one")
    other = tmp_path / "one" / ".other.waypost-staging-abc"
    other.mkdir()
    first.build()
    assert other.exists()
