"""The forms in which a private string may stand in a file: as it is, slugged, in base64, in hexadecimal."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterator

from .corpus import plain

# Long strings are looked for by their beginning: enough of it to be nothing else.
LONGEST = 40
LEAST_ENCODED = 9
WORD = re.compile(r"\w+")


def text_forms(text: str) -> Iterator[str]:
    """Forms to be looked for in texts without regard to case."""
    base = plain(text).strip().casefold()
    yield base[:LONGEST]
    if " " in base or not base.isascii():
        for words in {tuple(WORD.findall(base)), tuple(WORD.findall(_unaccented(base)))}:
            for glue in "-_.":
                slug = glue.join(words)
                if len(words) > 1 or not base.isascii():
                    yield slug[:LONGEST]
            if len(words) > 1 and len(base) < LONGEST:
                yield "".join(words)


def encoded_forms(text: str) -> Iterator[str]:
    """Forms to be looked for letter by letter: base64 at each of its three alignments, and hexadecimal."""
    data = text.encode()[:LONGEST]
    if len(data) < LEAST_ENCODED:
        return
    for offset in range(3):
        # Letters at either end also depend on what stands beside the string; only the sure ones are kept.
        first = -(-offset * 8 // 6)
        sure = ((offset + len(data)) * 8) // 6
        letters = base64.b64encode(bytes(offset) + data).decode()[first:sure]
        yield letters
        if "+" in letters or "/" in letters:
            yield letters.replace("+", "-").replace("/", "_")
    yield data.hex()


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
