"""MP4, QuickTime and M4A: only pictures, sounds and what plays them are left; the rest becomes as many zeros.

Places inside the file stay, so it is copied as it is and a few places are overwritten.
Source: ISO/IEC 14496-12; QuickTime File Format.
"""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import BinaryIO

from .boxes import Box, boxes_of
from .patches import Patches, merged
from .room import share
from .samples import Range, default_sizes, fragment_ranges, track_ranges
from .tracks import Rule, apply_rules, clean_contents
from .trouble import CleaningError, damaged, too_large

CONTENTS = 16
"""The share of the memory that a film's table of contents may take."""
_LEFT = (b"sidx", b"ssix", b"pdin")
_BRANDS = frozenset(
    name.encode()
    for name in (
        *(
            "isom",
            "iso2",
            "iso3",
            "iso4",
            "iso5",
            "iso6",
            "iso7",
            "iso8",
            "iso9",
            "mp41",
            "mp42",
            "avc1",
            "hvc1",
            "av01",
        ),
        *("qt  ", "M4A ", "M4V ", "dash", "msdh", "cmfc", "3gp4", "3gp5", "3gp6"),
    )
)
_TRAF: dict[bytes, Rule] = dict.fromkeys((b"tfhd", b"tfdt", b"trun", b"sdtp", b"sgpd", b"sbgp", b"subs"))
_MOOF: dict[bytes, Rule] = {b"mfhd": None, b"traf": _TRAF}


def clean_film(source: Path, target: Path) -> None:
    """Cleans a film. Raises CleaningError where it is damaged or has no pictures."""
    _clean(source, target, sounds_only=False)


def clean_recording(source: Path, target: Path) -> None:
    """Cleans a recording without pictures; the picture of a cover goes. Raises CleaningError where it is damaged."""
    _clean(source, target, sounds_only=True)


def _clean(source: Path, target: Path, sounds_only: bool) -> None:
    with source.open("rb") as file:
        length = source.stat().st_size
        patches, end = _patches(file, length, sounds_only)
    patches.copy(source, target, end)


def _patches(file: BinaryIO, length: int, sounds_only: bool) -> tuple[Patches, int]:
    patches = Patches()
    boxes = boxes_of(file, length)
    moov = next((box for box in boxes if box.kind == b"moov"), None)
    if moov is None or moov.end > length:
        raise damaged("film" if not sounds_only else "recording")
    data = _read(file, moov)
    inside = Box(moov.kind, 0, moov.body - moov.start, len(data))
    sizes = default_sizes(data, inside)
    tracks = clean_contents(data, inside, sounds_only)
    _require_shown([track.sound for track in tracks], sounds_only)
    patches.write(moov.start, bytes(data))
    kept = [found for track in tracks for found in track_ranges(data, track)]
    numbers = {track.number for track in tracks}
    end = moov.end
    for box in boxes:
        if box is moov or box.kind == b"mdat":
            end = max(end, min(box.end, length))
        elif box.end > length:
            # What starts like a box behind the last is what a phone has appended.
            break
        elif box.kind in (b"ftyp", b"styp"):
            patches.write(box.body, _brands(_read(file, box)[box.body - box.start :]))
        elif box.kind == b"moof":
            fragment = _read(file, box)
            body = bytes(fragment[box.body - box.start :])
            kept += [(a, b) for number, a, b in fragment_ranges(body, box.start, sizes) if number in numbers and b > a]
            apply_rules(fragment, Box(box.kind, 0, box.body - box.start, len(fragment)), _MOOF)
            patches.write(box.start, bytes(fragment))
        elif box.kind not in _LEFT:
            patches.write(box.start + 4, b"free")
            patches.blank(box.body, box.end)
        end = max(end, box.end)
    _blank_others(patches, [box for box in boxes if box.kind == b"mdat"], kept, length)
    return patches, min(end, length)


def _require_shown(sounds: list[bool], sounds_only: bool) -> None:
    if not sounds:
        raise CleaningError("this has neither pictures nor sound in it; export it again as MP4")
    if not sounds_only and all(sounds):
        raise CleaningError("this film has no pictures, only sound; give the file the ending .m4a to have it played")


def _read(file: BinaryIO, box: Box) -> bytearray:
    if box.end - box.start > share(CONTENTS):
        raise too_large()
    file.seek(box.start)
    return bytearray(file.read(box.end - box.start))


def _brands(body: bytearray) -> bytes:
    """The kinds of film that this is one of; makers' own names among them become the plain one."""
    if len(body) < 8:
        raise damaged()
    names = [bytes(body[at : at + 4]) for at in range(0, len(body), 4)]
    known = [name if name in _BRANDS else b"isom" for name in names]
    known[1] = bytes(4)
    return b"".join(known)[: len(body)]


def _blank_others(patches: Patches, places: list[Box], kept: list[Range], length: int) -> None:
    """Blanks what lies among the samples and is none: tracks of places and faces, pictures of an earlier state."""
    starts = sorted({start for start, _ in kept} | {box.end for box in places})
    whole = []
    if any(start > length for start, _ in kept):
        raise damaged()
    for start, end in kept:
        if not end:
            following = bisect_right(starts, start)
            end = starts[following] if following < len(starts) else length
        whole.append((start, end))
    ranges = merged(whole)
    if any(end > length for _, end in ranges):
        raise damaged()
    number = 0
    for box in sorted(places, key=lambda one: one.start):
        at = box.body
        last = min(box.end, length)
        while number < len(ranges) and ranges[number][0] < last:
            start, end = ranges[number]
            patches.blank(at, start)
            at = max(at, end)
            if end > last:
                break
            number += 1
        patches.blank(at, last)
