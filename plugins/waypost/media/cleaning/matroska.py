"""WebM and Matroska: only pictures, sounds and what plays them are left; the rest is voided at the same length.

Source: RFC 9559.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import BinaryIO

from .ebml import VOID, Element, read_content, read_element, void
from .patches import Patches
from .trouble import CleaningError, damaged
from .vorbis import blank_flac_blocks, blank_vorbis_headers

EBML, SEGMENT = 0x1A45DFA3, 0x18538067
SEEKS, INFO, TRACKS, CLUSTER, CUES = 0x114D9B74, 0x1549A966, 0x1654AE6B, 0x1F43B675, 0x1C53BB6B
TAGS, CHAPTERS, ATTACHMENTS = 0x1254C367, 0x1043A770, 0x1941A469
TOP = frozenset((SEEKS, INFO, TRACKS, CLUSTER, CUES, TAGS, CHAPTERS, ATTACHMENTS, SEGMENT, EBML))
SIMPLE_BLOCK, GROUP, BLOCK = 0xA3, 0xA0, 0xA1
TRACK, NUMBER, UID, TYPE, CODEC, PRIVATE = 0xAE, 0xD7, 0x73C5, 0x83, 0x86, 0x63A2
PICTURE, SOUND = 1, 2

_HEAD = frozenset((0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4282, 0x4287, 0x4285))
_INFO = frozenset((0x2AD7B1, 0x4489))
_INFO_TEXTS = frozenset((0x4D80, 0x5741))
_SEEK = frozenset((0x53AB, 0x53AC))
_CUE = frozenset((0xB3, 0xB7, 0xF7, 0xF1, 0xF0, 0xB2, 0x5378))
_GROUP = frozenset((BLOCK, 0x9B, 0xFB, 0xFA, 0xA4, 0x75A2, 0x75A1))
_CLUSTER = frozenset((0xE7, 0xA7, 0xAB))
_TRACK = frozenset(
    (
        *(NUMBER, UID, TYPE, CODEC, PRIVATE, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x23E383, 0x23314F, 0x55EE),
        *(0x22B59C, 0x22B59D, 0xAA, 0x56AA, 0x56BB, 0xE0, 0xE1, 0x6D80),
    )
)


def clean_webm(source: Path, target: Path, sounds_only: bool = False) -> None:
    """Cleans a film. Raises CleaningError where it is damaged, or has no pictures unless it is `sounds_only`."""
    length = source.stat().st_size
    with source.open("rb") as file:
        film = _Film(file, length)
        film.go_through()
    if not film.kinds:
        raise CleaningError("this has neither pictures nor sound in it; export it again as MP4 or WebM")
    if not sounds_only and PICTURE not in film.kinds.values():
        raise CleaningError("this film has no pictures, only sound; give the file the ending .weba to have it played")
    film.patches.copy(source, target, length)


clean_weba = partial(clean_webm, sounds_only=True)


class _Film:
    def __init__(self, file: BinaryIO, length: int) -> None:
        self._file = file
        self._length = length
        self.patches = Patches()
        self.kinds: dict[int, int] = {}

    def go_through(self) -> None:
        head = self._element(0, self._length)
        if head.name != EBML or head.end is None:
            raise damaged()
        self._keep(head, _HEAD)
        place = head.end
        while place < self._length:
            element = self._element(place, self._length)
            place = element.end if element.end is not None else self._length
            if element.name == SEGMENT:
                self._segment(element.body, place)
            else:
                void(self.patches, Element(element.name, element.start, element.body, place))

    def _segment(self, place: int, end: int) -> None:
        while place < end:
            element = self._element(place, end)
            if element.name == CLUSTER:
                place = self._cluster(element.body, end if element.end is None else element.end, element.end is None)
                continue
            if element.end is None:
                raise damaged()
            place = element.end
            if element.name == SEEKS:
                self._keep_rows(element, 0x4DBB, _SEEK)
            elif element.name == CUES:
                self._keep_rows(element, 0xBB, _CUE)
            elif element.name == INFO:
                self._keep(element, _INFO | _INFO_TEXTS)
                for text in self._inside(element):
                    if text.name in _INFO_TEXTS and text.end is not None:
                        self.patches.blank(text.body, text.end)
            elif element.name == TRACKS:
                self._tracks(element)
            else:
                self._void(element)

    def _cluster(self, place: int, end: int, open_ended: bool) -> int:
        """Goes through one stretch of film; returns where it ends."""
        while place < end:
            element = self._element(place, end)
            if open_ended and element.name in TOP:
                return place
            if element.end is None:
                raise damaged()
            place = element.end
            if element.name == SIMPLE_BLOCK:
                if not self._is_shown(element):
                    void(self.patches, element)
            elif element.name == GROUP:
                inside = self._inside(element)
                if all(self._is_shown(one) for one in inside if one.name == BLOCK):
                    self._keep(element, _GROUP)
                else:
                    void(self.patches, element)
            elif element.name not in _CLUSTER:
                self._void(element)
        return place

    def _tracks(self, element: Element) -> None:
        for track in self._inside(element):
            rows = self._inside(track) if track.name == TRACK else []
            words = {
                row.name: read_content(self._file, row) for row in rows if row.name in (NUMBER, TYPE, CODEC, PRIVATE)
            }
            number, kind = (int.from_bytes(words.get(name, b""), "big") for name in (NUMBER, TYPE))
            if kind not in (PICTURE, SOUND):
                self._void(track)
                continue
            self.kinds[number] = kind
            self._keep(track, _TRACK)
            for row in rows:
                if row.name == UID and row.end is not None:
                    width = row.end - row.body
                    self.patches.write(row.body, (number % (1 << 8 * width)).to_bytes(width, "big"))
                elif row.name == PRIVATE:
                    self._private(row, words.get(CODEC, b""), words[PRIVATE])

    def _private(self, row: Element, codec: bytes, content: bytes) -> None:
        # How some codecs are set up is told together with the recording's tags.
        if codec.startswith(b"A_VORBIS"):
            self.patches.write(row.body, blank_vorbis_headers(content))
        elif codec.startswith(b"A_FLAC"):
            self.patches.write(row.body, content[:4] + blank_flac_blocks(content[4:]))

    def _is_shown(self, block: Element) -> bool:
        self._file.seek(block.body)
        head = self._file.read(8)
        if not head or not head[0]:
            raise damaged()
        width = 9 - head[0].bit_length()
        number = int.from_bytes(head[:width], "big") & (1 << 7 * width) - 1
        return number in self.kinds

    def _keep_rows(self, element: Element, name: int, kept: frozenset[int]) -> None:
        for row in self._inside(element):
            if row.name == name:
                self._keep(row, kept)
            else:
                self._void(row)

    def _keep(self, element: Element, kept: frozenset[int]) -> None:
        for inner in self._inside(element):
            if inner.name not in kept:
                self._void(inner)

    def _void(self, element: Element) -> None:
        if element.name == VOID:
            self.patches.blank(element.body, element.end or element.body)
        else:
            # A checksum would no longer be true, and is only one more element to void.
            void(self.patches, element)

    def _inside(self, element: Element) -> list[Element]:
        if element.end is None:
            raise damaged()
        found, place = [], element.body
        while place < element.end:
            inner = self._element(place, element.end)
            if inner.end is None:
                raise damaged()
            found.append(inner)
            place = inner.end
        return found

    def _element(self, place: int, limit: int) -> Element:
        return read_element(self._file, place, limit)
