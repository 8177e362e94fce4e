"""Finding words in a portfolio, in the page alone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.findings import violations
from browser.reader import Read

PHONE = {"viewport": {"width": 390, "height": 740}}


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def test_words_are_found_and_lead_to_their_place_and_back(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    page = reader.page
    page.route("**/search*.js", lambda route: route.abort())
    reader.open(family)
    page.locator(".cover-find a").press("Enter")
    reader.sees_portfolio("find")
    field, status = page.get_by_label("Find in this portfolio"), page.locator(".find-status")
    found = page.locator(".found")
    expect(field).to_be_focused()
    # The part of the viewer that searches comes only now; this time, not at once.
    expect(status).to_contain_text("The search could not be fetched.")
    reader.forgive("ERR_FAILED")
    page.unroute("**/search*.js")
    page.get_by_role("button", name="Try again").click()
    expect(status).to_be_empty()
    field.press_sequentially("drawn bus")
    expect(status).to_have_text("Places found: 1")
    expect(found.locator("h3")).to_have_text("Sketch of the tail")
    expect(found.locator(".found-where")).to_have_text("What I made")
    expect(found.locator("mark")).to_have_text(["Drawn", "bus"])
    assert violations(reader.page) == []

    field.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#sketch")).to_be_focused()
    assert page.url == reader.address(family, "evidence/sketch")
    page.go_back()
    expect(field).to_have_value("drawn bus")
    expect(found.locator("a")).to_be_focused()
    # What was typed is neither in the address nor in what the browser remembers.
    assert "bus" not in page.url
    assert "bus" not in json.dumps(page.evaluate("history.state"))

    # A document's own words, with a mistake in them; then nothing.
    field.fill("chian")
    expect(found.locator(".found-where").last).to_have_text("What I made, in the document")
    field.fill("zzzz")
    expect(status).to_contain_text("Nothing found for “zzzz”. Try one word")
    expect(found).to_have_count(0)
    field.press("Escape")
    expect(field).to_have_value("")
    expect(status).to_be_empty()


def test_arabic_is_found_as_it_is_spoken_of(school: Built, read: Read) -> None:
    reader = read(color_scheme="dark", **PHONE)
    reader.open(school.link("layla-haddad", "عائلة ليلى"), "find")
    field = reader.page.locator(".find-field")
    field.fill("القارب")
    expect(reader.page.locator(".found mark").first).to_be_visible()
    whole = reader.page.locator(".found").count()
    field.fill("قارب")
    expect(reader.page.locator(".found")).to_have_count(whole)
    assert violations(reader.page) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.page.locator(".found-title a").first.evaluate("link => link.getBoundingClientRect().height") >= 44
