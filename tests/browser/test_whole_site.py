"""The sample school as MkDocs publishes it: its pages and its toolbox lead to each other, and one search finds both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.host import Host, running_host

ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:|//", re.IGNORECASE)


class Anchors(HTMLParser):
    """The ids on a page, and every address that it asks for."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.ids.add(value)
            elif name in ("href", "src") and value is not None:
                self.addresses.append(value)


@cache
def anchors_of(page: Path) -> Anchors:
    return Anchors(page)


def dead_links(site: Path) -> Iterator[str]:
    for page in sorted(site.rglob("*.html")):
        for address in anchors_of(page).addresses:
            if ELSEWHERE.match(address):
                continue
            asked = urlsplit(address)
            path = unquote(asked.path)
            target = (site / path.lstrip("/") if path.startswith("/") else page.parent / path) if path else page
            if target.is_dir():
                target /= "index.html"
            anchor = unquote(asked.fragment) if target.suffix == ".html" else ""
            if not target.is_file() or (anchor and anchor not in anchors_of(target).ids):
                yield f"{page.relative_to(site)}: {address}"


def test_no_link_is_dead(whole_site: Path) -> None:
    assert len(list(whole_site.rglob("*.html"))) > 60
    assert list(dead_links(whole_site)) == []


def test_a_dead_link_would_be_told(whole_site: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<a href="no.html">1</a><a href="#no">2</a><a href="#yes" id="yes">3</a><a href="mailto:a@b">4</a>')
    assert list(dead_links(tmp_path)) == ["index.html: no.html", "index.html: #no"]


@pytest.fixture(scope="module")
def site_host(whole_site: Path) -> Iterator[Host]:
    with running_host(whole_site) as host:
        yield host


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("typed", ["tuning protocol", "gallery walk"])
def test_site_search_finds_a_move_and_leads_to_it(site_host: Host, page: Page, typed: str) -> None:
    page.goto(f"{site_host.origin}/")
    # All at once: results that still change under the pointer lead elsewhere.
    page.get_by_role("textbox", name="Search").fill(typed)
    page.keyboard.press("End")
    move = page.locator('.md-search-result__link[href*="/toolbox/elements/"][href*="#"]').first
    expect(move).to_be_visible()
    id_ = str(move.get_attribute("href")).rpartition("#")[2]
    move.click()
    expect(page.locator(f"#{id_}")).to_be_focused()
    expect(page.locator(f"#{id_}").get_by_text("It works when")).to_be_visible()


def test_home_sends_everybody_to_their_start(site_host: Host, page: Page) -> None:
    for start, leads_to in {
        "I have a link to a portfolio": "families/",
        "I keep a plan": "students/",
        "I advise learners": "advisors/",
        "I coach teachers": "toolbox/index.html",
        "I lead a school or a district": "leads/",
        "I run this for our school": "configuration/",
    }.items():
        page.goto(f"{site_host.origin}/")
        page.get_by_role("link", name=start).click()
        page.wait_for_url(f"{site_host.origin}/{leads_to}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
