"""Building again and again: the folders of the site before last are reused, and nobody finds out by the site."""

from __future__ import annotations

import shutil

import pytest

from schools import SmallSchool
from waypost.publish.staging import list_files

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"


def test_site_stays_the_same_however_often_it_is_built(school: SmallSchool) -> None:
    before = school.contents()
    for _ in range(3):
        school.build()
    after = school.contents()
    ledger = school.workshop.ledger_path
    assert {path: after[path] for path in after if path != ledger} == {
        path: before[path] for path in before if path != ledger
    }


def test_learner_who_left_is_in_no_folder_of_the_cache(school: SmallSchool) -> None:
    school.build()
    theirs = {path.name for path in school.workshop.place(TEODOR).rglob("b/*.age")}
    links = {link.folder for (student, _), link in school.links().items() if student == TEODOR}
    shutil.rmtree(school.folder(TEODOR))
    school.build()
    kept = set(list_files(school.cache))
    assert theirs
    assert not {path for path in kept if path.rpartition("/")[2] in theirs}
    assert not {path for path in kept if any(link in path for link in links)}


def test_shell_that_was_changed_in_the_site_is_whole_after_two_builds(school: SmallSchool) -> None:
    shell = school.site / school.link(AMARA).folder / "index.html"
    whole = shell.read_bytes()
    shell.write_bytes(b"changed")
    school.build()
    school.build()
    assert shell.read_bytes() == whole
    assert len(school.open_all()) == 4


@pytest.mark.parametrize("name", ["Thomas Achterberg", "Paul Achterberg"])
def test_learner_named_like_the_maker_of_a_library_is_published(empty_school: SmallSchool, name: str) -> None:
    empty_school.add_learner(AMARA, name)
    empty_school.build()
    licences = (empty_school.site / "assets" / "waypost" / "LICENSES.txt").read_text(encoding="utf-8")
    assert name.split()[0] in licences
    assert empty_school.open(empty_school.link(AMARA)).name == name
