"""The staged site, what lies where it is published, and the lock."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from waypost.errors import WaypostError
from waypost.publish import staging as stage
from waypost.publish.staging import (
    build_lock,
    create_staging,
    find_foreign,
    full_disk_told,
    list_files,
    place_file,
    publish_staging,
    refuse_foreign,
    settle_site,
)


def fill(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


def test_staging_is_a_readable_folder_beside_the_site(tmp_path: Path) -> None:
    staging = create_staging(settle_site(tmp_path / "web" / "site"))
    assert staging.parent == tmp_path / "web"
    assert staging.stat().st_mode & 0o777 == 0o755
    assert list(staging.iterdir()) == []


@pytest.mark.parametrize("name", ["site", "si*e", "si[t]e", "s?te"])
def test_what_was_left_behind_is_cleared_away_and_nothing_else(name: str, tmp_path: Path) -> None:
    left = create_staging(tmp_path / name)
    fill(left, "b/1.age")
    fill(tmp_path, ".site.waypost-staging-of-somebody/x", f"{name}.waypost-staging-x/y", ".other/z")
    kept = {path for path in list_files(tmp_path) if not path.startswith(left.name)}
    kept -= {".site.waypost-staging-of-somebody/x"} if name == "site" else set()
    again = create_staging(tmp_path / name)
    assert not left.exists()
    assert again.exists()
    assert set(list_files(tmp_path)) == kept


def test_published_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", "index.html", "old/page.html")
    staging = fill(create_staging(site), "index.html", "new/page.html")
    publish_staging(staging, site)
    assert sorted(list_files(site)) == ["index.html", "new/page.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_site_behind_a_link_is_exchanged_where_it_lies(tmp_path: Path) -> None:
    served = fill(tmp_path / "srv" / "www", "index.html")
    link = tmp_path / "school" / "site"
    link.parent.mkdir()
    link.symlink_to(served)
    place = settle_site(link)
    staging = fill(create_staging(place), "new.html")
    assert staging.parent == served.parent
    publish_staging(staging, link)
    assert link.is_symlink()
    assert list(list_files(served)) == ["new.html"]
    assert [path.name for path in served.parent.iterdir()] == ["www"]


def test_file_in_the_place_of_the_site_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path, "site")
    with pytest.raises(WaypostError, match="this is a file, and the site needs a folder"):
        settle_site(tmp_path / "site")
    assert (tmp_path / "site").read_text() == "site"


def test_foreign_files_are_found_wherever_they_lie(tmp_path: Path) -> None:
    fill(tmp_path, "index.html", "b/1.age", "b/notes.txt", ".htaccess", "deep/er/photo.jpg")
    (tmp_path / "link").symlink_to("/nowhere")
    assert find_foreign(tmp_path, frozenset({"index.html", "b/1.age", "gone.html"})) == (
        ".htaccess",
        "b/notes.txt",
        "deep/er/photo.jpg",
        "link",
    )


def test_foreign_files_are_named_and_counted(tmp_path: Path) -> None:
    fill(tmp_path, *(f"{letter}.txt" for letter in "abcde"))
    with pytest.raises(WaypostError, match=r"did not publish.*a\.txt, b\.txt, c\.txt and 2 more"):
        refuse_foreign(tmp_path, frozenset({"index.html"}))
    with pytest.raises(WaypostError, match="is not a site that this school published with its key"):
        refuse_foreign(tmp_path, None)


def test_empty_or_missing_folder_is_anybodys(tmp_path: Path) -> None:
    refuse_foreign(tmp_path, None)
    refuse_foreign(tmp_path / "missing", None)


def test_placed_file_is_the_same_file_where_the_disk_can(tmp_path: Path) -> None:
    source = fill(tmp_path, "source") / "source"
    place_file(source, tmp_path / "target")
    assert (tmp_path / "target").samefile(source)


def test_placed_file_is_a_copy_where_the_disk_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    source = fill(tmp_path, "source") / "source"
    monkeypatch.setattr(os, "link", refuse)
    place_file(source, tmp_path / "target")
    assert (tmp_path / "target").read_text() == "source"
    assert not (tmp_path / "target").samefile(source)


def test_placed_file_replaces_what_pages_brought(tmp_path: Path) -> None:
    fill(tmp_path, "source", "target")
    place_file(tmp_path / "source", tmp_path / "target")
    assert (tmp_path / "target").read_text() == "source"


@pytest.mark.parametrize("code", stage.DISK_FULL)
def test_full_disk_is_told_in_plain_words(code: int) -> None:
    with pytest.raises(WaypostError, match=r"The disk is full .* free some space, then build again"), full_disk_told():
        raise OSError(code, os.strerror(code))


def test_other_trouble_of_the_disk_is_left_as_it_is() -> None:
    with pytest.raises(PermissionError), full_disk_told():
        raise PermissionError(errno.EACCES, "Permission denied")


def test_lock_is_held_by_one_at_a_time_and_given_back(tmp_path: Path) -> None:
    with build_lock(tmp_path / "cache"):
        with (
            pytest.raises(WaypostError, match="Another build of this"),
            build_lock(tmp_path / "cache"),
        ):
            pass
        assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    with build_lock(tmp_path / "cache"):
        pass
