"""Which folders are learners', and what is wrong with the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waypost.load import check_folders, list_folders, read_sources, show_path
from waypost.load.folders import check_own, list_own


def test_learners_are_listed_by_name_without_links_and_hidden_folders(tmp_path: Path) -> None:
    for name in ("bo", "Ada", ".git", "émil", "cy"):
        (tmp_path / name).mkdir()
    (tmp_path / "school.yml").touch()
    (tmp_path / "linked").symlink_to(tmp_path / "bo")
    os.mkfifo(tmp_path / "pipe")
    assert [folder.name for folder in list_folders(tmp_path)] == ["Ada", "bo", "cy", "émil"]
    assert [Path(problem.file).name for problem in check_folders(tmp_path)] == ["linked", "pipe"]


def test_twins_are_listed_and_both_told(tmp_path: Path) -> None:
    for name in ("e\u0301mil", "\u00e9mil", "ada", "ADA", "bo"):
        (tmp_path / name).mkdir()
    assert len(list_folders(tmp_path)) == 5
    told = {Path(problem.file).name for problem in check_folders(tmp_path)}
    assert told == {"e\u0301mil", "\u00e9mil", "ada", "ADA"}


def test_a_folder_of_portfolios_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert list_folders(tmp_path / "gone") == []
    assert [problem.message for problem in check_folders(tmp_path / "gone")] == [
        "there is no such folder: run `waypost init`, or correct the name"
    ]


def test_a_name_that_is_not_utf_8_is_told_and_can_be_printed(tmp_path: Path) -> None:
    os.mkdir(os.fsencode(tmp_path) + b"/jos\xe9")  # noqa: PTH102 - pathlib takes no bytes
    (problem,) = check_folders(tmp_path)
    assert str(problem).encode().endswith(b": this folder has a name that is not written in UTF-8: rename it")
    assert list_folders(tmp_path) == []


def test_a_file_of_the_toolbox_whose_name_is_not_utf_8_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "own.yml").touch()
    (tmp_path / "\udcff.yml").touch()
    assert [path.name for path in list_own(tmp_path)] == ["own.yml"]
    (problem,) = check_own(tmp_path)
    assert str(problem).encode().endswith(b"ff.yml:0:0: this file has a name that is not written in UTF-8: rename it")


def test_paths_are_shown_as_they_would_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert show_path(Path("portfolios/ada")) == "portfolios/ada"
    assert show_path(tmp_path / "portfolios" / "ada") == "portfolios/ada"
    assert show_path(Path("/elsewhere/ada")) == "/elsewhere/ada"
    assert show_path(Path("a\nb")) == "a\\u000ab"


def test_sources_change_when_a_file_does(tmp_path: Path) -> None:
    (tmp_path / "evidence" / "sub").mkdir(parents=True)
    (tmp_path / "plp.yml").write_text("a: b\n")
    (tmp_path / "evidence" / "sub" / "deep.txt").write_text("deep")
    (tmp_path / "evidence" / ".DS_Store").write_text("left by a computer")
    (tmp_path / "evidence" / "link").symlink_to("/")
    os.mkfifo(tmp_path / "pipe")
    before = read_sources(tmp_path)
    assert set(before) == {"plp.yml", "evidence/sub/deep.txt", "evidence/link", "pipe"}
    assert before["plp.yml"][0] == 5
    assert read_sources(tmp_path) == before
    (tmp_path / "new.yml").write_text("c: d\n")
    (tmp_path / "new.yml").rename(tmp_path / "plp.yml")
    after = read_sources(tmp_path)
    assert after["plp.yml"] != before["plp.yml"]
    assert after["evidence/sub/deep.txt"] == before["evidence/sub/deep.txt"]


def test_a_folder_that_is_gone_has_no_sources(tmp_path: Path) -> None:
    assert read_sources(tmp_path / "gone") == {}
