"""One word, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.conftest import Ask

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)
SAME = {
    "capitals": ("RIVER", "river"),
    "Spanish accents": ("Camión", "camion"),
    "accents written as signs of their own": ("cami\u006f\u0301n", "camión"),
    "the letter ñ": ("Niña", "nina"),
    "German sharp s": ("Straße", "STRASSE"),
    "Polish l": ("Łódź", "lodz"),
    "forms of alef": ("أحمد", "احمد"),
    "alef with a sign above": ("آمال", "امال"),
    "vowel signs": ("مُعَلِّم", "معلم"),
    "a stretched word": ("كـتـاب", "كتاب"),
    "last letters that hands write alike": ("مدرسة", "مدرسه"),
    "alef that looks like ya": ("مستشفى", "مستشفي"),
    "figures": ("٢٠٢٦", "2026"),
    "Persian figures": ("۲۰۲۶", "2026"),
    "wide letters": ("ｒｉｖｅｒ", "river"),
}


@pytest.mark.parametrize("way", SAME)
def test_a_word_is_the_same_in_every_way_to_write_it(ask: Ask, way: str) -> None:
    one, other = ask("fold", words=SAME[way])
    assert one == other


@settings(max_examples=150, deadline=None)
@given(word=TEXTS)
def test_what_is_folded_folds_no_further(ask: Ask, word: str) -> None:
    (once,) = ask("fold", words=[word])
    assert ask("fold", words=[once, word.upper().lower(), word.lower()])[0] == once


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_a_text_is_cut_into_words_and_nothing_is_lost(ask: Ask, text: str) -> None:
    cut = ask("cut", text=text)
    assert "".join(cut["pieces"]) == text
    assert cut["pieces"][1::2] == cut["words"]
