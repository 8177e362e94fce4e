"""What is found by what somebody types."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.conftest import Ask
from waypost.render.words import VIEWER_WORDS

PLACES = [
    ("The stick", "A staff gauge that I put into the river below the bridge."),
    ("Eight gaugings", "Measured by hand, at eight levels of water."),
    ("Camión de madera", "Lo hice con mi abuela; las ciudades son cajas."),
    ("كتاب عن النهر", "كتبتُ عن النهر وعن السمك، وذهبنا إلى المدرسة."),
    ("Driver's license", "Passed in March."),
]
FOUND: dict[str, tuple[str, list[int]]] = {
    "a word of the text": ("bridge", [0]),
    "a word of a title": ("stick", [0]),
    "capitals": ("BRIDGE", [0]),
    "the beginning of a word": ("measu", [1]),
    "two letters are a beginning": ("br", [0]),
    "one letter is only itself": ("b", []),
    "a letter left out": ("brige", [0]),
    "two letters swapped": ("birdge", [0]),
    "two letters swapped in a short word": ("stcik", [0]),
    "a letter too many in a short word": ("sttick", [0]),
    "a word that somebody wrote is never a mistake": ("river", [0]),
    "many for one": ("bridges", [0]),
    "one for many": ("gauging", [1]),
    "Spanish without its accent": ("camion", [2]),
    "Spanish, one for many": ("ciudad", [2]),
    "Spanish with a mistake": ("abuella", [2]),
    "Arabic without its vowel signs": ("كتبت", [3]),
    "Arabic without its article": ("نهر", [3]),
    "Arabic with an article that was not written": ("الكتاب", [3]),
    "Arabic, written in another hand": ("المدرسه", [3]),
    "all words, from title and text": ("stick river", [0]),
    "all words, in any order": ("water eight", [1]),
    "nothing that is alike": ("xylophone", []),
    "only signs": ("!?", []),
    "nothing at all": ("", []),
}


@pytest.mark.parametrize("way", FOUND)
def test_this_is_found(ask: Ask, way: str) -> None:
    typed, wanted = FOUND[way]
    (found,) = ask("find", places=PLACES, asked=[typed])
    assert found["ids"] == [f"place-{at}" for at in wanted]


def test_a_title_comes_before_a_text(ask: Ask) -> None:
    (found,) = ask("find", places=[("One", "about a heron"), ("The heron", "One of two.")], asked=["heron"])
    assert found["ids"] == ["place-1", "place-0"]


def test_where_no_place_has_all_words_those_with_some_are_told_as_such(ask: Ask) -> None:
    some, whole = ask("find", places=PLACES, asked=["stick abuela", "stick river"])
    assert (some["whole"], sorted(some["ids"])) == (False, ["place-0", "place-2"])
    assert whole["whole"]


def test_documents_are_found_beside_their_piece(ask: Ask) -> None:
    texts = {"place-1": "Stage and flow in a table", "of-nobody": "Stage"}
    (found,) = ask("find", places=PLACES, texts=texts, asked=["flow"])
    assert found["ids"] == ["place-1, in the document"]


def test_words_that_were_found_are_marked_as_they_are_written(ask: Ask) -> None:
    arabic, spanish, mistake = ask("find", places=PLACES, asked=["نهر", "camion", "brige"])
    assert arabic["marked"] == [["النهر", "النهر"]]
    assert spanish["marked"] == [["Camión"]]
    assert mistake["marked"] == [["bridge"]]


WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, min_size=3, max_size=8, unique=True), data=st.data())
def test_every_word_of_a_place_finds_it_and_so_does_its_beginning(ask: Ask, words: list[str], data: Any) -> None:
    word = data.draw(st.sampled_from(words))
    places = [(words[0], " ".join(words[1:])), ("nowhere", "")]
    whole, beginning = ask("find", places=places, asked=[word, word[:3]])
    assert "place-0" in whole["ids"]
    assert "place-0" in beginning["ids"]


@settings(max_examples=60, deadline=None)
@given(before=st.lists(WORDS, max_size=80), after=st.lists(WORDS, max_size=80))
def test_a_passage_is_a_part_of_the_text_with_the_word_in_it(ask: Ask, before: list[str], after: list[str]) -> None:
    text = " ".join([*before, "Zürich99", *after])
    passage = ask("passage", text=text, word="zurich99")
    shown = "".join(piece["text"] for piece in passage["pieces"])
    assert shown in text
    assert "Zürich99" in [piece["text"] for piece in passage["pieces"] if piece["marked"]]
    assert len(shown) <= 200
    assert passage["cut"] == [not text.startswith(shown), not text.endswith(shown)]


def test_every_sentence_of_the_page_is_brought_with_the_portfolio() -> None:
    scripts = Path(__file__).parents[2] / "theme" / "scripts"
    code = "".join((scripts / name).read_text("utf-8") for name in ("viewer/finding.js", "search/results.js"))
    asked = set(re.findall(r'"(find-[a-z-]+)"', code)) - {"find-field", "find-form", "find-head", "find-list"}
    assert {"find-count", "find-some", "find-nothing", "find-in-document"} <= asked
    assert asked - {"find-status"} == {id_ for id_ in VIEWER_WORDS if id_.startswith("find-")}
