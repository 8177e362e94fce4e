"""Which bytes of a film are its pictures and sounds. Source: ISO/IEC 14496-12, sections 8.7 and 8.8."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from itertools import accumulate
from sys import byteorder

from .boxes import Box, boxes_in
from .tracks import Track
from .trouble import damaged

Range = tuple[int, int]
STBL = b"mdia/minf/stbl/"


def track_ranges(data: bytes | bytearray, track: Track) -> Iterator[Range]:
    """Where the samples of a track stand in the file; an end of 0 means: as far as the next that is known to start.

    Raises CleaningError where its tables contradict each other.
    """
    offsets = _offsets(data, track)
    if not offsets:
        return
    fixed, count, sizes = _sizes(data, track)
    if fixed and track.sound:
        # What a fixed size counts differs between recorders of plain sound.
        yield from ((offset, 0) for offset in offsets)
        return
    ends = array("Q", (0, *accumulate(sizes))) if sizes else None
    first = 0
    for offset, number in zip(offsets, _numbers(data, track, len(offsets)), strict=True):
        last = min(first + number, count)
        length = ends[last] - ends[first] if ends else fixed * (last - first)
        if length:
            yield offset, offset + length
        first = last


def fragment_ranges(data: bytes, place: int, defaults: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """The track, start and end of every run of samples that a fragment at `place` tells of.

    `defaults` are sizes of a sample by track. Raises CleaningError or struct.error where the fragment makes no sense.
    """
    behind = place
    for traf in boxes_in(data):
        if traf.kind != b"traf":
            continue
        number, base, size = 0, behind, 0
        for box in boxes_in(data, traf.body, traf.end):
            if box.kind == b"tfhd":
                flags, number = struct.unpack_from(">II", data, box.body)
                at = box.body + 8
                if flags & 1:
                    (base,) = struct.unpack_from(">Q", data, at)
                    at += 8
                elif flags & 0x20000:
                    base = place
                at += (4 if flags & 2 else 0) + (4 if flags & 8 else 0)
                size = struct.unpack_from(">I", data, at)[0] if flags & 0x10 else defaults.get(number, 0)
                behind = base
            elif box.kind == b"trun":
                start, length = _run(data, box, size)
                start = behind if start is None else base + start
                behind = start + length
                yield number, start, behind


def default_sizes(data: bytes | bytearray, moov: Box) -> dict[int, int]:
    """The size of a sample by track, where a film in fragments says it once for all."""
    sizes = {}
    for box in boxes_in(data, moov.body, moov.end):
        for inner in boxes_in(data, box.body, box.end) if box.kind == b"mvex" else ():
            if inner.kind == b"trex" and inner.end - inner.body >= 20:
                number, _, _, size = struct.unpack_from(">IIII", data, inner.body + 4)
                sizes[number] = size
    return sizes


def _run(data: bytes, box: Box, size: int) -> tuple[int | None, int]:
    flags, count = struct.unpack_from(">II", data, box.body)
    at = box.body + 8
    start = struct.unpack_from(">i", data, at)[0] if flags & 1 else None
    at += (4 if flags & 1 else 0) + (4 if flags & 4 else 0)
    fields = [flag for flag in (0x100, 0x200, 0x400, 0x800) if flags & flag]
    if at + 4 * len(fields) * count > box.end:
        raise damaged()
    if 0x200 not in fields:
        return start, size * count
    rows = _integers(data, at, at + 4 * len(fields) * count)
    return start, sum(rows[fields.index(0x200) :: len(fields)])


def _offsets(data: bytes | bytearray, track: Track) -> array[int]:
    box = track.boxes.get(STBL + b"stco")
    if box:
        return _table(data, box, "I")
    box = track.boxes.get(STBL + b"co64")
    return _table(data, box, "Q") if box else array("I")


def _sizes(data: bytes | bytearray, track: Track) -> tuple[int, int, array[int] | None]:
    """The size that all samples have or 0, how many there are, and else each one's."""
    box = track.boxes.get(STBL + b"stsz")
    if box is None:
        # Sizes of four, eight or sixteen bits, which no camera writes.
        raise damaged()
    fixed, count = struct.unpack_from(">II", data, box.body + 4)
    if fixed:
        return fixed, count, None
    if box.body + 12 + 4 * count > box.end:
        raise damaged()
    return 0, count, _integers(data, box.body + 12, box.body + 12 + 4 * count)


def _numbers(data: bytes | bytearray, track: Track, chunks: int) -> Iterator[int]:
    """How many samples each chunk has."""
    box = track.boxes.get(STBL + b"stsc")
    if box is None:
        raise damaged()
    (count,) = struct.unpack_from(">I", data, box.body + 4)
    if not count or box.body + 8 + 12 * count > box.end:
        raise damaged()
    rows = _integers(data, box.body + 8, box.body + 8 + 12 * count)
    starts, numbers = rows[0::3], rows[1::3]
    done = 0
    for row, number in enumerate(numbers):
        until = min(chunks, starts[row + 1] - 1) if row + 1 < count else chunks
        for _ in range(done, until):
            yield number
        done = max(done, until)


def _table(data: bytes | bytearray, box: Box, form: str) -> array[int]:
    (count,) = struct.unpack_from(">I", data, box.body + 4)
    width = 8 if form == "Q" else 4
    if box.body + 8 + width * count > box.end:
        raise damaged()
    return _integers(data, box.body + 8, box.body + 8 + width * count, form)


def _integers(data: bytes | bytearray, start: int, end: int, form: str = "I") -> array[int]:
    found = array(form, bytes(data[start:end]))
    if byteorder == "little":
        found.byteswap()
    return found
