"""Boxes: pieces of a file, each with its length and four letters. Source: ISO/IEC 14496-12, section 4.2."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .trouble import damaged

MOST = 500_000


@dataclass(frozen=True)
class Box:
    """One box: where it starts, where what it holds starts, and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes_in(data: bytes | bytearray, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes from `start` to `end`; fewer than eight bytes behind the last are passed over.

    Raises CleaningError where one is longer than what holds it.
    """
    end = len(data) if end is None else end
    while start + 8 <= end:
        box = _box(bytes(data[start : start + 16]), start, end)
        if box is None or box.end > end:
            raise damaged()
        yield box
        start = box.end


def boxes_of(file: BinaryIO, length: int) -> list[Box]:
    """The outermost boxes of a file, as far as they make sense; the last may say that it is longer than the file.

    Raises CleaningError where there are more than any film has.
    """
    found: list[Box] = []
    start = 0
    while start + 8 <= length:
        file.seek(start)
        box = _box(file.read(16), start, length)
        if box is None:
            break
        found.append(box)
        if len(found) > MOST:
            raise damaged()
        start = box.end
    return found


def free(data: bytearray, box: Box) -> None:
    """Makes a box one that is passed over, with zeros in it."""
    data[box.start + 4 : box.start + 8] = b"free"
    data[box.body : box.end] = bytes(box.end - box.body)


def _box(head: bytes, start: int, end: int) -> Box | None:
    size, kind = struct.unpack_from(">I4s", head)
    body = start + 8
    if size == 1:
        if len(head) < 16:
            return None
        (size,) = struct.unpack_from(">Q", head, 8)
        body = start + 16
    elif size == 0:
        size = end - start
    return Box(kind, start, body, start + size) if start + size >= body else None
