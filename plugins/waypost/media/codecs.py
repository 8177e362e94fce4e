"""How a film's pictures are written, as its table of contents says: without a look at a single picture.

Sources: ISO/IEC 14496-12, 8.5.2 (stsd); the registry of MP4 codecs at mp4ra.org.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

from .cleaning.boxes import Box, boxes_in, boxes_of
from .cleaning.trouble import CleaningError
from .days import LARGEST_INDEX

UNPLAYED = {
    **dict.fromkeys((b"hvc1", b"hev1", b"dvh1", b"dvhe"), "HEVC"),
    **dict.fromkeys((b"apch", b"apcn", b"apcs", b"apco", b"ap4h", b"ap4x"), "ProRes"),
    **dict.fromkeys((b"jpeg", b"mjpa", b"mjpb"), "Motion JPEG"),
    **dict.fromkeys((b"s263", b"h263", b"H263"), "H.263"),
    b"mp4v": "MPEG-4, part 2",
}
"""What not every browser plays, by the name that a film gives it."""
_WAY = (b"trak", b"mdia", b"minf", b"stbl", b"stsd")


def unplayed_at_sight(path: Path) -> str | None:
    """What in an MP4 or QuickTime film not every browser plays, by name; None where no such thing is to be seen."""
    with suppress(CleaningError, OSError, ValueError, struct.error), path.open("rb") as file:
        moov = next((one for one in boxes_of(file, path.stat().st_size) if one.kind == b"moov"), None)
        if moov is not None and moov.end - moov.start <= LARGEST_INDEX:
            file.seek(moov.start)
            data = file.read(moov.end - moov.start)
            found = _inside(data, Box(moov.kind, 0, moov.body - moov.start, len(data)), _WAY)
            kinds = [entry.kind for stsd in found for entry in boxes_in(data, stsd.body + 8, stsd.end)]
            return next((UNPLAYED[kind] for kind in kinds if kind in UNPLAYED), None)
    return None


def _inside(data: bytes, box: Box, way: tuple[bytes, ...]) -> list[Box]:
    """The boxes at the end of a way of names."""
    found = [box]
    for kind in way:
        found = [inner for one in found for inner in boxes_in(data, one.body, one.end) if inner.kind == kind]
    return found
