"""The spare folders of the site before: reused where they hold the very files, and never believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from waypost.publish.spare import keep_spare, take_spare
from waypost.publish.staging import list_files, publish_staging

WANTED = frozenset({"b/1.age", "p/0a/grant.age", "p/0a/index.html"})


def fill(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


def test_wanted_files_are_taken_and_all_others_are_not(tmp_path: Path) -> None:
    spare = fill(tmp_path / "spare", *WANTED, "b/2.age", "p/0b/grant.age", "p/0a/notes.txt", "b/x/y", "index.html")
    (spare / "b" / "link.age").symlink_to("/etc/hostname")
    staging = tmp_path / "staging"
    staging.mkdir()
    take_spare(spare, staging, WANTED)
    assert set(list_files(staging)) == WANTED
    assert not spare.exists()


def test_link_or_folder_in_place_of_a_wanted_file_is_cleared_away(tmp_path: Path) -> None:
    spare = fill(tmp_path / "spare", "p/0a/grant.age/inside", "p/0a/index.html")
    (spare / "b").mkdir()
    (spare / "b" / "1.age").symlink_to("/etc/hostname")
    staging = tmp_path / "staging"
    staging.mkdir()
    take_spare(spare, staging, WANTED)
    assert [path.relative_to(staging).as_posix() for path in sorted(staging.rglob("*"))] == [
        "b",
        "p",
        "p/0a",
        "p/0a/index.html",
    ]


@pytest.mark.parametrize("spoilt", ["missing", "a file", "links to folders"])
def test_without_a_spare_the_folders_are_empty(spoilt: str, tmp_path: Path) -> None:
    spare, staging = tmp_path / "spare", tmp_path / "staging"
    staging.mkdir()
    if spoilt == "a file":
        spare.write_text("no folder")
    elif spoilt == "links to folders":
        spare.mkdir()
        for name in ("b", "p"):
            (spare / name).symlink_to(fill(tmp_path / "elsewhere", "1.age"))
    take_spare(spare, staging, WANTED)
    assert sorted(path.name for path in staging.rglob("*")) == ["b", "p"]
    assert spoilt != "links to folders" or (tmp_path / "elsewhere" / "1.age").exists()


def test_folder_that_pages_brought_is_left_as_it_is(tmp_path: Path) -> None:
    staging = fill(tmp_path / "staging", "b/page.html")
    take_spare(fill(tmp_path / "spare", *WANTED), staging, WANTED)
    assert set(list_files(staging)) == {"b/page.html", "p/0a/grant.age", "p/0a/index.html"}


def test_what_left_the_site_is_not_kept(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", *WANTED, "b/gone.age", "p/gone/grant.age", "index.html")
    staging = fill(tmp_path / "staging", *WANTED)
    publish_staging(staging, site, tmp_path / "cache" / "spare")
    assert set(list_files(tmp_path / "cache" / "spare")) == WANTED
    assert set(list_files(site)) == WANTED
    assert not staging.exists()


def test_old_spare_is_replaced(tmp_path: Path) -> None:
    spare = fill(tmp_path / "spare", "b/older.age")
    keep_spare(fill(tmp_path / "old", *WANTED), fill(tmp_path / "site", *WANTED), spare)
    assert set(list_files(spare)) == WANTED
