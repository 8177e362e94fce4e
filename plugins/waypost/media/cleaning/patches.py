"""Bytes overwritten by others of the same number: nothing in a file moves, so nothing in it has to be found again."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

PIECE = 1 << 20


class Patches:
    """Places of a file and what is to stand there; a later one lies over an earlier one."""

    def __init__(self) -> None:
        self._all: list[tuple[int, int, bytes | None]] = []

    def write(self, start: int, content: bytes) -> None:
        """Puts `content` at `start`."""
        self._all.append((start, start + len(content), content))

    def blank(self, start: int, end: int) -> None:
        """Puts zeros from `start` to `end`."""
        if end > start:
            self._all.append((start, end, None))

    def copy(self, source: Path, target: Path, length: int) -> None:
        """Writes the first `length` bytes of `source`, patched, to `target`; little of it is in memory at a time."""
        shutil.copyfile(source, target)
        with target.open("r+b") as file:
            file.truncate(length)
            for start, end, content in self._all:
                file.seek(start)
                if content is not None:
                    file.write(content)
                else:
                    _write_zeros(file, end - start)


def copy_range(source: BinaryIO, target: BinaryIO, start: int, end: int) -> None:
    """Copies the bytes from `start` to `end`. Raises EOFError where the source is shorter."""
    source.seek(start)
    while start < end:
        piece = source.read(min(PIECE, end - start))
        if not piece:
            raise EOFError
        target.write(piece)
        start += len(piece)


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same bytes as `ranges`, in order, each range apart from the next."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _write_zeros(file: BinaryIO, length: int) -> None:
    zeros = bytes(min(length, PIECE))
    while length:
        length -= file.write(zeros[:length])
