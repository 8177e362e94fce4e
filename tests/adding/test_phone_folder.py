"""A whole folder of a phone, added at once."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from adding.learner import PLAN, add, everything_in, photo, put
from waypost.errors import InputProblems, UsageError, WaypostError
from waypost.load import load_portfolio, load_school

RECORDINGS = Path(__file__).parents[1] / "media" / "recordings"


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """Pictures, a film and papers, with all that a phone and a network drive leave beside them."""
    folder = tmp_path / "DCIM"
    put(folder / "100APPLE/IMG_0001.JPG", photo("red", "2026:03:12"))
    put(folder / "100APPLE/IMG_0002.JPG", photo("green", "2026:03:12"))
    put(folder / "100APPLE/IMG_0002.AAE", b"<plist/>")
    put(folder / "100APPLE/IMG_0003.HEIC", (RECORDINGS.parent / "phone.heic").read_bytes(), date(2026, 4, 2))
    put(folder / "100APPLE/IMG_0003.MOV", (RECORDINGS / "film.mov").read_bytes(), date(2026, 4, 2))
    put(folder / "WhatsApp/IMG-20260501-WA0007.jpg", photo("blue"))
    put(folder / "WhatsApp/IMG-20260502-WA0001.jpg", photo("red", "2026:03:12"))
    put(folder / "Our bridge.jpg", photo("white"), date(2026, 6, 1))
    put(folder / "essay.txt", b"I tie knots.")
    put(folder / "copy of notes.txt", b"Eight knots.")
    put(folder / "empty.jpg", b"")
    (folder / "shortcut.jpg").symlink_to(folder / "essay.txt")
    for name in (".DS_Store", "._IMG_0001.JPG", "Thumbs.db", "@eaDir/IMG_0001.JPG/SYNO.jpg", "__MACOSX/x", ".trash/a"):
        put(folder / name, b"of a machine")
    return folder


ENTERED = """\
  - id: img-0001
    file: IMG_0001.jpg
    title: Photo, March 12, 2026
    date: 2026-03-12
    # alt: What can be seen, for people who cannot see it.
    # caption: What you want people to notice, in your words.
  - id: img-0002
    file: IMG_0002.jpg
    title: Photo 2, March 12, 2026
    date: 2026-03-12
    # alt: What can be seen, for people who cannot see it.
    # caption: What you want people to notice, in your words.
  - id: img-0003
    file: IMG_0003.heic
    title: Photo, April 2, 2026
    date: 2026-04-02
    # alt: What can be seen, for people who cannot see it.
    # caption: What you want people to notice, in your words.
  - id: img-0003-2
    file: IMG_0003.mov
    title: Film, April 2, 2026
    date: 2026-04-02
    # alt: What can be seen, for people who cannot see it.
    # caption: What you want people to notice, in your words.
  - id: our-bridge
    file: Our-bridge.jpg
    title: Our bridge
    date: 2026-06-01
    # alt: What can be seen, for people who cannot see it.
    # caption: What you want people to notice, in your words.
  - id: img-20260501-wa0007
    file: IMG-20260501-WA0007.jpg
    title: Photo, May 1, 2026
    date: 2026-05-01
    # alt: What can be seen, for people who cannot see it.
    # caption: What you want people to notice, in your words.
  - id: essay
    file: essay.txt
    title: Essay
    # caption: What you want people to notice, in your words.
