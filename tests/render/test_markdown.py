"""What a learner's Markdown becomes."""

from __future__ import annotations

import pytest

from waypost.render import load_language
from waypost.render.markdown import render_markdown, render_text
from waypost.render.prose import Prose

CASES = {
    "a table keeps its alignment without styles": (
        "| a | b |\n|---|--:|\n| 1 | 2 |",
        '<th align="right">b</th>',
    ),
    "a table can be moved with the keyboard where it is wide": (
        "| a |\n|---|\n| 1 |",
        '<div class="wide" tabindex="0"><table>',
    ),
    "a list of steps keeps its first number": ("3. three\n4. four", '<ol start="3">'),
    "two kinds of list stay two": ("- a\n\n1. b", "</ul>\n<ol>"),
    "a term has its definition": ("Beat\n:   a slow shaking", "<dt>Beat</dt>\n<dd>a slow shaking</dd>"),
    "fenced code is code": ("```python\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>"),
    "the words of a picture stay, the picture goes": ("See ![a *frame*](frame.jpg).", "<p>See a *frame*.</p>"),
    "the words of a picture by reference stay": ("![a frame][1]\n\n[1]: frame.jpg", "<p>a frame</p>"),
    "a route inside the portfolio stays": ("[my goal](#goals/keeper)", '<a href="#goals/keeper">my goal</a>'),
    "a link to another site opens beside the page": (
        "[hives](https://example.org/a?b=1&c=2)",
        '<a rel="noopener noreferrer" target="_blank" href="https://example.org/a?b=1&amp;c=2">hives</a>',
    ),
    "a mail address stays": ("[write](mailto:office@example.org)", '<a href="mailto:office@example.org">write</a>'),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown_becomes(text: str, expected: str) -> None:
    assert expected in render_markdown(text)


@pytest.mark.parametrize(
    ("text", "top", "tags"),
    [
        ("# a\n\n## b", 4, ["<h4>a", "<h5>b"]),
        ("### a\n\n# b", 4, ["<h4>a", "<h4>b"]),
        ("# a\n\n#### b", 3, ["<h3>a", "<h4>b"]),
        ("## a\n\n## b", 6, ["<h6>a", "<h6>b"]),
        ("# a\n\n## b\n\n### c", 5, ["<h5>a", "<h6>b", "<h6>c"]),
        ("Title\n=====", 4, ["<h4>Title"]),
    ],
)
def test_headings_stand_below_the_one_they_belong_to(text: str, top: int, tags: list[str]) -> None:
    html = render_markdown(text, top)
    assert [tag for tag in tags if tag in html] == tags


def test_the_same_text_under_another_heading_is_drawn_anew() -> None:
    assert "<h4>" in render_text("# a *b*", 4)
    assert "<h5>" in render_text("# a *b*", 5)


def test_footnotes_lead_there_and_back_within_their_text() -> None:
    prose = Prose("goals", load_language("es"))
    first, second = (prose("Bees.[^a] Again.[^a]\n\n[^a]: Many.", 4) for _ in range(2))
    assert '<sup id="fnref_goals1_1"><a href="#fn_goals1_1">1</a></sup>' in first
    assert '<li id="fn_goals1_1">' in first
    assert '<a href="#fnref_goals1_1">volver</a><a href="#fnref2_goals1_1">volver</a>' in first
    assert '<li id="fn_goals2_1">' in second


def test_a_text_cannot_make_the_signs_that_footnotes_are_filled_in_by() -> None:
    html = Prose("goals", load_language("en"))('<sup id="fn\ue0001">x</sup> \ue001 *a*')
    assert html == "<p><sup>x</sup>  <em>a</em></p>"


@pytest.mark.parametrize("sign", ["> ", "* ", "[", "<div>", "`", "\\", "&", "1. ", "|", "[^", "\u0300"])
def test_a_text_of_signs_alone_is_drawn_and_spoils_none_after_it(sign: str) -> None:
    assert isinstance(render_markdown(sign * 2000 + "x"), str)
    assert render_markdown("One *two*.") == "<p>One <em>two</em>.</p>"


def test_a_text_of_too_many_levels_is_drawn_as_it_was_written() -> None:
    assert render_markdown("* " * 3000 + "<b>x</b>").endswith("* &lt;b&gt;x&lt;/b&gt;</p>")
