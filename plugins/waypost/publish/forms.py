"""The forms in which a private string may stand in a file: as words, as one word, in base64, in hexadecimal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from .readings import words_of

# Long strings are looked for by their beginning: enough of it to be nothing else.
LONGEST = 48
# As one word, a name of so many letters is in no longer word by chance.
LONG_WORD = 10
LEAST_ENCODED = 9
# Encoded, a shorter beginning is as sure, and the search for it takes a third of the time.
LONGEST_ENCODED = 16
# Addresses on one website begin alike.
LONGEST_ADDRESS = 400
GLUE = re.compile("['’ʼ`-]")
TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Thai, Lao, Myanmar and Khmer put no space between words. Chinese, Japanese and Korean are known by their width.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


class WordForm(NamedTuple):
    """What to look for in `Reading.words`: `is_cut` where it is the beginning of more, `is_sure` where it may stand
    inside a longer word.
    """

    text: str
    is_cut: bool = False
    is_sure: bool = False


def word_forms(words: str, longest: int = LONGEST) -> Iterator[WordForm]:
    """The forms of a string of which `words` are the `words_of`, by its first `longest` letters where it has more."""
    whole = words.strip()
    if not whole:
        return
    yield WordForm(whole[:longest], is_cut=len(whole) > longest)
    if len(whole) < longest and " " in whole:
        yield WordForm(whole.replace(" ", ""))


def name_forms(name: str) -> Iterator[WordForm]:
    """The forms of a learner's whole name: as it is, first and last alone, the last one first, without the marks
    inside it (O'Dea as odea), with two letters for one (Jürgen as juergen); each as words and as one word.

    A name of a single word has none, since it may be a part of anything: it is looked for as it is written.
    """
    variants = {
        words_of(name),
        words_of(GLUE.sub("", name)),
        words_of(unicodedata.normalize("NFC", name).translate(TWO_LETTERS)),
    }
    orders: set[tuple[str, ...]] = set()
    for parts in (variant.split() for variant in variants):
        if len(parts) > 1:
            orders |= {tuple(parts), (parts[0], parts[-1]), (parts[-1], *parts[:-1]), (parts[-1], parts[0])}
        elif parts and is_unspaced(name):
            orders.add(tuple(parts))
    for order in sorted(orders):
        yield WordForm(" ".join(order))
        if len(order) > 1:
            joined = "".join(order)
            yield WordForm(joined, is_sure=len(joined) >= LONG_WORD)


def decoded_form(text: str, longest: int = LONGEST_ENCODED) -> str:
    """The form to be looked for in `Reading.decoded`, of at most `longest` bytes; empty where the text is too short to
    be told from chance.
    """
    data = text[:longest].encode()[:longest]
    return data.decode("latin-1") if len(data) >= LEAST_ENCODED else ""


def is_unspaced(text: str) -> bool:
    """Whether `text` is in a script that puts no space between words."""
    return bool(UNSPACED.search(text)) or any(unicodedata.east_asian_width(letter) in "WF" for letter in text)
