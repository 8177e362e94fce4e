"""What a film's table of contents may hold, and its tracks. Source: ISO/IEC 14496-12; QuickTime File Format."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from .boxes import Box, boxes_in, free
from .profiles import clean_profile
from .trouble import damaged

Change = Callable[[bytearray, Box], None]
Rule = Change | dict[bytes, "Rule"] | None
"""What becomes of a box: changed, gone through (what is not named in it is made free), or left."""

SHOWN = (b"vide", b"soun")


def _left(names: str) -> dict[bytes, Rule]:
    return {name.encode().ljust(4): None for name in names.split()}


def _zero_times(data: bytearray, box: Box) -> None:
    width = 8 if data[box.body] == 1 else 4
    end = box.body + 4 + 2 * width
    if end > box.end:
        raise damaged()
    data[box.body + 4 : end] = bytes(2 * width)


def _blank_handler(data: bytearray, box: Box) -> None:
    # Behind the kind of track stand who made its handler and what it is called.
    data[box.body + 12 : box.end] = bytes(max(0, box.end - box.body - 12))


def _refer_to_itself(data: bytearray, box: Box) -> None:
    for entry in boxes_in(data, box.body + 8, box.end):
        if entry.end - entry.body < 4:
            raise damaged()
        data[entry.start + 4 : entry.end] = b"url \0\0\0\1" + bytes(entry.end - entry.body - 4)


def _blank_colour(data: bytearray, box: Box) -> None:
    if bytes(data[box.body : box.body + 4]) in (b"prof", b"rICC"):
        data[box.body + 4 : box.end] = clean_profile(bytes(data[box.body + 4 : box.end]))


def _blank_text(data: bytearray, box: Box) -> None:
    data[box.body + 4 : box.end] = bytes(max(0, box.end - box.body - 4))


_CODEC: dict[bytes, Rule] = {
    **_left("avcC hvcC lhvC vvcC vpcC av1C dvcC dvvC dvwC glbl d263 jp2h gama"),
    **_left("pasp fiel clap btrt mdcv clli SmDm CoLL vexu hfov"),
    **_left("esds alac dac3 dec3 dac4 dOps dfLa damr chan chnl srat pcmC wave bitr"),
    b"colr": _blank_colour,
    b"st3d": None,
    b"sv3d": {b"svhd": _blank_text, b"proj": None},
}


def _blank_descriptions(data: bytearray, box: Box, handler: bytes) -> None:
    newer = data[box.body] == 1
    for entry in boxes_in(data, box.body + 8, box.end):
        if entry.end - entry.start < 36:
            raise damaged()
        data[entry.start + 20 : entry.start + 24] = bytes(4)
        if handler == b"vide":
            if entry.end - entry.start < 86:
                raise damaged()
            data[entry.start + 50 : entry.start + 82] = bytes(32)
            inside = 86
        else:
            (version,) = struct.unpack_from(">H", data, entry.start + 16)
            # A recording's entry is longer in QuickTime than in the standard; each has its own way of saying so.
            inside = {1: 36 if newer else 52, 2: 72}.get(version, 36)
        apply_rules(data, Box(entry.kind, entry.start, entry.start + inside, entry.end), _CODEC)


def _media_rules(handler: bytes) -> dict[bytes, Rule]:
    table = _left("stts ctts cslg stss stps stsc stsz stz2 stco co64 sdtp sgpd sbgp subs padb stdp stsh")
    return {
        b"tkhd": _zero_times,
        b"edts": _left("elst"),
        b"tapt": _left("clef prof enof"),
        b"mdia": {
            b"mdhd": _zero_times,
            b"hdlr": _blank_handler,
            b"elng": None,
            b"minf": {
                **_left("vmhd smhd nmhd"),
                b"hdlr": _blank_handler,
                b"dinf": {b"dref": _refer_to_itself},
                b"stbl": {**table, b"stsd": partial(_blank_descriptions, handler=handler)},
            },
        },
    }


_MOVIE: dict[bytes, Rule] = {
    b"mvhd": _zero_times,
    b"iods": None,
    b"trak": None,
    b"mvex": _left("mehd trex leva"),
}


@dataclass(frozen=True)
class Track:
    """A track of a film that is shown: its number, whether it is sound, and its boxes by name."""

    number: int
    sound: bool
    boxes: dict[bytes, Box]


def clean_contents(data: bytearray, box: Box, sounds_only: bool) -> list[Track]:
    """Cleans a film's table of contents, in place; tracks that are neither picture nor sound are made free.

    Raises CleaningError where it makes no sense.
    """
    apply_rules(data, box, _MOVIE)
    tracks = []
    for trak in boxes_in(data, box.body, box.end):
        if trak.kind != b"trak":
            continue
        boxes = _gathered(data, trak)
        place = boxes.get(b"mdia/hdlr")
        handler = bytes(data[place.body + 8 : place.body + 12]) if place else b""
        if handler not in SHOWN or (sounds_only and handler != b"soun"):
            free(data, trak)
            continue
        apply_rules(data, trak, _media_rules(handler))
        tracks.append(Track(_number(data, boxes), handler == b"soun", boxes))
    return tracks


def apply_rules(data: bytearray, box: Box, rules: dict[bytes, Rule]) -> None:
    """Goes through what a box holds: what `rules` do not name is made free."""
    last = box.body
    for inner in list(boxes_in(data, box.body, box.end)):
        last = inner.end
        if inner.kind not in rules:
            free(data, inner)
            continue
        rule = rules[inner.kind]
        if isinstance(rule, dict):
            apply_rules(data, inner, rule)
        elif rule is not None:
            rule(data, inner)
    data[last : box.end] = bytes(box.end - last)


def _gathered(data: bytearray, trak: Box) -> dict[bytes, Box]:
    found: dict[bytes, Box] = {}

    def gather(box: Box, way: bytes) -> None:
        for inner in boxes_in(data, box.body, box.end):
            name = way + inner.kind
            found.setdefault(name, inner)
            if name in (b"mdia", b"mdia/minf", b"mdia/minf/stbl"):
                gather(inner, name + b"/")

    gather(trak, b"")
    return found


def _number(data: bytearray, boxes: dict[bytes, Box]) -> int:
    head = boxes.get(b"tkhd")
    if head is None or head.end - head.body < 24:
        raise damaged()
    (number,) = struct.unpack_from(">I", data, head.body + (20 if data[head.body] == 1 else 12))
    return int(number)
