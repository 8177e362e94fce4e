"""GIF and WebP without what programs wrote into them; not a pixel changes."""

from __future__ import annotations

import struct

from .profiles import clean_profile

# Source: GIF89a, section 26; the name is Netscape's own, for how often a film of pictures is repeated.
_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_WEBP_DRAWN = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_NOTES = 0x08 | 0x04


def clean_gif(content: bytes) -> bytes:
    """The same pictures without comments and programs' own blocks. Raises ValueError or IndexError for no GIF."""
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("no GIF")
    place = 13 + _table(content[10])
    clean = bytearray(content[:place])
    while True:
        kind = content[place]
        if kind == 0x3B:
            return bytes(clean + b";")
        if kind == 0x2C:
            end = _blocks(content, place + 11 + _table(content[place + 9]))
            clean += content[place:end]
        elif kind == 0x21:
            end = _blocks(content, place + 2)
            label = content[place + 1]
            if label == 0xF9 or (label == 0xFF and content[place + 3 : place + 14] in _REPEATS):
                clean += content[place:end]
        else:
            raise ValueError("no block")
        place = end


def clean_webp(content: bytes) -> bytes:
    """The same picture without EXIF and XMP. Raises ValueError or struct.error where it is no WebP."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    (length,) = struct.unpack_from("<I", content, 4)
    last = min(len(content), 8 + length)
    clean = bytearray(b"WEBP")
    place = 12
    while place + 8 <= last:
        kind, size = struct.unpack_from("<4sI", content, place)
        body = content[place + 8 : place + 8 + size]
        if len(body) < size:
            raise ValueError("cut short")
        place += 8 + size + size % 2
        if kind == b"VP8X":
            body = bytes([body[0] & ~_NOTES]) + body[1:]
        elif kind == b"ICCP":
            body = clean_profile(body)
        elif kind not in _WEBP_DRAWN:
            continue
        clean += struct.pack("<4sI", kind, size) + body + bytes(size % 2)
    return b"RIFF" + struct.pack("<I", len(clean)) + bytes(clean)


def _table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(content: bytes, place: int) -> int:
    """Where a row of blocks, each with its length before it, ends."""
    while content[place]:
        place += content[place] + 1
    return place + 1
