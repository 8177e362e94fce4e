"""Other ways to look at evidence: in the address, by keyboard, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.findings import violations
from browser.paper import Paper
from browser.reader import Read

PHONE = {"viewport": {"width": 390, "height": 740}}


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def test_a_way_to_look_stays_through_reload_and_back_and_keeps_the_focus(family: Link, read: Read) -> None:
    reader = read()
    page = reader.page
    reader.open(family, "evidence")
    ways = page.get_by_role("navigation", name="Ways to look")
    named = ["One by one", "By time 1", "By goal 1", "By proficiency 1", "By kind 6"]
    expect(ways.get_by_role("link")).to_have_text(named)
    expect(page.locator(".piece")).to_have_count(7)
    by_goal = ways.get_by_role("link", name="By goal")
    by_goal.press("Enter")
    assert page.url == reader.address(family, "evidence/by_goal")
    expect(by_goal).to_be_focused()
    expect(page.locator(".ways [role=status]")).to_have_text("7 pieces of evidence, 1 goal")
    expect(page.locator(".piece:visible")).to_have_count(0)
    expect(page.locator(".gallery-head")).to_have_text(
        ["A robot that crosses the wet sand by itself before the summer fair comes to town", "With no goal yet"]
    )
    expect(page.locator(".gallery img[data-state=ready]")).to_have_count(4)
    assert violations(reader.page) == []

    page.reload()
    reader.sees_portfolio("evidence")
    expect(page.locator(".gallery .exhibit")).to_have_count(7)
    expect(page.locator(".ways [aria-current]")).to_have_text("By goal 1")
    plate = page.locator(".gallery [data-piece=voice]")
    plate.click()
    assert page.url == reader.address(family, "evidence/voice")
    expect(page.locator("#voice")).to_be_focused()
    expect(page.locator(".gallery")).to_be_hidden()
    page.go_back()
    expect(plate).to_be_focused()
    page.go_back()
    expect(page.locator(".piece:visible")).to_have_count(7)


def test_paper_shows_the_way_that_is_chosen(family: Link, read: Read) -> None:
    reader = read(color_scheme="dark", **PHONE)
    reader.page.add_init_script("window.print = () => { window.printed = true; window.setTimeout = () => 0 }")
    reader.open(family, "evidence/by_kind")
    expect(reader.page.locator(".gallery-head").first).to_have_text("Picture")
    assert violations(reader.page) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = "links => links.filter((link) => link.getBoundingClientRect().height < 44).length"
    assert reader.page.locator(".ways-list a, .gallery-head a").evaluate_all(small) == 0
    reader.page.get_by_role("button", name="Print this page").click()
    reader.until("window.printed")
    paper = Paper(reader.page.pdf())
    for words in ("Theharboratdawn", "Picture", "Crabsbyrock", "PDFdocument"):
        assert words in paper.text
    # What stands beside a piece is not on this sheet, and neither is the line of ways.
    assert "Countedtwice." not in paper.text
    assert "Onebyone" not in paper.text
