"""MP3 and AAC: the frames of sound, one behind the other, and nothing between them.

Source: ISO/IEC 11172-3, section 2.4.1.3; ISO/IEC 13818-7, section 6.2.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from .flac import sound_start
from .patches import copy_range
from .trouble import damaged

Length = Callable[[bytes], int]
PIECE = 1 << 16
_RATES = (44100, 48000, 32000)
_KILOBITS = {
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


def clean_mp3(source: Path, target: Path) -> None:
    """Cleans a recording: tags, covers and lyrics go. Raises CleaningError where no sound is found."""
    _clean(source, target, mp3_length)


def clean_aac(source: Path, target: Path) -> None:
    """Cleans a recording. Raises CleaningError where no sound is found."""
    _clean(source, target, aac_length)


def mp3_length(head: bytes) -> int:
    """The length of the frame that starts with these four bytes, or 0 where none does."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rate, bits = head[2] >> 2 & 3, head[2] >> 4
    if version == 1 or layer == 4 or rate == 3 or bits in (0, 15):
        return 0
    hertz = _RATES[rate] >> {3: 0, 2: 1, 0: 2}[version]
    kilobits = _KILOBITS[version == 3, layer][bits]
    padded = head[2] >> 1 & 1
    if layer == 1:
        return (12 * kilobits * 1000 // hertz + padded) * 4
    return (72 if layer == 3 and version != 3 else 144) * kilobits * 1000 // hertz + padded


def aac_length(head: bytes) -> int:
    """The length of the frame that starts with these seven bytes, or 0 where none does."""
    if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
        return 0
    length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    return length if length > 7 else 0


def _clean(source: Path, target: Path, length_of: Length) -> None:
    length = source.stat().st_size
    with source.open("rb") as file, target.open("wb") as out:
        frames, start, place = 0, -1, sound_start(file)
        while place < length:
            size = _length_at(file, place, length_of)
            if size and place + size <= length:
                frames += 1
                start = place if start < 0 else start
                place += size
                continue
            if start >= 0:
                copy_range(file, out, start, place)
                start = -1
            place = _next_sound(file, place + 1, length, length_of)
        if start >= 0:
            copy_range(file, out, start, place)
        if frames < 2:
            raise damaged("recording")


def _length_at(file: BinaryIO, place: int, length_of: Length) -> int:
    file.seek(place)
    return length_of(file.read(7))


def _next_sound(file: BinaryIO, place: int, length: int, length_of: Length) -> int:
    """Where two frames follow each other again: one alone may be chance, inside a cover or a text."""
    while place < length:
        file.seek(place)
        piece = file.read(PIECE)
        at = piece.find(b"\xff")
        while at >= 0:
            size = _length_at(file, place + at, length_of)
            if size and place + at + size < length and _length_at(file, place + at + size, length_of):
                return place + at
            at = piece.find(b"\xff", at + 1)
        place += len(piece)
    return length
