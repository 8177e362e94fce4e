"""Ogg: the packets of tags are emptied in place, whatever stream they belong to. Source: RFC 3533; RFC 7845."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from .trouble import CleaningError, damaged
from .vorbis import blank_comment, blank_flac_block

LONGEST_COMMENT = 16 << 20
MOST_PAGES = 1000
_FLAC = b"\x7fFLAC"
_KINDS = (b"\1vorbis", b"OpusHead", b"\x80theora", _FLAC, b"Speex   ")
_POLYNOMIAL = 0x04C11DB7


def _checksums() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ _POLYNOMIAL if value & 1 << 31 else value << 1) & 0xFFFFFFFF
        table.append(value)
    return tuple(table)


_TABLE = _checksums()


@dataclass
class _Page:
    head: bytes
    lengths: bytes
    body: bytes

    @property
    def stream(self) -> int:
        return int(struct.unpack_from("<I", self.head, 14)[0])

    @property
    def begins(self) -> bool:
        return bool(self.head[5] & 2)

    def packed(self, body: bytes) -> bytes:
        page = self.head[:22] + bytes(4) + self.head[26:] + self.lengths + body
        value = 0
        for byte in page:
            value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
        return page[:22] + struct.pack("<I", value) + page[26:]


@dataclass
class _Stream:
    """A stream whose first packets are still to come. `pages` are held back until those are whole."""

    kind: bytes
    number: int = 0
    pages: list[_Page] = field(default_factory=list)


def clean_ogg(source: Path, target: Path) -> None:
    """Cleans a recording or film in Ogg. Raises CleaningError where it is damaged or of a kind unknown here."""
    beginning: dict[int, _Stream] = {}
    plain: set[int] = set()
    with source.open("rb") as file, target.open("wb") as out:
        for page in _pages(file):
            if page.begins:
                kind = next((kind for kind in _KINDS if page.body.startswith(kind)), None)
                plain.discard(page.stream)
                beginning.pop(page.stream, None)
                if kind:
                    beginning[page.stream] = _Stream(kind)
            stream = beginning.get(page.stream)
            if stream is None:
                # Streams that are neither sound nor film, such as descriptions with dates, are left out.
                if page.stream in plain:
                    out.write(page.head + page.lengths + page.body)
                continue
            stream.pages.append(page)
            if len(stream.pages) > MOST_PAGES or sum(len(one.body) for one in stream.pages) > LONGEST_COMMENT:
                raise damaged("recording")
            cleaned = _cleaned(stream)
            if cleaned is not None:
                out.write(cleaned)
                plain.add(page.stream)
                del beginning[page.stream]
    if not plain or beginning:
        raise (
            damaged("recording")
            if beginning
            else CleaningError("this recording is of a kind that cannot be played here; export it again as MP3 or M4A")
        )


def _pages(file: BinaryIO) -> Iterator[_Page]:
    while head := file.read(27):
        if len(head) < 27 or not head.startswith(b"OggS\0"):
            raise damaged("recording")
        lengths = file.read(head[26])
        body = file.read(sum(lengths))
        if len(lengths) < head[26] or len(body) < sum(lengths):
            raise damaged("recording")
        yield _Page(head, lengths, body)


def _cleaned(stream: _Stream) -> bytes | None:
    """The pages held back, with their tags emptied, or None while the packets of tags are not all there."""
    content = bytearray(b"".join(page.body for page in stream.pages))
    lengths = b"".join(page.lengths for page in stream.pages)
    packets, start, at = [], 0, 0
    for length in lengths:
        at += length
        if length < 255:
            packets.append((start, at))
            start = at
    if not _emptied(stream.kind, content, packets):
        return None
    written, at = b"", 0
    for page in stream.pages:
        written += page.packed(bytes(content[at : at + len(page.body)]))
        at += len(page.body)
    return written


def _emptied(kind: bytes, content: bytearray, packets: list[tuple[int, int]]) -> bool:
    if kind == _FLAC:
        for start, end in packets[1:]:
            if content[start] == 0xFF:
                return True
            content[start:end] = blank_flac_block(bytes(content[start:end]))
            if content[start] & 0x80:
                return True
        return False
    if len(packets) < 2:
        return False
    start, end = packets[1]
    comment = blank_comment(bytes(content[start:end]))
    if comment is None:
        if kind != b"Speex   ":
            raise damaged("recording")
        comment = bytes(end - start)
    content[start:end] = comment
    return True
