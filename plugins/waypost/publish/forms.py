"""The forms in which a private string may stand in a file: as words, as one word, in base64, in hexadecimal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from .readings import words_of

# Long strings are looked for by their beginning: enough of it to be nothing else.
LONGEST = 40
LEAST_ENCODED = 9
# Encoded, a shorter beginning is as sure, and the search for it takes a third of the time.
LONGEST_ENCODED = 16


def word_forms(text: str, words: str) -> Iterator[tuple[str, bool]]:
    """Forms to be looked for in `Reading.words`, each with whether it is only the beginning of the string.

    `words` are the `words_of` the text.
    """
    for form in {words} if text.isascii() else {words, words_of(_unaccented(text))}:
        whole = form.strip()
        if not whole:
            continue
        yield whole[:LONGEST], len(whole) > LONGEST
        if len(whole) < LONGEST and " " in whole:
            yield whole.replace(" ", ""), False


def decoded_form(text: str) -> str:
    """The form to be looked for in `Reading.decoded`; empty where the text is too short to be told from chance."""
    data = text[:LONGEST_ENCODED].encode()[:LONGEST_ENCODED]
    return data.decode("latin-1") if len(data) >= LEAST_ENCODED else ""


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
