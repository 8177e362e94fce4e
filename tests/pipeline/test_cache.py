"""The cache: foreign, damaged or gone, it costs time and nothing else."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import schools
from schools import SmallSchool
from waypost.errors import SealedError, WaypostError

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"


def flip(path: Path, place: int = -1) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    # A file of its own: the published site may hold the same one by a hard link.
    path.unlink()
    path.write_bytes(content)


def first(place: Path, pattern: str) -> Path:
    return min(place.glob(pattern))


def replace_by_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("no folder")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a flipped bit in a blob": lambda place: flip(first(place, "b/*.age")),
    "a flipped bit in a grant": lambda place: flip(first(place, "*.grant"), 40),
    "a blob cut short": lambda place: os.truncate(first(place, "b/*.age"), 100),
    "a blob that is gone": lambda place: first(place, "b/*.age").unlink(),
    "a flipped bit in the record": lambda place: flip(place / "parcel.json", 300),
    "a record cut short": lambda place: os.truncate(place / "parcel.json", 200),
    "a record of another form": lambda place: (place / "parcel.json").write_text("5\n[]"),
    "no record": lambda place: (place / "parcel.json").unlink(),
    "a file in place of the folder": replace_by_file,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_parcel_is_made_anew(damage: str, school: SmallSchool) -> None:
    before = school.open_all()
    DAMAGES[damage](school.workshop.place(AMARA))
    build = school.build()
    assert (build.rebuilt, build.problems) == ((AMARA,), ())
    assert school.open_all() == before
    assert school.build().rebuilt == ()


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_parcel_of_a_broken_folder_is_never_published(damage: str, school: SmallSchool) -> None:
    before = school.open_all()
    school.break_plan(AMARA)
    DAMAGES[damage](school.workshop.place(AMARA))
    assert school.build().kept == (AMARA,)
    assert school.open_all() == before


def test_damaged_parcel_and_damaged_site_publish_nothing_of_a_broken_folder(school: SmallSchool) -> None:
    links = school.links()
    school.break_plan(AMARA)
    flip(first(school.workshop.place(AMARA), "b/*.age"))
    flip(school.site / links[AMARA, "Family"].folder / "grant.age", 60)
    build = school.build()
    assert (build.published, build.missing) == ((TEODOR,), (AMARA,))
    for recipient in ("Family", "Advisor"):
        with pytest.raises(SealedError, match="opens nothing"):
            school.open(links[AMARA, recipient])


def test_damage_in_the_site_is_mended_by_the_next_build(school: SmallSchool) -> None:
    before = school.open_all()
    for path in school.site.rglob("*.age"):
        if path.name != Path(school.workshop.ledger_path).name:
            flip(path)
    assert school.build().rebuilt == ()
    assert school.open_all() == before


def test_cache_of_another_school_is_not_believed(school: SmallSchool, tmp_path: Path) -> None:
    other = schools.start_school(tmp_path / "other")
    (other.root / ".waypost" / "master.key").write_bytes(bytes(range(150, 182)))
    other.add_learner(AMARA, "Somebody Else")
    other.build()
    shutil.rmtree(school.cache)
    shutil.copytree(other.cache, school.cache)
    # As if the foreign parcel had been put exactly where our own would be.
    shutil.copytree(other.workshop.place(AMARA), school.workshop.place(AMARA))
    assert school.build().rebuilt == (AMARA, TEODOR)
    assert {one.name for one in school.open_all().values()} == {"Amara Osei", "Teodor Lindqvist"}
    assert not school.workshop.learners.joinpath(other.workshop.place(AMARA).name).exists()


def test_parcel_of_another_learner_is_not_believed(school: SmallSchool) -> None:
    shutil.rmtree(school.workshop.place(AMARA))
    shutil.copytree(school.workshop.place(TEODOR), school.workshop.place(AMARA))
    assert school.build().rebuilt == (AMARA,)
    assert school.open(school.link(AMARA)).name == "Amara Osei"


def put_strings_of_another(school: SmallSchool) -> None:
    shutil.copyfile(school.workshop.place(TEODOR) / "private.age", school.workshop.place(AMARA) / "private.age")


def put_older_strings(school: SmallSchool) -> None:
    strings = school.workshop.place(AMARA) / "private.age"
    older = strings.read_bytes()
    school.change_sentence(AMARA, "The lathe in the cellar hums a little flat.")
    school.build()
    strings.write_bytes(older)


@pytest.mark.parametrize("exchange", [put_strings_of_another, put_older_strings])
def test_exchanged_private_strings_let_no_leak_pass(
    exchange: Callable[[SmallSchool], object], school: SmallSchool
) -> None:
    exchange(school)
    before = school.contents()
    page = json.loads((school.folder(AMARA) / "plp.yml").read_text(encoding="utf-8"))["plan"]["sentence"]
    with pytest.raises(WaypostError, match=rf"club\.html: .* of {AMARA}"):
        school.build(pages={"club.html": page.encode()})
    assert school.contents() == before


def test_cache_that_is_gone_costs_time_only(school: SmallSchool) -> None:
    before = school.open_all()
    shutil.rmtree(school.cache)
    assert school.build().rebuilt == (AMARA, TEODOR)
    assert school.open_all() == before


@pytest.mark.parametrize("content", ["", "{}", "\n[]", "\0"])
def test_damaged_marks_of_the_gate_cost_time_only(content: str, school: SmallSchool) -> None:
    (school.cache / "gate.json").write_text(content)
    assert school.build().rebuilt == ()


def test_unchanged_files_are_not_sealed_again(school: SmallSchool) -> None:
    blobs = {path: content for path, content in school.contents().items() if path.startswith("b/")}
    (school.folder(AMARA) / "more.md").write_text("more")
    assert school.build().rebuilt == (AMARA,)
    after = school.contents()
    changed = {path for path in blobs if after[path] != blobs[path]}
    # The same content has the same name; only manifests and the ledger were sealed anew.
    assert after.keys() >= blobs.keys()
    assert len(changed) == 3


def test_disk_without_hard_links_serves_as_well(school: SmallSchool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    plan = school.folder(AMARA) / "plp.yml"
    plan.write_text(plan.read_text().replace("I am Amara", "Still Amara"))
    build = school.build()
    assert (build.rebuilt, build.problems) == ((AMARA,), ())
    assert "Still Amara" in school.open(school.link(AMARA)).text
    assert len(school.open_all()) == 4


def flip_all(spare: Path) -> None:
    for path in files_in(spare):
        flip(path)


def add_files(spare: Path) -> None:
    for path in files_in(spare):
        (path.parent / "private.txt").write_text("Amara Osei")


def replace_by_folders(spare: Path) -> None:
    for path in files_in(spare):
        path.unlink()
        path.mkdir()


def replace_by_links(spare: Path) -> None:
    for path in files_in(spare):
        path.unlink()
        path.symlink_to("/etc/hostname")


def files_in(spare: Path) -> list[Path]:
    found = [path for path in spare.rglob("*") if path.is_file()]
    assert len(found) > 10
    return found


SPOILERS: dict[str, Callable[[Path], object]] = {
    "changed files": flip_all,
    "files more": add_files,
    "folders for files": replace_by_folders,
    "links for files": replace_by_links,
    "nothing": shutil.rmtree,
    "a file": replace_by_file,
}


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_spoilt_spare_costs_time_only(spoiler: str, school: SmallSchool) -> None:
    school.build()
    before = school.contents()
    SPOILERS[spoiler](school.cache / "spare")
    assert school.build().rebuilt == ()
    after = school.contents()
    ledger = school.workshop.ledger_path
    assert {path: after[path] for path in after if path != ledger} == {
        path: before[path] for path in before if path != ledger
    }
    assert not any((school.site / path).is_symlink() for path in after)


def test_nothing_in_the_parcels_tells_whose_they_are(school: SmallSchool) -> None:
    for path in school.workshop.learners.rglob("*"):
        assert "amara" not in path.name
        if path.is_file() and path.suffix == ".age":
            assert b"Amara" not in path.read_bytes()


def pictures(school: SmallSchool) -> int:
    """How many pictures lie in the cache, encoded and in the clear."""
    return len(list((school.cache / "media").rglob("*.webp")))


def test_pictures_leave_the_cache_with_their_learner(school: SmallSchool) -> None:
    assert pictures(school) == 2
    plan = schools.short_plan(AMARA, "Amara Osei")
    school.write_plan(AMARA, {**plan, "evidence": []})
    (school.folder(AMARA) / "evidence" / schools.picture_name(AMARA)).unlink()
    school.build()
    assert pictures(school) == 1
    shutil.rmtree(school.folder(TEODOR))
    school.build()
    assert pictures(school) == 0


def test_picture_that_changed_leaves_no_older_one_in_the_cache(school: SmallSchool) -> None:
    (school.folder(AMARA) / "evidence" / schools.picture_name(AMARA)).write_bytes(schools.picture("another"))
    assert school.build().rebuilt == (AMARA,)
    assert pictures(school) == 2
    school.break_plan(AMARA)
    school.build()
    assert pictures(school) == 2


def test_drafts_that_were_left_behind_are_cleared_away_even_where_nothing_changed(school: SmallSchool) -> None:
    draft = school.cache / "drafts" / "0a.123" / "b"
    draft.mkdir(parents=True)
    (draft / "half.age").write_bytes(b"half")
    assert school.build().rebuilt == ()
    assert school.leftovers() == []
