"""Parcels: believed only where this school wrote them, used only where nothing changed."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from waypost.errors import Problem
from waypost.load.sources import read_sources
from waypost.publish.parcel import CHANGED, Parcel, ParcelFile, digest_of, is_whole, read_parcel, write_parcel

TODAY = datetime.date(2026, 11, 20)
DAY = datetime.timedelta(days=1)
KEY = bytes(32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A learner's folder."""
    folder = tmp_path / "amara-osei"
    folder.mkdir()
    (folder / "plp.yml").write_text("plan: {}")
    (folder / "about.md").write_text("about")
    return folder


@pytest.fixture
def parcel(folder: Path) -> Parcel:
    sources = {name: (*stamp, digest_of(folder / name)) for name, stamp in read_sources(folder).items()}
    return Parcel(
        student="amara-osei",
        student_id="QL-1",
        student_id_place=(3, 4),
        making="making",
        sources=sources,
        fresh_from=TODAY,
        fresh_until=TODAY + 2 * DAY,
        files=(ParcelFile("b/1.age", 6, digest_of(folder / "plp.yml")), ParcelFile("p/0a/grant.age", 1, "0")),
        warnings=(Problem("plp.yml", 1, 2, "é", "warning"),),
        private="1a2b",
    )


def written(parcel: Parcel, place: Path) -> Path:
    draft = place.with_name("draft")
    (draft / "b").mkdir(parents=True)
    (draft / "b" / "1.age").write_text("plan: {}")
    write_parcel(parcel, draft, place, KEY)
    return place


def is_fresh(parcel: Parcel, folder: Path, today: datetime.date = TODAY, making: str = "making") -> bool:
    return parcel.is_fresh(making, read_sources(folder), folder, today)


def test_parcel_reads_back_as_it_was_written(parcel: Parcel, tmp_path: Path) -> None:
    assert read_parcel(written(parcel, tmp_path / "parcel"), KEY) == parcel


def test_new_parcel_replaces_the_old_one_whole(parcel: Parcel, tmp_path: Path) -> None:
    place = written(parcel, tmp_path / "parcel")
    (place / "b" / "old.age").touch()
    written(replace(parcel, making="other"), place)
    assert sorted(path.name for path in place.rglob("*")) == ["1.age", "b", "parcel.json"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(("draft", "parcel."))] == []


def test_parcel_that_was_put_aside_and_not_replaced_is_taken_back(parcel: Parcel, tmp_path: Path) -> None:
    place = written(parcel, tmp_path / "parcel")
    aside = place.rename(tmp_path / "parcel.old")
    assert read_parcel(place, KEY) == parcel
    assert is_whole(replace(parcel, files=parcel.files[:1]), place)
    assert not aside.exists()


def test_file_names_of_every_sort_are_kept(parcel: Parcel, tmp_path: Path) -> None:
    odd = replace(parcel, sources={"caf\udce9 é \u2028.txt": (1, 2, 3, "x")})
    assert read_parcel(written(odd, tmp_path / "parcel"), KEY) == odd


def test_parcel_of_another_key_is_not_believed(parcel: Parcel, tmp_path: Path) -> None:
    assert read_parcel(written(parcel, tmp_path / "parcel"), bytes(31) + b"\1") is None


RECORDS = [
    "",
    "{",
    "[]",
    "null",
    "\n{}",
    "5\n5",
    "\xff",
    pytest.param("[" * 99999, id="deep"),
]


@pytest.mark.parametrize("content", RECORDS)
def test_record_that_is_none_is_not_believed(content: str, tmp_path: Path) -> None:
    (tmp_path / "parcel.json").write_bytes(content.encode("latin-1"))
    assert read_parcel(tmp_path, KEY) is None
    assert read_parcel(tmp_path / "missing", KEY) is None


def test_no_changed_byte_of_a_record_changes_what_is_believed(parcel: Parcel, tmp_path: Path) -> None:
    path = written(parcel, tmp_path / "parcel") / "parcel.json"
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_parcel(path.parent, KEY) in (None, parcel)
    assert b"QL-1" in whole
    path.write_bytes(whole.replace(b"QL-1", b"QL-2"))
    assert read_parcel(path.parent, KEY) is None


def test_parcel_is_whole_only_with_every_file_unchanged(parcel: Parcel, tmp_path: Path) -> None:
    one_file = replace(parcel, files=parcel.files[:1])
    place = written(one_file, tmp_path / "parcel")
    assert is_whole(one_file, place)
    assert not is_whole(parcel, place)
    (place / "b" / "1.age").write_text("plan: []")
    assert not is_whole(one_file, place)


def test_parcel_is_fresh_while_nothing_changed(parcel: Parcel, folder: Path) -> None:
    assert is_fresh(parcel, folder)
    assert is_fresh(parcel, folder, TODAY + DAY)
    assert is_fresh(replace(parcel, fresh_until=None), folder, TODAY + 9999 * DAY)


def test_touched_or_copied_file_is_the_same(parcel: Parcel, folder: Path) -> None:
    os.utime(folder / "plp.yml", (0, 0))
    (folder / "copy").write_text("about")
    (folder / "copy").replace(folder / "about.md")
    assert is_fresh(parcel, folder)


CHANGES: dict[str, Callable[[Path], object]] = {
    "content": lambda folder: (folder / "plp.yml").write_text("plan: []"),
    "a file more": lambda folder: (folder / "more.md").touch(),
    "a file less": lambda folder: (folder / "about.md").unlink(),
    "another name": lambda folder: (folder / "about.md").rename(folder / "About.md"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changed_folder_is_not_fresh(change: str, parcel: Parcel, folder: Path) -> None:
    CHANGES[change](folder)
    assert not is_fresh(parcel, folder)


def test_other_making_and_other_days_are_not_fresh(parcel: Parcel, folder: Path) -> None:
    assert not is_fresh(parcel, folder, making="other")
    assert not is_fresh(parcel, folder, TODAY + 2 * DAY)
    assert not is_fresh(parcel, folder, TODAY - DAY)


def test_file_that_changed_while_it_was_read_is_never_fresh(parcel: Parcel, folder: Path) -> None:
    size, changed, inode, _ = parcel.sources["plp.yml"]
    racing = replace(parcel, sources={**parcel.sources, "plp.yml": (size, changed, inode, CHANGED)})
    assert not is_fresh(racing, folder)


def test_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert digest_of(folder / "pipe") == digest_of(folder) == digest_of(folder / "missing") == ""


def test_every_parcel_has_a_stamp_of_its_own(parcel: Parcel) -> None:
    # Two learners without links have no files at all, and are two learners.
    bare = replace(parcel, files=())
    stamps = {
        one.stamp
        for one in (
            parcel,
            bare,
            replace(bare, student="other"),
            replace(bare, making="other"),
            replace(bare, sources={}),
            replace(bare, sources={"plp.yml": (1, 2, 3, "0")}),
        )
    }
    assert len(stamps) == 6


def test_only_grants_belong_to_a_link(parcel: Parcel) -> None:
    assert [file.link for file in parcel.files] == ["", "p/0a"]
