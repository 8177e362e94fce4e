"""Zip archives: what is in them is added, and what is wrong with one file is told of that file."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adding.learner import PLAN, add, everything_in, photo
from waypost.adding import archive as archives
from waypost.adding.archive import read_archive
from waypost.adding.sources import Found, Refused

NOON = (2026, 5, 4, 12, 0, 0)


def zipped(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, NOON), content, compression)
    return path


def told(path: Path, tmp_path: Path) -> dict[str, str | None]:
    """What came of each file of an archive, by its name: None, or why it could not be used."""
    found = {}
    for one in read_archive(path, tmp_path):
        found[one.shown.removeprefix(str(path)).removeprefix(": ")] = one.why if isinstance(one, Refused) else None
        if isinstance(one, Found):
            one.path.unlink()
    return found


def test_an_archive_of_a_phone_is_added(ada: Path, tmp_path: Path) -> None:
    members = {
        "Camera/IMG_0001.JPG": photo("red", "2026:03:12"),
        "Camera/same.jpg": photo("red", "2026:03:12"),
        "Camera\\windows.txt": b"by another program",
        "Camera/": b"",
        "__MACOSX/Camera/._IMG_0001.JPG": b"of a machine",
        "Camera/.DS_Store": b"of a machine",
        "notes again.txt": b"Eight knots.",
        "Übung.txt": b"An exercise",
    }
    done = add(ada, zipped(tmp_path / "phone.zip", members))
    assert [(one.file, one.title, str(one.day)) for one in done.added] == [
        ("IMG_0001.jpg", "Photo, March 12, 2026", "2026-03-12"),
        ("windows.txt", "Windows", "2026-05-04"),
        ("Übung.txt", "Übung", "2026-05-04"),
    ]
    assert {file for _, file in done.known} == {"IMG_0001.jpg", "notes.txt"}
    assert done.refused == []
    assert (ada / "evidence/IMG_0001.jpg").read_bytes() == members["Camera/IMG_0001.JPG"]
    assert not [path for path in ada.iterdir() if path.name.startswith(".")]


def test_a_dry_run_of_an_archive_does_nothing(ada: Path, tmp_path: Path) -> None:
    before = everything_in(ada)
    path = zipped(tmp_path / "phone.zip", {"a.txt": b"a", "b.jpg": photo("red")})
    found = add(ada, path, dry_run=True)
    assert everything_in(ada) == before
    assert add(ada, path) == found


def test_hostile_members_are_told_and_all_others_added(ada: Path, tmp_path: Path) -> None:
    path = tmp_path / "mixed.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../up.txt", "a/../../up.txt", "/etc/passwd", "C:\\boot.txt", "good.txt", "CON.txt", "broken.txt"):
            archive.writestr(zipfile.ZipInfo(name, NOON), f"content of {name}" * 40, zipfile.ZIP_DEFLATED)
        link = zipfile.ZipInfo("link.txt", NOON)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.txt", "secret")
        archive.writestr("empty.txt", "")
        archive.writestr("odd.txt", "packed in an odd way")
        places = {one.filename: one.header_offset for one in archive.infolist()}
    content = bytearray(path.read_bytes())
    start = places["broken.txt"] + 30 + len("broken.txt")
    content[start + 4 : start + 12] = bytes(8)
    for name, place, value in (("locked.txt", 8, 1), ("odd.txt", 10, 97)):
        at = content.rindex(b"PK\x01\x02", 0, content.rindex(name.encode()))
        struct.pack_into("<H", content, at + place, value)
        struct.pack_into("<H", content, places[name] + place - 2, value)
    path.write_bytes(content)
    done = add(ada, path)
    assert [one.file for one in done.added] == ["file-CON.txt", "good.txt"]
    leads = "its name leads out of the archive: add this file by itself"
    assert {one.shown.removeprefix(f"{path}: "): one.why for one in done.refused} == {
        "../up.txt": leads,
        "a/../../up.txt": leads,
        "/etc/passwd": leads,
        "C:\\boot.txt": leads,
        "link.txt": "this is a shortcut and no file: add what it leads to",
        "locked.txt": "this file is locked with a password: unpack the archive with it, and add the folder",
        "empty.txt": "this file is empty: export or copy it again",
        "odd.txt": "this file is packed in a way that cannot be opened here: unpack the archive, and add the folder",
        "broken.txt": "this file is damaged in the archive: make the archive again, or add the file by itself",
    }
    assert {path.name for path in (ada / "evidence").iterdir()} == {"notes.txt", "good.txt", "file-CON.txt"}
    assert not (ada.parent / "up.txt").exists()


@pytest.mark.parametrize("cut", [0, 10, 60, -1])
def test_an_archive_that_is_none_is_one_message(ada: Path, tmp_path: Path, cut: int) -> None:
    path = zipped(tmp_path / "cut.zip", {"a.txt": b"a" * 500})
    path.write_bytes(path.read_bytes()[:cut])
    done = add(ada, path)
    assert [one.why for one in done.refused] == ["this archive is damaged, or no zip archive: make or copy it again"]
    assert (done.added, (ada / "plp.yml").read_text()) == ([], PLAN)


def test_an_archive_that_unpacks_to_far_more_is_refused_unopened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "SMALL", 1_000_000)
    bomb = zipped(tmp_path / "bomb.zip", {"a.txt": bytes(2_000_000)})
    assert list(told(bomb, tmp_path).values()) == [
        "this archive unpacks to far more than its size tells: unpack it yourself, and add what you need of it"
    ]
    assert told(zipped(tmp_path / "well.zip", {"a.txt": bytes(900_000)}), tmp_path) == {"a.txt": None}
    monkeypatch.setattr(archives, "MOST_ENTRIES", 2)
    many = zipped(tmp_path / "many.zip", {f"{number}.txt": b"1" for number in range(3)})
    assert ["holds more than" in (why or "") for why in told(many, tmp_path).values()] == [True]


def test_a_file_that_is_longer_than_it_says_is_damaged(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", {"a.txt": b"a" * 5000})
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 10)
    path.write_bytes(content)
    assert told(path, tmp_path) == {
        "a.txt": "this file is damaged in the archive: make the archive again, or add the file by itself"
    }


NAMES = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1, max_size=40)


@given(
    st.dictionaries(
        NAMES | st.sampled_from(["../a", "a/b.txt", "..\\x", "./c", "a//b"]), st.binary(max_size=9), max_size=6
    )
)
def test_every_archive_gives_files_or_reasons_and_nothing_outside(
    tmp_path_factory: pytest.TempPathFactory, members: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("any", numbered=True)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, NOON), content)
    path = folder / "any.zip"
    path.write_bytes(file.getvalue())
    staging = folder / "staging"
    staging.mkdir()
    for one in read_archive(path, staging):
        if isinstance(one, Found):
            assert one.path.parent == staging
            assert one.path.read_bytes() in members.values()
            assert not set(one.name) & set("/\\")
            assert one.name not in {"", ".", ".."}
    assert {each.name for each in folder.iterdir()} == {"any.zip", "staging"}


@given(st.data())
def test_damage_anywhere_stops_nothing(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged", numbered=True)
    path = zipped(folder / "a.zip", {"a.txt": b"abc" * 50, "b.txt": b"def" * 50})
    content = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    for one in read_archive(path, folder):
        assert isinstance(one, Found | Refused)
