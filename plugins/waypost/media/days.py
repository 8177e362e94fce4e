"""The day on which a camera or phone made a file, as the file itself says.

Sources: ISO/IEC 14496-12, 8.2.2 (mvhd); QuickTime File Format (metadata keys).
"""

from __future__ import annotations

import datetime
import re
import struct
from contextlib import suppress
from pathlib import Path

from .cleaning.boxes import Box, boxes_in, boxes_of
from .cleaning.trouble import CleaningError
from .workroom import Workroom

_DAY = re.compile(r"([0-9]{4})[-:]([0-9]{2})[-:]([0-9]{2})(?![0-9])")
_EPOCH = datetime.date(1904, 1, 1)
_CREATED = b"com.apple.quicktime.creationdate"
LARGEST_INDEX = 64 << 20
"""Bytes of a film that say what is in it; no film of a phone comes near."""


def picture_day(path: Path, workroom: Workroom) -> datetime.date | None:
    """The day on which a picture was taken, where it was; None where it does not say, or is no picture."""
    with suppress(CleaningError):
        return next((day for day in map(_day, workroom.look("notes", path)) if day), None)
    return None


def film_day(path: Path) -> tuple[datetime.date | None, datetime.date | None]:
    """The day on which a film or recording was made: where that was, and by the clock of Greenwich."""
    with suppress(CleaningError, OSError, ValueError, OverflowError, struct.error), path.open("rb") as file:
        box = next((one for one in boxes_of(file, path.stat().st_size) if one.kind == b"moov"), None)
        if box is not None and box.end - box.start <= LARGEST_INDEX:
            file.seek(box.start)
            data = file.read(box.end - box.start)
            inside = {one.kind: one for one in boxes_in(data, box.body - box.start)}
            return _apple_day(data, inside.get(b"meta")), _universal_day(data, inside.get(b"mvhd"))
    return None, None


def _day(said: str) -> datetime.date | None:
    found = _DAY.match(said.strip())
    if found is None:
        return None
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None


def _universal_day(data: bytes, box: Box | None) -> datetime.date | None:
    if box is None:
        return None
    form = ">Q" if data[box.body] == 1 else ">I"
    (seconds,) = struct.unpack_from(form, data, box.body + 4)
    return _EPOCH + datetime.timedelta(seconds=seconds) if seconds else None


def _apple_day(data: bytes, meta: Box | None) -> datetime.date | None:
    if meta is None:
        return None
    # In QuickTime the contents begin at once, in MPEG-4 after four bytes.
    start = meta.body if data[meta.body + 4 : meta.body + 8] == b"hdlr" else meta.body + 4
    inside = {one.kind: one for one in boxes_in(data, start, meta.end)}
    keys, values = inside.get(b"keys"), inside.get(b"ilst")
    if keys is None or values is None:
        return None
    names = [data[one.body : one.end] for one in boxes_in(data, keys.body + 8, keys.end)]
    for value in boxes_in(data, values.body, values.end):
        number = int.from_bytes(value.kind, "big")
        if 0 < number <= len(names) and names[number - 1] == _CREATED:
            held = next((one for one in boxes_in(data, value.body, value.end) if one.kind == b"data"), None)
            return _day(data[held.body + 8 : held.end].decode("ascii", "replace")) if held else None
    return None
