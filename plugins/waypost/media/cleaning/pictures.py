"""Pictures inside other files, cleaned without changing a pixel; what they are is told by their first bytes."""

from __future__ import annotations

import io
import struct

from .boxes import Box, boxes_in
from .gif import clean_gif, clean_webp
from .jpeg import clean_jpeg
from .png import SIGNATURE, clean_png

MOST_PIXELS = 100_000_000
_TIFF = (b"II*\0", b"MM\0*")
_EMF = b"\1\0\0\0"
_JPEG_2000 = b"\0\0\0\x0cjP  \r\n\x87\n"
_JPEG_2000_DRAWN = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")


def clean_picture(content: bytes) -> bytes | None:
    """The picture without metadata, or None where its kind is unknown here.

    Raises one of `trouble.DAMAGED` where its bytes make no sense.
    """
    head = content[:12]
    if head.startswith(b"\xff\xd8\xff"):
        return clean_jpeg(content)
    if head.startswith(SIGNATURE):
        return clean_png(content)
    if head.startswith(b"GIF8"):
        return clean_gif(content)
    if head.startswith(b"RIFF") and head.endswith(b"WEBP"):
        return clean_webp(content)
    if head.startswith(_TIFF):
        return _encode_anew(content)
    if head == _JPEG_2000:
        return clean_jpeg_2000(content)
    if head.startswith(_EMF) and content[40:44] == b" EMF":
        return _clean_emf(content)
    # Neither has room for a word.
    if head.startswith((b"BM", b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0")):
        return content
    return None


def clean_jpeg_2000(content: bytes) -> bytes:
    """A JPEG 2000 file with its picture alone. Source: ISO/IEC 15444-1, annex I."""
    if not content.startswith(_JPEG_2000):
        return content
    found: list[Box] = list(boxes_in(content))
    return b"".join(content[box.start : box.end] for box in found if box.kind in _JPEG_2000_DRAWN)


def _encode_anew(content: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=("TIFF",)) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        clean = Image.frombytes(image.mode, image.size, image.tobytes())
        if image.palette and image.mode == "P":
            clean.putpalette(image.palette.getdata()[1], image.palette.mode)
    buffer = io.BytesIO()
    clean.save(buffer, "TIFF", compression="tiff_adobe_deflate")
    return buffer.getvalue()


def _clean_emf(content: bytes) -> bytes:
    """Source: [MS-EMF] 2.2.9: a drawing may say which program made it and what it is called."""
    length, start = struct.unpack_from("<II", content, 60)
    end = start + 2 * length
    if not start or end > len(content):
        return content
    return content[:start] + bytes(2 * length) + content[end:]
