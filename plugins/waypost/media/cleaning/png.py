"""PNG without what programs wrote into it; not a pixel changes."""

from __future__ import annotations

import struct
import zlib

from .profiles import clean_profile

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST_PROFILE = 8 << 20
# What is drawn, and how. Source: PNG (Third Edition), section 11.
_DRAWN = frozenset(
    name.encode()
    for name in (
        *(
            "IHDR",
            "PLTE",
            "IDAT",
            "IEND",
            "tRNS",
            "gAMA",
            "cHRM",
            "sRGB",
            "cICP",
            "mDCV",
            "cLLI",
            "sBIT",
            "bKGD",
            "hIST",
        ),
        *("pHYs", "acTL", "fcTL", "fdAT"),
    )
)


def clean_png(content: bytes) -> bytes:
    """The same picture without texts, times and notes. Raises ValueError or struct.error where it is no PNG."""
    if not content.startswith(SIGNATURE):
        raise ValueError("no PNG")
    clean = [SIGNATURE]
    place = len(SIGNATURE)
    while True:
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if end > len(content):
            raise ValueError("cut short")
        if kind in _DRAWN:
            clean.append(content[place:end])
        elif kind == b"iCCP":
            clean.append(_profile(content[place + 8 : end - 4]))
        place = end
        if kind == b"IEND":
            return b"".join(clean)


def _profile(body: bytes) -> bytes:
    """The chunk of a colour profile without its name and with an anonymous profile; empty where it makes no sense."""
    packed = body.partition(b"\0")[2][1:]
    try:
        unpacker = zlib.decompressobj()
        profile = unpacker.decompress(packed, LONGEST_PROFILE)
        if not unpacker.eof:
            return b""
        kept = b"iCCPicc\0\0" + zlib.compress(clean_profile(profile), 9)
    except (struct.error, zlib.error):
        return b""
    return struct.pack(">I", len(kept) - 4) + kept + struct.pack(">I", zlib.crc32(kept))
