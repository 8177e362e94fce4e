"""A sealed text opens after whatever mail programs, messengers and people do to its lines."""

from __future__ import annotations

import base64
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.errors import SealedError
from waypost.seal.age import open_bytes, recipient_of, seal_bytes
from waypost.seal.armor import LARGEST, find_sealed
from waypost.seal.derivation import MasterKey

IDENTITY = MasterKey(bytes(32)).post_identity()
CONTENT = b"You rebuilt it twice." * 20
# Files are of several lengths; of one whose base64 ends in = more can go wrong.
FILE = next(file for file in (seal_bytes(CONTENT, IDENTITY) for _ in range(200)) if len(file) % 3 == 1)
BEGIN, END = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"


def armor(data: bytes, width: int = 64) -> str:
    """Source: C2SP age, section ASCII Armor."""
    return "\n".join((BEGIN, *textwrap.wrap(base64.b64encode(data).decode(), width), END, ""))


def opened(text: str | bytes) -> list[bytes]:
    data = text.encode() if isinstance(text, str) else text
    return [open_bytes(sealed, IDENTITY) for sealed in find_sealed(data)]


def test_file_as_it_is_opens() -> None:
    assert opened(FILE) == [CONTENT]


quotes = st.sampled_from(["", "> ", ">", "> > ", ">> ", "| ", "  ", "\t", "\u00a0"])
breaks = st.sampled_from(["\n", "\r\n", "\r", " ", "", "\n\n", "\u2028", "\u200b\n"])
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=40).filter(lambda said: "AGE" not in said.upper())


@given(quotes, breaks, st.integers(20, 200), words, words)
def test_text_opens_however_it_was_quoted_and_broken(
    quote: str, line_break: str, width: int, before: str, after: str
) -> None:
    lines = armor(FILE, width).strip().split("\n")
    text = line_break.join(f"{quote}{line}" for line in lines)
    assert opened(f"{before}\n{text}\n{after}") == [CONTENT]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("-----", "—–—"),
        lambda text: text.replace("-----", "- - - - -"),
        lambda text: text.replace(BEGIN, "\u00a0" + BEGIN.lower().replace("age", "AGE").upper()),
        lambda text: text.split(BEGIN)[1],
        lambda text: text.replace("=", "=3D").replace("\nY", "=\nY", 1),
        lambda text: text.replace("=", ""),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
    ],
    ids=["dashes", "spaced", "blanks", "no-first-line", "quoted-printable", "no-padding", "utf-16", "mark"],
)
def test_text_opens_after(spoil: Callable[[str], str | bytes]) -> None:
    assert opened(spoil(armor(FILE))) == [CONTENT]


def test_several_replies_in_one_message_all_open() -> None:
    other = seal_bytes(b"another", IDENTITY)
    assert opened(f"First:\n{armor(FILE)}\nand then\n> {armor(other)}") == [CONTENT, b"another"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "there is no reply in this"),
        (b"Dear advisor, I will write soon.", "there is no reply in this"),
        (armor(FILE)[:400].encode(), "the end of this reply is missing"),
        (b"x" * (LARGEST + 1), "larger than any reply"),
    ],
    ids=["nothing", "a letter", "cut", "huge"],
)
def test_what_is_no_reply_is_told(data: bytes, words: str) -> None:
    with pytest.raises(SealedError, match=words):
        find_sealed(data)


@given(st.integers(len(BEGIN) + 1, len(armor(FILE)) - len(END) - 4))
def test_lost_character_is_told(place: int) -> None:
    text = armor(FILE)
    if text[place].isalnum():
        with pytest.raises(SealedError):
            opened(text[:place] + text[place + 1 :])


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_no_byte_changes_unnoticed(place: int, change: int) -> None:
    spoilt = bytearray(FILE)
    spoilt[place] ^= change
    with pytest.raises(SealedError):
        opened(armor(bytes(spoilt)))


def test_recipient_is_all_that_a_page_holds() -> None:
    assert recipient_of(IDENTITY).startswith("age1")
