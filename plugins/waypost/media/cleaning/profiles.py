"""Colour profiles without the names and dates in them; the colours stay. Source: ICC.1:2022, sections 7 and 10."""

from __future__ import annotations

import struct

HEAD = 128
# Where a profile's head tells of makers, devices, dates and copies: bytes from, to.
_TELLING = ((4, 8), (24, 36), (40, 44), (48, 64), (80, 84), (84, 100))
_COLOURS = frozenset(
    name.encode()
    for name in (
        *(
            "rXYZ",
            "gXYZ",
            "bXYZ",
            "wtpt",
            "bkpt",
            "rTRC",
            "gTRC",
            "bTRC",
            "kTRC",
            "chad",
            "chrm",
            "lumi",
            "cicp",
            "gamt",
        ),
        *("A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0", "D2B1", "D2B2", "B2D0", "B2D1", "B2D2"),
        *("aabg", "aarg", "aagg", "view", "meas"),
    )
)


def clean_profile(profile: bytes) -> bytes:
    """The profile with everything but its colours blanked, as long as it was. Raises struct.error for no profile."""
    clean = bytearray(profile)
    for start, end in _TELLING:
        clean[start : min(end, len(clean))] = bytes(max(0, min(end, len(clean)) - start))
    clean[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    (count,) = struct.unpack_from(">I", profile, HEAD)
    colours: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for number in range(min(count, 200)):
        name, start, size = struct.unpack_from(">4sII", profile, HEAD + 4 + 12 * number)
        (colours if name in _COLOURS else others).append((start, min(start + size, len(clean))))
    for start, end in others:
        # Tags may share their bytes; what holds colours is left.
        if all(end <= first or start >= last for first, last in colours) and start >= HEAD + 4 + 12 * count:
            _blank_text(clean, start, end)
    return bytes(clean)


def _blank_text(clean: bytearray, start: int, end: int) -> None:
    """Leaves an empty text of the same type, so that readers that want one find it."""
    kind = bytes(clean[start : start + 4])
    clean[start + 4 : end] = bytes(max(0, end - start - 4))
    if kind == b"desc" and end - start >= 13:
        clean[start + 8 : start + 12] = struct.pack(">I", 1)
    elif kind == b"mluc" and end - start >= 16:
        clean[start + 12 : start + 16] = struct.pack(">I", 12)
