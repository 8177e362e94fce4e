"""A look at a HEIC before its decoder gets it: names of parts that are no text end the decoder's whole process."""

from __future__ import annotations

import re
from pathlib import Path

# An entry of the item table: its size, its version, and what follows. Source: ISO/IEC 14496-12, ItemInfoEntry.
_ENTRY = re.compile(rb"(?s)(.{4})infe(?:\x02.{7}|\x03.{9})")
_LONGEST = 1 << 16


def is_sound(path: Path) -> bool:
    """Whether the types of everything in a HEIC or AVIF are text. Of any other file, nothing is said."""
    with path.open("rb") as file:
        head = file.read(12)
        if head[4:8] != b"ftyp":
            return True
        content = head + file.read()
    return all(_is_text(content[entry.end() : end]) for entry in _ENTRY.finditer(content) if (end := _end(entry)))


def _end(entry: re.Match[bytes]) -> int:
    size = int.from_bytes(entry[1], "big")
    # The four letters may also stand in the pixels by chance; no size of an entry stands before them there.
    return entry.start() + size if entry.end() - entry.start() <= size <= _LONGEST else 0


def _is_text(entry: bytes) -> bool:
    kind, names = entry[:4], entry[4:].split(b"\0")
    try:
        b" ".join([kind, *names[1:2]]).decode()
    except UnicodeDecodeError:
        return False
    return True
