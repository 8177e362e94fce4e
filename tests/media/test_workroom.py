"""The process that reads files: whatever happens in it is one message about one file."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from threading import Thread

import pytest

from media import bombs
from media.pictures import PHONE_HEIC, quarters, save
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


def kill_the_next() -> None:
    while not (found := workers()):
        pass
    os.kill(found[0], signal.SIGKILL)


@pytest.fixture
def deadly(tmp_path: Path) -> Path:
    """A picture whose decoder comes to its end over it, by a signal."""
    path = tmp_path / "deadly.heic"
    path.write_bytes(PHONE_HEIC.read_bytes().replace(b"mime", b"m\xffme"))
    return path


def test_file_over_which_a_decoder_dies_is_one_message_and_the_others_are_read(tmp_path: Path, deadly: Path) -> None:
    good = save(tmp_path / "good.png", quarters())
    with Workroom() as workroom:
        for task in ("head", "notes", "picture"):
            with pytest.raises(CleaningError, match=r"^this file ends the program that reads it.*; export it again"):
                workroom.look(task, deadly)
            assert workers() == []
            workroom.look("head", good)
            assert len(workers()) == 1


def test_process_that_is_killed_is_one_message(tmp_path: Path) -> None:
    source = tmp_path / "endless.png"
    os.mkfifo(source)
    Thread(target=kill_the_next, daemon=True).start()
    with Workroom() as workroom, pytest.raises(CleaningError, match=r"^this file takes more memory or time"):
        workroom.look("picture", source)


def test_no_file_pays_for_what_was_read_before_it(tmp_path: Path) -> None:
    with Workroom() as workroom:
        workroom.clean(VOICE, tmp_path / "one")
        os.kill(workers()[0], signal.SIGKILL)
        workroom.clean(VOICE, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(("task", "name"), [("clean", "endless.flac"), ("picture", "endless.png")])
def test_file_that_takes_too_long_is_one_message(task: str, name: str, tmp_path: Path) -> None:
    source = tmp_path / name
    os.mkfifo(source)
    with Workroom() as workroom:
        with pytest.raises(CleaningError, match=r"^this file takes more memory or time.*; save a smaller copy"):
            workroom.ask(task, source, tmp_path / "one", seconds=0.5)
        workroom.clean(VOICE, tmp_path / "two")


def test_picture_that_asks_for_too_much_memory_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "large.png").write_bytes(bombs.png(5000, 5000, 8, 2))
    with Workroom(megabytes=100) as workroom:
        for _ in range(2):
            with pytest.raises(CleaningError, match=r"^this file takes more memory or time.* raise memory_limit"):
                workroom.look("picture", tmp_path / "large.png", 100_000_000)
        workroom.look("head", tmp_path / "large.png", 100_000_000)


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
