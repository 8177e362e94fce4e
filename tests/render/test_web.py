"""Pages elsewhere on the web, as evidence."""

from __future__ import annotations

import datetime
import re

import pytest

from render.conftest import TODAY
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.render import load_language, render_portfolio
from waypost.views import build_portfolio_view

LONG = "https://example.org/machines/walking-machines-of-the-north-coast"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    evidence = [
        {"id": "museum", "link": LONG, "title": "The museum's page", "caption": "The third one has a *tail*."},
        {"id": "cyrillic", "link": "https://рaypal.example/", "title": "A site"},
        {"id": "sly", "link": 'https://example.org/"onclick=alert(1)//<b>', "title": "A sly one"},
    ]
    plp = PLP.model_validate(
        {"plan": {"name": "Ida"}, "evidence": evidence, "presentation": "## First\n\nevidence: museum\n"}
    )
    portfolio = Portfolio("ida", plp, School(name="A school"), DEFAULT_SHARING)
    view = build_portfolio_view(portfolio, Audience.FAMILY, datetime.date(2026, 11, 21))
    return {page.slug: page.html for page in render_portfolio(view, {}, load_language("en"), TODAY)}


def piece(html: str, id_: str) -> str:
    found = re.search(rf'<article class="piece" id="{id_}".*?</article>', html, re.DOTALL)
    assert found
    return found[0]


def test_card_says_where_it_leads_and_that_it_leaves(pages: dict[str, str]) -> None:
    card = piece(pages["evidence"], "museum")
    assert f'<a class="file web" href="{LONG}" rel="noopener noreferrer" target="_blank"' in card
    assert 'referrerpolicy="no-referrer"' in card
    assert '<bdi class="web-host">example.org</bdi>' in card
    assert "Opens in a new tab, outside this portfolio" in card
    assert f'<p class="web-address"><bdi dir="ltr">{LONG}</bdi></p>' in card
    assert "The third one has a <em>tail</em>." in card


def test_host_that_looks_like_another_is_told_in_plain_letters(pages: dict[str, str]) -> None:
    card = piece(pages["evidence"], "cyrillic")
    assert 'href="https://xn--aypal-uye.example/"' in card
    assert "As computers write it: xn--aypal-uye.example" in card


def test_address_cannot_leave_its_place(pages: dict[str, str]) -> None:
    card = piece(pages["evidence"], "sly")
    assert 'href="https://example.org/&#34;onclick=alert(1)//&lt;b&gt;"' in card
    assert "<b>" not in card


def test_slide_says_which_website_it_is(pages: dict[str, str]) -> None:
    tile = re.search(r'<p class="slide-tile".*?</p>', pages["presentation"], re.DOTALL)
    assert tile
    assert "Web page" in tile[0]
    assert "example.org" in tile[0]


def test_nothing_of_it_is_loaded(pages: dict[str, str]) -> None:
    for html in pages.values():
        assert not re.search(r'(?:src|srcset|poster|action|data)="https?:', html)
        assert "<iframe" not in html
