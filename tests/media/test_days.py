"""The day on which a file was made, as cameras and phones write it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from media.metadata import plant
from waypost.media.days import film_day, picture_day
from waypost.media.workroom import Workroom

RECORDINGS = Path(__file__).with_name("recordings")
ORIGINAL, DIGITIZED, CHANGED = (
    ExifTags.Base.DateTimeOriginal,
    ExifTags.Base.DateTimeDigitized,
    ExifTags.Base.DateTime,
)


def taken(path: Path, said: dict[int, str]) -> Path:
    notes = Image.Exif()
    notes.get_ifd(ExifTags.IFD.Exif).update({tag: text for tag, text in said.items() if tag != CHANGED})
    notes.update({tag: text for tag, text in said.items() if tag == CHANGED})
    Image.new("RGB", (8, 6)).save(path, exif=notes)
    return path


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp", "photo.avif"])
def test_a_picture_says_when_it_was_taken(tmp_path: Path, name: str, workroom: Workroom) -> None:
    said = {ORIGINAL: "2026:03:12 23:59:59", DIGITIZED: "2026:03:13 00:00:01", CHANGED: "2026:04:01 10:00:00"}
    assert picture_day(taken(tmp_path / name, said), workroom) == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({DIGITIZED: "2026:03:13 00:00:01", CHANGED: "2026:04:01 10:00:00"}, date(2026, 3, 13)),
        ({CHANGED: "2026:04:01 10:00:00"}, date(2026, 4, 1)),
        ({ORIGINAL: "0000:00:00 00:00:00", CHANGED: "2026:04:01 10:00:00"}, date(2026, 4, 1)),
        ({ORIGINAL: "2026:02:30 10:00:00"}, None),
        ({ORIGINAL: "    :  :     :  :  "}, None),
        ({}, None),
    ],
)
def test_the_next_best_note_is_taken_where_one_makes_no_sense(
    tmp_path: Path, said: dict[int, str], day: date | None, workroom: Workroom
) -> None:
    assert picture_day(taken(tmp_path / "photo.jpg", said), workroom) == day


@pytest.mark.parametrize("name", ["photo.heic", "photo.tiff"])
def test_a_phones_and_a_scanners_picture_say_when_they_were_taken(
    tmp_path: Path, name: str, workroom: Workroom
) -> None:
    if name == "photo.heic":
        shutil.copy(Path(__file__).with_name("phone.heic"), tmp_path / name)
    else:
        Image.new("RGB", (8, 6)).save(tmp_path / name)
    plant(tmp_path / name, "ExifIFD:DateTimeOriginal=2026:03:12 23:59:59")
    assert picture_day(tmp_path / name, workroom) == date(2026, 3, 12)


def test_a_broken_picture_says_nothing(tmp_path: Path, workroom: Workroom) -> None:
    whole = taken(tmp_path / "photo.jpg", {ORIGINAL: "2026:03:12 10:00:00"}).read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "cut.jpg").write_bytes(whole[:length])
        assert picture_day(tmp_path / "cut.jpg", workroom) in {None, date(2026, 3, 12)}
    for name in ("words.jpg", "words.heic"):
        (tmp_path / name).write_text("These are words.")
        assert picture_day(tmp_path / name, workroom) is None


@pytest.mark.parametrize("name", ["film.mov", "film.mp4", "voice.m4a"])
def test_a_film_says_when_it_was_made_there_and_in_greenwich(tmp_path: Path, name: str) -> None:
    film = tmp_path / name
    shutil.copy(RECORDINGS / name, film)
    assert film_day(film) == (None, None)
    plant(film, "QuickTime:CreateDate=2026:03:13 03:10:00", "Keys:CreationDate=2026:03:12 22:10:00-05:00")
    assert film_day(film) == (date(2026, 3, 12), date(2026, 3, 13))
    whole = film.read_bytes()
    for length in range(0, len(whole), len(whole) // 60):
        film.write_bytes(whole[:length])
        assert set(film_day(film)) <= {None, date(2026, 3, 12), date(2026, 3, 13)}


def test_a_film_of_another_family_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "words.mp4").write_text("These are words.")
    assert film_day(tmp_path / "words.mp4") == (None, None)
    assert film_day(RECORDINGS / "film.webm") == (None, None)
