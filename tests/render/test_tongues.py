"""Whose words are in which language: every word on a page comes from the catalogues, or says whose it is."""

from __future__ import annotations

import copy
import gettext
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from lxml.html import HtmlElement, fragment_fromstring

from render.conftest import picture
from views.examples import PLAN, SCHOOL, TODAY
from waypost.load.stages import load_stages
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.media import MediaFile, MediaSet
from waypost.render import render_portfolio
from waypost.render.language import Language
from waypost.render.place import toolbox_dir
from waypost.views import build_portfolio_view
from waypost.views.reply import build_reply_view

PAGE, LEARNER, SCHOOLS, HOME = "ar", "fr", "de", "es"
SAID = ("alt", "aria-label", "title", "placeholder")
LATIN = re.compile(r"[A-Za-z]{2,}")
SAME = re.compile(r"https://\S+|evidence\.example|evidence-file\.\w+|learner-number")
"""Addresses, names of files and people's numbers are the same in every language."""
LETTER = re.compile(r"%\(\w+\)s|\{\w+\}|[A-Za-z]")
PICTURE = MediaSet("image", (picture("small", 800), picture("large", 1600)))
SHEET = MediaSet(
    "document",
    (MediaFile("sheet", Path("nowhere"), "application/pdf", "evidence-file.pdf", 900),),
    preview=MediaFile("look", Path("nowhere"), "text/html", "look.html", 900),
)
FILM = MediaSet(
    "video",
    (MediaFile("film", Path("nowhere"), "video/mp4", "film.mp4", 9_000, 640, 360),),
    captions=MediaFile("said", Path("nowhere"), "text/vtt", "said.vtt", 90),
)


class Translated(gettext.NullTranslations):
    """A catalogue that has every text, without a Latin letter: whatever still has one came past the catalogues."""

    def gettext(self, message: str) -> str:
        return LETTER.sub(lambda found: found[0] if len(found[0]) > 1 else "\u0643", message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext calls it like this
        return self.gettext(message)


SPOKEN = Language(PAGE, "rtl", Locale(PAGE), Translated())


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_of(one)


def walk(element: HtmlElement, tongue: str) -> Iterator[tuple[str, str]]:
    """Every text below `element` with the language that it says it is in. A picture's own words have no parts."""
    tongue = element.get("lang") or tongue
    yield from ((tongue, element.get(name)) for name in SAID if element.get(name))
    if element.tag in ("title", "desc"):
        return
    if element.text:
        yield tongue, element.text
    for part in element:
        if isinstance(part.tag, str):
            yield from walk(part, tongue)
            if part.tail:
                yield tongue, part.tail


def drawn(audience: Audience, media: MediaSet | None) -> list[tuple[str, str]]:
    plan = copy.deepcopy(PLAN)
    plan["plan"]["language"] = LEARNER
    # A second voice and an earlier placement, so that growth is told in sentences.
    first = {"expectation": "talk", "level": "first", "date": "2025-01-03", "by": "self", "type": "baseline"}
    plan["achievement"].append(first)
    school = School.model_validate({**SCHOOL, "language": SCHOOLS})
    files = {"evidence-id": Path("evidence-file.jpg")}
    portfolio = Portfolio("learner", PLP.model_validate(plan), school, DEFAULT_SHARING, files)
    view = build_portfolio_view(portfolio, audience, TODAY, load_stages(toolbox_dir()))
    shown = {"evidence-id": media} if media else {}
    pages = render_portfolio(view, shown, SPOKEN, TODAY, build_reply_view(view, "age1post"))
    return [
        (tongue, text)
        for page in pages
        for tongue, text in walk(fragment_fromstring(page.html, create_parent="div"), PAGE)
        if LATIN.search(text)
    ]


@pytest.mark.parametrize(
    ("audience", "media"),
    [
        (Audience.SELF, PICTURE),
        (Audience.SELF, None),
        (Audience.ADVISOR, SHEET),
        (Audience.FAMILY, FILM),
        (Audience.PANEL, PICTURE),
    ],
)
def test_every_word_that_is_not_the_pages_says_whose_it_is(audience: Audience, media: MediaSet | None) -> None:
    schools = {text for text in texts_of(SCHOOL) if " " in text or text[:1].isupper()} | {SCHOOL["name"]}
    found = drawn(audience, media)
    unmarked = {text for tongue, text in found if tongue == PAGE and LATIN.search(SAME.sub("", text))}
    assert unmarked == set()
    for tongue, text in found:
        if any(text.strip(" \n\u2068").startswith(one) for one in schools):
            assert tongue == SCHOOLS, text
        elif tongue != PAGE:
            assert tongue == (HOME if "reflection-t" in text else LEARNER), text
    assert {tongue for tongue, _ in found} >= {LEARNER, SCHOOLS}
