"""Tags of Vorbis, FLAC and their kin, emptied at the same length. Source: Vorbis I, section 5; RFC 9639, section 8."""

from __future__ import annotations

STREAM, SEEKS, COMMENT, PADDING = 0, 3, 4, 1
_EMPTY = bytes(8)
"""A vendor of no letters and no tags."""


def blank_comment(packet: bytes) -> bytes | None:
    """The packet of a stream's tags with none in it, as long as it was; None where it is no such packet."""
    for mark, ending in ((b"\3vorbis", b"\1"), (b"OpusTags", b""), (b"\x81theora", b"")):
        if packet.startswith(mark):
            return (mark + _EMPTY + ending).ljust(len(packet), b"\0")[: len(packet)]
    return None


def blank_flac_block(block: bytes) -> bytes:
    """One block of what stands before FLAC's sound, as long as it was: tags and pictures become zeros."""
    kind = block[0] & 0x7F
    if kind in (STREAM, SEEKS):
        return block
    if kind == COMMENT:
        return block[:4] + bytes(len(block) - 4)
    return bytes([block[0] & 0x80 | PADDING]) + block[1:4] + bytes(len(block) - 4)


def blank_flac_blocks(blocks: bytes) -> bytes:
    """A row of such blocks. Raises IndexError or ValueError where it makes no sense."""
    clean, place = b"", 0
    while place < len(blocks):
        end = place + 4 + int.from_bytes(blocks[place + 1 : place + 4], "big")
        if end > len(blocks):
            raise ValueError("cut short")
        clean += blank_flac_block(blocks[place:end])
        place = end
    return clean


def blank_vorbis_headers(content: bytes) -> bytes:
    """Vorbis' three packets in one, as Matroska has them, without tags, as long as they were.

    Raises IndexError or ValueError where they make no sense.
    """
    if content[0] != 2:
        raise ValueError("not three packets")
    place, lengths = 1, []
    for _ in range(2):
        length = 0
        while content[place] == 255:
            length += 255
            place += 1
        lengths.append(length + content[place])
        place += 1
    start = place + lengths[0]
    comment = blank_comment(content[start : start + lengths[1]])
    if comment is None:
        raise ValueError("no tags")
    return content[:start] + comment + content[start + lengths[1] :]