"""


def test_a_phone_folder_is_entered_whole_and_the_plan_checks_clean(ada: Path, phone: Path) -> None:
    done = add(ada, phone)
    assert (ada / "plp.yml").read_text() == PLAN.replace(
        "    # caption: still to write\n", f"    # caption: still to write\n{ENTERED}"
    )
    there = {path.name for path in (ada / "evidence").iterdir()}
    assert there == {"notes.txt", *(one.file for one in done.added)}
    assert [path.name for path in ada.iterdir()].count("plp.yml") == len(list(ada.iterdir())) - 1
    known = {Path(source).name: file for source, file in done.known}
    assert known == {"IMG-20260502-WA0001.jpg": "IMG_0001.jpg", "copy of notes.txt": "notes.txt"}
    assert {Path(one.shown).name: one.why for one in done.refused} == {
        "empty.jpg": "this file is empty: export or copy it again",
        "shortcut.jpg": "this is a shortcut (a symbolic link) to another place: copy what it leads to here",
    }
    school = load_school(ada.parent / "school.yml").school
    assert school
    problems = load_portfolio(ada, school).problems
    assert [problem for problem in problems if problem.severity != "advice"] == []


def test_what_was_added_is_there_the_second_time(ada: Path, phone: Path) -> None:
    add(ada, phone)
    before = everything_in(ada)
    again = add(ada, phone)
    assert (again.added, len(again.known)) == ([], 9)
    assert everything_in(ada) == before


def test_a_dry_run_tells_the_same_and_does_nothing(ada: Path, phone: Path) -> None:
    before = everything_in(ada)
    told = add(ada, phone, dry_run=True)
    assert everything_in(ada) == before
    assert add(ada, phone) == told


def test_titles_are_in_the_schools_language(ada: Path, phone: Path) -> None:
    (ada.parent / "school.yml").write_text("name: Escuela del Puerto\nlanguage: es\n")
    done = add(ada, phone / "100APPLE" / "IMG_0003.MOV")
    assert done.added[0].title.endswith("2 de abril de 2026")


def test_a_day_that_cannot_be_is_not_believed(ada: Path, tmp_path: Path) -> None:
    sources = [
        put(tmp_path / "future.jpg", photo("red", "2031:01:01")),
        put(tmp_path / "old.txt", b"a", date(1980, 1, 1)),
        put(tmp_path / "IMG-20991231-WA0001.jpg", photo("green")),
        put(tmp_path / "just copied.txt", b"b"),
    ]
    assert [one.day for one in add(ada, *sources).added] == [None] * 4


def test_a_name_knows_the_evening_better_than_the_clock_of_greenwich(ada: Path, tmp_path: Path) -> None:
    from media.metadata import plant

    film = tmp_path / "VID_20260312_221000.mp4"
    shutil.copy(RECORDINGS / "film.mp4", film)
    plant(film, "QuickTime:CreateDate=2026:03:13 03:10:00")
    unnamed = tmp_path / "knots.mp4"
    shutil.copy(film, unnamed)
    with unnamed.open("ab") as file:
        file.write(b"\0\0\0\x08free")
    assert [one.day for one in add(ada, film, unnamed).added] == [date(2026, 3, 12), date(2026, 3, 13)]


def test_nothing_changes_where_the_plan_cannot_be_read(ada: Path, phone: Path) -> None:
    (ada / "plp.yml").write_text("plan: [not closed\n")
    before = everything_in(ada)
    with pytest.raises(InputProblems, match=r"portfolios/ada/plp\.yml:"):
        add(ada, phone)
    assert everything_in(ada) == before


def test_nothing_changes_where_a_name_is_wrong(ada: Path, phone: Path) -> None:
    before = everything_in(ada)
    with pytest.raises(UsageError, match="there is no such file or folder"):
        add(ada, phone, phone / "IMG_9999.JPG")
    assert everything_in(ada) == before


def test_a_learners_or_a_schools_whole_folder_is_not_added(ada: Path, phone: Path, tmp_path: Path) -> None:
    before = everything_in(ada)
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "plp.yml").write_text(PLAN)
    for source in (ada, ada.parent, ada.parent.parent, other):
        with pytest.raises(UsageError, match="this is a learner's or a school's whole folder"):
            add(ada, phone, source)
    assert everything_in(ada) == before


def test_what_came_while_files_were_copied_stays(ada: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = tmp_path / "knots.txt"
    new.write_text("Nine knots.")
    copy = shutil.copyfile

    def copied(source: Path, target: Path) -> None:
        copy(source, target)
        (ada / "plp.yml").write_text((ada / "plp.yml").read_text() + "# saved meanwhile\n")
        (ada / "evidence" / "knots.txt").write_text("Somebody else's.")

    monkeypatch.setattr(shutil, "copyfile", copied)
    (one,) = add(ada, new).added
    assert (ada / "evidence" / one.file).read_text() == "Nine knots."
    assert (ada / "evidence" / "knots.txt").read_text() == "Somebody else's."
    assert "# saved meanwhile" in (ada / "plp.yml").read_text()
    assert f"file: {one.file}" in (ada / "plp.yml").read_text()


def test_a_shortcut_in_the_place_of_the_draft_is_not_written_through(ada: Path, phone: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    (ada / ".plp.yml.new").symlink_to(precious)
    assert add(ada, phone).added
    assert precious.read_text() == "mine"
    assert (ada / "plp.yml").is_file()
    assert not (ada / "plp.yml").is_symlink()


def test_nothing_changes_where_evidence_is_no_folder(ada: Path, phone: Path) -> None:
    shutil.rmtree(ada / "evidence")
    (ada / "evidence").write_text("oops")
    with pytest.raises(WaypostError, match="this is a file, and evidence/ must be a folder"):
        add(ada, phone)
    assert (ada / "plp.yml").read_text() == PLAN


def test_copies_are_taken_away_where_the_plan_cannot_be_written(
    ada: Path, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_in(ada)
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        add(ada, phone)
    after = everything_in(ada)
    after.pop(".plp.yml.new", None)
    assert after == before


def test_what_somebody_put_into_evidence_by_hand_is_entered_where_it_is(ada: Path, tmp_path: Path) -> None:
    put(ada / "evidence/by hand/IMG_0001.JPG", photo("red", "2026:03:12"))
    put(ada / "evidence/poem.txt", b"Roses")
    put(ada / "evidence/song.txt", b"La")
    put(ada / "evidence/song.txt.yml", b"title: A song\n")
    before = set(everything_in(ada))
    done = add(ada, ada / "evidence", put(tmp_path / "the same poem.txt", b"Roses"))
    assert [(one.file, one.id, one.title) for one in done.added] == [
        ("by hand/IMG_0001.JPG", "img-0001", "Photo, March 12, 2026"),
        ("poem.txt", "poem", "Poem"),
    ]
    assert {file for _, file in done.known} == {"notes.txt", "song.txt", "song.txt.yml", "poem.txt"}
    assert set(everything_in(ada)) == before
    school = load_school(ada.parent / "school.yml").school
    assert school
    assert not [one for one in load_portfolio(ada, school).problems if one.severity != "advice"]


def test_an_id_that_a_description_beside_its_file_has_is_taken(ada: Path, tmp_path: Path) -> None:
    put(ada / "evidence/bridge.txt", b"one")
    put(ada / "evidence/bridge.txt.yml", b"title: The bridge\n")
    done = add(ada, put(tmp_path / "Bridge.md", b"two"))
    assert [one.id for one in done.added] == ["bridge-2"]


def test_a_comment_stays_with_the_entry_that_it_is_about(ada: Path, tmp_path: Path) -> None:
    add(ada, put(tmp_path / "one.txt", b"1"))
    first = (ada / "plp.yml").read_text()
    add(ada, put(tmp_path / "two.txt", b"2"))
    second = (ada / "plp.yml").read_text()
    prompt = "    # caption: What you want people to notice, in your words.\n"
    assert second == first.replace(
        f"title: One\n{prompt}", f"title: One\n{prompt}  - id: two\n    file: two.txt\n    title: Two\n{prompt}"
    )
