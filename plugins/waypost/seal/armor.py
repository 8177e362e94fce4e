"""Sealed text as people hand it on: quoted, wrapped anew, with words around it, or a file as it is.

Source: age's ASCII armor (C2SP age, section "ASCII Armor"). It is read here more kindly than there: what is between
the two lines is base64 whatever a mail program did to its lines, and age itself tells whether every byte is right.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re

from waypost.errors import SealedError

from .age import MAGIC

LARGEST = 1 << 18
"""Bytes. A reply has a few thousand; a mail around it may have more."""

_NAME = r"AGE[\W_]*ENCRYPTED[\W_]*FILE"
_BEGIN = re.compile(rf"BEGIN[\W_]*{_NAME}")
_END = re.compile(rf"END[\W_]*{_NAME}")
_FOREIGN = re.compile(r"[^A-Za-z0-9+/]+")
_FIRST = base64.b64encode(MAGIC)[:28].decode()
_SOFT_BREAK = re.compile(r"=\r?\n")


def find_sealed(data: bytes) -> list[bytes]:
    """Every sealed file in what somebody handed on: the file itself, or texts in a message.

    Raises SealedError where there is none, or a part of one.
    """
    if len(data) > LARGEST:
        raise SealedError("this is larger than any reply (256 KB): look whether it is the right file")
    if data.startswith(MAGIC):
        return [data]
    text = _decode(data)
    begins = [match.end() for match in _BEGIN.finditer(text)]
    if not begins:
        begins = [place] if (place := text.find(_FIRST)) >= 0 else []
    if not begins:
        raise SealedError(
            "there is no reply in this. A reply is a file that ends in .age, or a text that begins with "
            "-----BEGIN AGE ENCRYPTED FILE-----"
        )
    ends = [*begins[1:], len(text)]
    return [_read(text[start:stop]) for start, stop in zip(begins, ends, strict=True)]


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8", errors="replace")


def _read(text: str) -> bytes:
    end = _END.search(text)
    if end is None:
        raise SealedError("the end of this reply is missing: copy all of it, to the line that begins with -----END")
    body = text[: end.start()]
    if "=3D" in body or _SOFT_BREAK.search(body):
        # Mail programs that save a message write = and long lines in this way.
        body = _SOFT_BREAK.sub("", body).replace("=3D", "=")
    # The marks in front of quoted lines, spaces and dashes are none of base64's characters.
    letters = _FOREIGN.sub("", body)
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (ValueError, binascii.Error):
        raise SealedError("a part of this reply is missing or was changed on the way: ask for it again") from None
