"""Texts as words, and texts out of base64 and hexadecimal, at whatever place they begin."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.publish.forms import LEAST_ENCODED, decoded_form
from waypost.publish.readings import WORD, Reading, words_of

WAYS: dict[str, Callable[[bytes], str]] = {
    "base64": lambda data: base64.b64encode(data).decode(),
    "base64 without its end": lambda data: base64.b64encode(data).decode().rstrip("="),
    "base64 for addresses": lambda data: base64.urlsafe_b64encode(data).decode(),
    "hexadecimal": bytes.hex,
    "hexadecimal capitals": lambda data: data.hex().upper(),
}
TEXTS = st.text(min_size=1, max_size=60).filter(lambda text: len(text.encode(errors="ignore")) >= LEAST_ENCODED)


@pytest.mark.parametrize("way", WAYS)
@given(text=TEXTS, before=st.binary(max_size=7), after=st.binary(max_size=7), at=st.integers(0, 5))
def test_encoded_text_is_found_wherever_it_begins(way: str, text: str, before: bytes, after: bytes, at: int) -> None:
    page = f'<a href="{"x" * at}{WAYS[way](before + text.encode() + after)}">'
    assert decoded_form(text)
    assert decoded_form(text) in Reading(page, False).decoded


@given(st.lists(st.text("abcXYZ019+/-_ .,", max_size=40), max_size=6))
def test_runs_of_base64_are_decoded_each_by_itself(texts: list[str]) -> None:
    together = Reading("=".join(texts), False).decoded
    for text in texts:
        assert all(part in together for part in Reading(text, False).decoded.split("\0") if len(part) > 3)


@pytest.mark.parametrize("text", ["", "short", "eight by", "äöü"])
def test_short_text_is_not_looked_for_encoded(text: str) -> None:
    assert decoded_form(text) == ""


@given(st.text(st.characters(max_codepoint=127)))
def test_words_of_plain_letters_are_those_of_any_text(text: str) -> None:
    assert words_of(text) == f" {' '.join(WORD.findall(text.casefold()))} "
