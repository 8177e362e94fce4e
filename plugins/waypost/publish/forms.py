"""The forms in which a private string may stand in a file: as words, as one word, in base64, in hexadecimal."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Iterator

from .readings import words_of

# Long strings are looked for by their beginning: enough of it to be nothing else.
LONGEST = 40
LEAST_ENCODED = 9
# Encoded, a shorter beginning is as sure, and the search for it takes a third of the time.
LONGEST_ENCODED = 16


def word_forms(text: str) -> Iterator[tuple[str, bool]]:
    """Forms to be looked for in `Reading.words`, each with whether it is only the beginning of the string."""
    for words in {words_of(one).strip() for one in ({text} if text.isascii() else {text, _unaccented(text)})}:
        if not words:
            continue
        yield words[:LONGEST], len(words) > LONGEST
        joined = words.replace(" ", "")
        if joined != words and len(words) < LONGEST:
            yield joined, False


def encoded_forms(text: str) -> Iterator[str]:
    """Forms to be looked for letter by letter: base64 at each of its three alignments, and hexadecimal."""
    data = text.encode()[:LONGEST_ENCODED]
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
    yield data.hex().upper()


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
