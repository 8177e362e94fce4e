"""What somebody typed into the form is drawn as they typed it, whatever Markdown would make of it."""

from __future__ import annotations

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st

from waypost.model.reply import QUESTIONS as ASKED
from waypost.model.reply import plain_line, plain_text
from waypost.render.language import load_language
from waypost.render.markdown import render_text
from waypost.render.reply import QUESTIONS, as_typed, list_tongues, reply_text

# Signs of the private use area stand for footnotes while a page is drawn; no keyboard has them.
typed = st.text(
    st.one_of(
        st.sampled_from([*"\\`*_[]()<>#+-.!:~|&;=\"' \t1a9{}^/@$\n\r", "\u0661", "\u2028", "\x0b", "\u202e", "\x1b"]),
        st.characters(exclude_categories=("Cs", "Co")),
    ),
    max_size=80,
)


def lines_of(drawn: str) -> list[str]:
    paragraphs = re.findall(r"<p>(.*?)</p>", drawn, re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]*>", "", one)).split()) for one in paragraphs]


@given(typed)
@example("<script>alert(1)</script>\n![x](http://host/x.png)")
@example("&lt;b&gt; &#58; &copy\n~~~\n: a\n1. b\n- c\n+ d\n# e\n> f\n***\n[g]: h\n[^i]")
@example("{{ secret }} | a | b |\n--- | ---\n    code")
def test_text_is_drawn_line_by_line_as_it_was_typed(said: str) -> None:
    wanted = [" ".join(line.split()) for line in plain_text(said).split("\n") if line.strip()]
    drawn = render_text("### What I noticed\n\n" + as_typed(plain_text(said)))
    assert lines_of(drawn) == wanted
    assert set(re.findall(r"<(/?\w+)", drawn)) <= {"h4", "/h4", "p", "/p"}


@given(typed)
def test_no_character_that_a_terminal_obeys_is_left(said: str) -> None:
    for text in (plain_text(said), plain_line(said)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]", text)
    assert "\n" not in plain_line(said)


def test_headings_are_in_the_language_of_the_reply() -> None:
    text = reply_text({"noticed": "El barco flota.", "help": "Los lunes."}, load_language("en"))
    assert text == "### What I noticed\n\nEl barco flota.\n\n### How I can help\n\nLos lunes."


def test_form_asks_what_a_reply_can_answer() -> None:
    assert tuple(QUESTIONS) == ASKED


def test_languages_to_write_in_begin_with_the_page_and_the_learner() -> None:
    tongues = list_tongues("ar", load_language("es-MX"))
    assert tongues[:2] == (("es", "español"), ("ar", "árabe"))
    assert len({tag for tag, _ in tongues}) == len(tongues) > 40
