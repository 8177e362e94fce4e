"""The short way for plain paragraphs gives what the whole of Markdown gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import Treeprocessor

from waypost.render.markdown import _Unmarked, render_markdown
from waypost.render.plain import render_plain

PLAIN = "ab Zz09é ñشاд.,;:!?'\"()/%$€@’‘“”–—…¿¡«»-"
MARKUP = "*_#>`[]<&|~=+\\{}^\t\r\u00a0\u2028\x02\x0b\x00"
lines = st.text(PLAIN, max_size=12)
texts = st.one_of(
    st.text(PLAIN + "\n" * 6 + MARKUP, max_size=40),
    st.builds("\n".join, st.lists(lines, max_size=6)),
    st.builds(str.__add__, st.sampled_from(["1. ", "12) ", "- ", ": ", "    ", "--", "(a) ", "…", "2026-"]), lines),
)


@settings(max_examples=1500, deadline=None)
@given(texts)
@example("One.\n\nTwo,\nstill two.\n")
@example("a\n\n: b")
@example("a\n---")
@example("2026 was fine.\n12 of them.")
@example("(c) and http://example.org and a@example.org")
def test_short_way_and_long_way_agree(text: str) -> None:
    short = render_plain(text)
    assert short is None or short == render_markdown(text)


marked = st.lists(st.one_of(lines, st.text(PLAIN + MARKUP + "  \n", max_size=20)), max_size=6).map("\n".join)


@settings(max_examples=600, deadline=None)
@given(texts | marked)
@example("- plain\n- a *b* c\n- d\\_e  \n  f\n\n| a | b |\n|---|---|\n| c | &amp; |")
@example("a[^1]\n\n[^1]: note")
def test_texts_without_marks_are_passed_over_and_come_out_the_same(text: str) -> None:
    drawn = render_markdown(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Unmarked, "run", Treeprocessor.run)
        assert render_markdown(text) == drawn


@pytest.mark.parametrize(
    "text",
    [
        "In January I ruined six notes, and that's how I know what a beat is.",
        "“Ask to hear it,” she said.\n\n(It was nearly done.)\n",
        "¿Qué tiene que ver mi abuela con una lancha?",
        "لم أكن أعرف ذلك.",
        "64 of 68 are within 2 cents - the other four aren't.",
    ],
)
def test_ordinary_paragraphs_take_the_short_way(text: str) -> None:
    assert render_plain(text) is not None


@pytest.mark.parametrize(
    "text", ["- a list", "1. a list", "*stress*", "a\n\n    code", "", " indented", "a  \nb", "x <b>"]
)
def test_anything_else_takes_the_long_way(text: str) -> None:
    assert render_plain(text) is None
