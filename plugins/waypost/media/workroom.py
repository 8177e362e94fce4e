"""The process that reads files, seen from outside: what goes wrong in it is one message about one file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import Any

from .cleaning.trouble import CleaningError, ended, too_large
from .limits import USUAL

BYTES_A_SECOND = 16 << 20
PREVIEW_PART = 3 / 4
"""Of the time that the work on one file may take. It was cleaned before, and has to be done with within the whole."""

ALLOCATION = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(64 << 20)}
"""Bytes from which memory comes from the system by itself, and that are kept for the next picture. With what glibc
takes otherwise, each picture asked for all of its memory anew, and took a sixth longer. Source: mallopt(3)."""
KILLED = -9
"""How a process ended that was ended from outside, perhaps for want of memory."""
SPOILED = frozenset((str(too_large()), str(ended())))
"""What is tried once more in a new process."""


class Workroom:
    """Reads files in a process of its own, which is started for the first of them and ended with the block.

    Parsers of documents and decoders of pictures are large and not safe against every byte: one that fails, hangs or
    asks for all memory ends there, and the next file gets a new process.
    """

    def __init__(self, seconds: float = USUAL.time_limit, megabytes: int = USUAL.memory_limit) -> None:
        self._seconds = seconds
        self._memory = megabytes << 20
        self._process: subprocess.Popen[str] | None = None

    @property
    def allowance(self) -> str:
        """What time and memory there are for a file: what was too much for less may be tried again with more."""
        return f"{self._seconds:g} {self._memory}"

    def __enter__(self) -> Workroom:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def clean(self, source: Path, target: Path) -> None:
        """Writes a cleaned copy of `source`. Raises CleaningError where it cannot be cleaned."""
        self.ask("clean", source, target)

    def preview(self, source: Path, target: Path, name: str) -> str:
        """Writes what a document called `name` shows, to be read in a page; returns what it says.

        Raises CleaningError where it cannot be read.
        """
        return str(self.ask("preview", source, target, name, seconds=self._seconds * PREVIEW_PART))

    def look(self, task: str, source: Path, *more: str | float) -> Any:
        """What `task`, which writes nothing, finds out about `source`. Raises CleaningError as `ask` does."""
        return self.ask(task, source, Path(os.devnull), *more)

    def ask(self, task: str, source: Path, target: Path, *more: str | float, seconds: float | None = None) -> Any:
        """Has `task` (see `cleaning.__main__`) done to `source`, into `target`; returns what it gives.

        It may take `seconds`; where nothing is said, as long as the work on any file may. Raises CleaningError as the
        task says, and where it takes too long, too much memory or the whole process.
        """
        # A film of an hour takes longer than any document may.
        patience = (seconds or self._seconds) + source.stat().st_size / BYTES_A_SECOND
        line = json.dumps([task, str(source.absolute()), str(target.absolute()), *more])
        used = self._process is not None
        message, given = self._answer(line, patience)
        if used and message in SPOILED:
            # Files before it may have harmed the process or filled its memory, and no file pays for another.
            self._end()
            message, given = self._answer(line, patience)
        if message is not None:
            raise CleaningError(message)
        return given

    def _answer(self, line: str, patience: float) -> tuple[str | None, Any]:
        """What went wrong, in words, or None; and what was given. Raises CleaningError where it takes too long."""
        process, late = self._started(), Event()
        if process.stdin is None or process.stdout is None:
            raise too_large()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = Timer(patience, give_up)
        timer.start()
        try:
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        finally:
            timer.cancel()
        if answer.endswith("\n"):
            message, given = json.loads(answer)
            return message, given
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)
        self._end()
        if late.is_set():
            raise too_large()
        return str(ended() if KILLED != process.returncode < 0 else too_large()), None

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            # -P: a folder of the school's that is called as a module of ours must not be taken for it.
            command = [sys.executable, "-P", "-m", f"{__package__}.cleaning", str(self._memory)]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, **ALLOCATION},
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()
