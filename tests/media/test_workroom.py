"""The process that cleans: whatever happens in it is one message about one file."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from media.specimens import RECORDINGS
from waypost.media.cleaning.trouble import CleaningError
from waypost.media.workroom import Workroom

VOICE = RECORDINGS / "voice.flac"


def processes_below(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def workers() -> list[int]:
    """The processes of workrooms of this test."""
    found = []
    for pid in processes_below(os.getpid()):
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        if b"waypost.media.cleaning" in words:
            found.append(pid)
    return found


def test_one_process_cleans_many_files_and_ends_with_the_block(tmp_path: Path) -> None:
    with Workroom() as workroom:
        assert workers() == []
        workroom.clean(VOICE, tmp_path / "one")
        (first,) = workers()
        workroom.clean(VOICE, tmp_path / "two")
        assert workers() == [first]
    assert workers() == []
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_process_that_ends_is_one_message_and_the_next_file_is_cleaned(tmp_path: Path) -> None:
    with Workroom() as workroom:
        workroom.clean(VOICE, tmp_path / "one")
        os.kill(workers()[0], signal.SIGKILL)
        with pytest.raises(CleaningError, match=r"^this file takes more memory or time"):
            workroom.clean(VOICE, tmp_path / "two")
        workroom.clean(VOICE, tmp_path / "three")
    assert (tmp_path / "three").is_file()


def test_file_that_takes_too_long_is_one_message(tmp_path: Path) -> None:
    source = tmp_path / "endless.flac"
    os.mkfifo(source)
    with Workroom(seconds=0.5) as workroom:
        with pytest.raises(CleaningError, match="; save a smaller copy"):
            workroom.clean(source, tmp_path / "one")
        workroom.clean(VOICE, tmp_path / "two")


def test_names_of_any_letters_reach_the_process(tmp_path: Path) -> None:
    source = tmp_path / 'Größe "قارب"\n.flac'
    shutil.copy(VOICE, source)
    with Workroom() as workroom:
        workroom.clean(source, tmp_path / "ein Ziel 'x'")
    assert (tmp_path / "ein Ziel 'x'").is_file()


def test_module_of_the_school_is_not_taken_for_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "waypost").mkdir()
    (tmp_path / "waypost" / "__init__.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Workroom() as workroom:
        workroom.clean(VOICE, tmp_path / "one")
    assert (tmp_path / "one").is_file()
