"""What the page of a presentation offers to whom."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from waypost.model import Audience
from waypost.render import Page
from waypost.render.presentation import PRESENTER_WORDS

Draw = Callable[..., dict[str, Page]]
WRITTEN = """\
minutes: 9

## Frames

*Mine.* <script>1</script>

evidence: frame, swarm-film

Note: Only for me.
"""


@pytest.fixture
def drawn(draw: Draw, plan: dict[str, Any]) -> Callable[[str], str]:
    shown = [{**piece, "for": [one.value for one in Audience]} for piece in plan["evidence"]]
    written = {**plan, "evidence": shown, "presentation": WRITTEN}
    return lambda audience: draw(Audience(audience), other=written)["presentation"].html


@pytest.mark.parametrize("audience", ["self", "advisor", "family", "panel"])
def test_notes_are_for_those_who_speak(drawn: Callable[[str], str], audience: str) -> None:
    assert ("Only for me." in drawn(audience)) == (audience in {"self", "advisor"})


def test_a_panel_gets_questions_a_sheet_and_the_choice_of_a_code(drawn: Callable[[str], str]) -> None:
    offers = {
        audience: [mark in drawn(audience) for mark in ("talk-questions", 'data-sheet="feedback"', 'data-act="code"')]
        for audience in ("self", "advisor", "family", "panel")
    }
    # A code made from the learner's own link would open all that the learner sees.
    assert offers == {
        "self": [True, True, False],
        "advisor": [True, True, False],
        "family": [False, False, False],
        "panel": [True, True, True],
    }


def test_a_slide_shows_its_pictures_and_waits_with_its_films(drawn: Callable[[str], str]) -> None:
    page = drawn("family")
    assert 'data-media="frame-small" data-wide="frame-large"' in page
    assert 'data-film="swarm" data-type="video"' in page
    assert "<video" not in page
    assert "<em>Mine.</em>" in page
    assert "<script" not in page


def test_a_title_that_tells_its_day_is_not_followed_by_it(draw: Draw, plan: dict[str, Any]) -> None:
    def captions(title: str) -> list[str]:
        shown = [{**plan["evidence"][0], "title": title, "date": "2026-03-12", "for": ["self"]}]
        written = {**plan, "evidence": shown, "presentation": f"## Frames\n\nevidence: {shown[0]['id']}\n"}
        found = re.findall(
            r'<figcaption class="slide-caption">(.*?)</figcaption>',
            draw(Audience.SELF, other=written)["presentation"].html,
        )
        return [re.sub(r"<[^>]+>", "", caption) for caption in found]

    assert captions("Photo, March 12, 2026") == ["Photo, March 12, 2026"]
    assert captions("A frame") == ["A frame, March 12, 2026"]


def test_the_page_brings_the_presenters_words_and_the_slot(drawn: Callable[[str], str]) -> None:
    page = drawn("self")
    words = re.search(r'data-words="([^"]*)"', page)
    assert words
    assert json.loads(html.unescape(words[1])) == PRESENTER_WORDS
    assert 'data-minutes="9"' in page
    assert "9 minutes" in page
