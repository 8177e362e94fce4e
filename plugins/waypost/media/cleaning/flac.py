"""FLAC: what describes the sound is left, and the sound. Source: RFC 9639, section 8."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from .patches import copy_range
from .trouble import damaged
from .vorbis import SEEKS, STREAM


def clean_flac(source: Path, target: Path) -> None:
    """Cleans a recording. Raises CleaningError where it is damaged."""
    with source.open("rb") as file, target.open("wb") as out:
        end = sound_end(file, source.stat().st_size)
        start = sound_start(file)
        file.seek(start)
        if file.read(4) != b"fLaC":
            raise damaged("recording")
        kept, last = [], False
        while not last:
            head = file.read(4)
            body = file.read(int.from_bytes(head[1:4], "big"))
            if len(head) < 4 or len(body) < int.from_bytes(head[1:4], "big"):
                raise damaged("recording")
            last = bool(head[0] & 0x80)
            if head[0] & 0x7F in (STREAM, SEEKS):
                kept.append((head[0] & 0x7F, head[1:4] + body))
        place = file.tell()
        if not kept or kept[0][0] != STREAM or file.read(2)[:1] != b"\xff":
            raise damaged("recording")
        out.write(b"fLaC")
        for number, (kind, block) in enumerate(kept, 1):
            out.write(bytes([kind | (0x80 if number == len(kept) else 0)]) + block)
        copy_range(file, out, place, max(place, end))


def sound_start(file: BinaryIO) -> int:
    """Where the sound starts: behind the tags that players put first. Source: ID3v2.4.0, section 3.1."""
    start = 0
    while True:
        file.seek(start)
        head = file.read(10)
        if len(head) < 10 or head[:3] != b"ID3":
            return start
        size = 0
        for byte in head[6:10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size + (10 if head[5] & 0x10 else 0)


def sound_end(file: BinaryIO, length: int) -> int:
    """Where the sound ends: before the tags that players put last. Source: ID3v1; APEv2, footer."""
    while True:
        file.seek(max(0, length - 128))
        tail = file.read(min(128, length))
        if tail[:3] == b"TAG" and len(tail) == 128:
            length -= 128
        elif tail[-32:-24] == b"APETAGEX":
            size = int.from_bytes(tail[-20:-16], "little") + (32 if tail[-9] & 0x80 else 0)
            length = max(0, length - max(size, 32))
        else:
            return length
