"""WAV: the sound and its form are left; the rest becomes zeros of the same length. Source: RIFF; EBU Tech 3306."""

from __future__ import annotations

import struct
from pathlib import Path

from .patches import Patches
from .trouble import damaged

_LEFT = (b"fmt ", b"data", b"fact", b"ds64")
_UNKNOWN = 0xFFFFFFFF
MOST = 100_000


def clean_wave(source: Path, target: Path) -> None:
    """Cleans a recording. Raises CleaningError where it is damaged."""
    length = source.stat().st_size
    patches = Patches()
    with source.open("rb") as file:
        head = file.read(12)
        if head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
            raise damaged("recording")
        place, found, large = 12, set(), 0
        for _ in range(MOST):
            file.seek(place)
            chunk = file.read(8)
            if len(chunk) < 8:
                break
            kind, size = struct.unpack("<4sI", chunk)
            if kind == b"ds64":
                large = int.from_bytes(file.read(16)[8:], "little")
            if size == _UNKNOWN:
                # Recorders that write as they go, and films of sound above four gigabytes, say it so.
                size = large if large and kind == b"data" else length - place - 8
            end = place + 8 + size
            if end > length:
                if kind in _LEFT:
                    raise damaged("recording")
                break
            found.add(kind)
            if kind not in _LEFT:
                patches.write(place, b"JUNK")
                patches.blank(place + 8, end)
            place = min(end + size % 2, length)
        if not {b"fmt ", b"data"} <= found:
            raise damaged("recording")
        if head[:4] == b"RIFF":
            patches.write(4, struct.pack("<I", min(place - 8, _UNKNOWN)))
    patches.copy(source, target, place)
