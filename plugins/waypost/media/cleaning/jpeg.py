"""JPEG without what cameras and programs wrote into it; not a pixel changes. Source: ITU-T T.81, annex B."""

from __future__ import annotations

import re
import struct

from .profiles import clean_profile

START, END, SCAN = 0xD8, 0xD9, 0xDA
_PLAIN = frozenset((*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, 0xDE, 0xDF)) - {0xC8}
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_PROFILE = b"ICC_PROFILE\0"


def clean_jpeg(content: bytes) -> bytes:
    """The same picture without EXIF, XMP, IPTC, comments and thumbnails, and with nothing behind its end.

    Which way up it is, and its colours, stay. Raises ValueError or struct.error where it is no JPEG.
    """
    if content[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    clean = bytearray(content[:2])
    upright: bytes | None = None
    profiles: list[tuple[int, bytes]] = []
    place = 2
    while True:
        marker, place = _marker(content, place)
        if marker == END:
            break
        (length,) = struct.unpack_from(">H", content, place)
        segment = content[place : place + length]
        if length < 2 or len(segment) < length:
            raise ValueError("cut short")
        body = segment[2:]
        place += length
        if marker == SCAN:
            found = _NEXT.search(content, place)
            end = found.start() if found else len(content)
            clean += b"\xff\xda" + segment + content[place:end]
            place = end
            if not found:
                break
        elif marker in _PLAIN:
            clean += bytes((0xFF, marker)) + segment
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
            clean += b"\xff\xe0\x00\x10" + body[:12] + b"\0\0"
        elif marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
            clean += b"\xff\xee\x00\x0e" + body[:5] + body[5:12]
        elif marker == 0xE1 and upright is None and (upright := _upright(body)):
            clean += upright
        elif marker == 0xE2 and body.startswith(_PROFILE):
            # The profile is one text over several segments: what stands in it is blanked once all are there.
            profiles.append((len(clean), body[14:]))
            clean += bytes((0xFF, marker)) + segment
    _clean_profiles(clean, profiles)
    return bytes(clean + b"\xff\xd9")


def _marker(content: bytes, place: int) -> tuple[int, int]:
    while True:
        if place + 1 >= len(content):
            raise ValueError("cut short")
        if content[place] != 0xFF:
            raise ValueError("no marker")
        marker = content[place + 1]
        place += 1
        if marker == 0xFF:
            continue
        place += 1
        if marker == 1 or 0xD0 <= marker <= 0xD8:
            continue
        return marker, place


def _clean_profiles(clean: bytearray, parts: list[tuple[int, bytes]]) -> None:
    if not parts:
        return
    try:
        whole = clean_profile(b"".join(part for _, part in parts))
    except struct.error:
        whole = b""
    for start, part in reversed(parts):
        length = 4 + 14 + len(part)
        if whole:
            whole, cleaned = whole[: -len(part) or None], whole[len(whole) - len(part) :]
            clean[start + 18 : start + length] = cleaned
        else:
            del clean[start : start + length]


def _upright(body: bytes) -> bytes:
    """A segment that says which way up the picture is and nothing else, where `body` says that it is turned."""
    if not body.startswith(b"Exif\0\0"):
        return b""
    notes = body[6:]
    order = "<" if notes[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, start)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", notes, start + 2 + 12 * number)
            if (tag, kind) == (0x0112, 3) and 2 <= value <= 8:
                kept = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, value, 0, 0)
                return b"\xff\xe1" + struct.pack(">H", 8 + len(kept)) + b"Exif\0\0" + kept
    except struct.error:
        pass
    return b""
