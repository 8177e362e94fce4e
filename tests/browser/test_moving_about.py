"""Routes stand in the fragment, so that reload, back, forward and copied addresses work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.reader import Read

LEFT_ALONE = """(link, held) => {
  let alone = false;
  addEventListener("click", (event) => { alone = !event.defaultPrevented; event.preventDefault(); }, { once: true });
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...held }));
  return alone;
}"""
PHONE = {"viewport": {"width": 390, "height": 740}}


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def test_reload_keeps_the_page(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family)
    reader.turn_to("growth")
    reader.page.reload()
    reader.sees_portfolio("growth")
    assert reader.page.url == reader.address(family, "growth")


def test_back_and_forward_go_through_the_pages(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family)
    for slug in ("goals", "evidence"):
        reader.turn_to(slug)
    # With a key that asks for another tab, the link to this very page is the browser's.
    assert reader.contents("evidence").evaluate(LEFT_ALONE, {"ctrlKey": True})
    assert not reader.contents("evidence").evaluate(LEFT_ALONE, {})
    for slug in ("goals", "cover"):
        reader.page.go_back()
        reader.sees_portfolio(slug)
    for slug in ("goals", "evidence"):
        reader.page.go_forward()
        reader.sees_portfolio(slug)


def test_back_returns_to_where_the_reader_was_on_the_page(family: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(family, "goals")
    reader.page.evaluate("scrollTo(0, 500)")
    reader.until("history.state?.y === 500")
    reader.turn_to("journey")
    assert reader.page.evaluate("scrollY") == 0
    reader.page.go_back()
    reader.sees_portfolio("goals")
    assert abs(reader.until("scrollY") - 500) < 3


def test_deep_link_brings_the_goal_into_view_and_into_focus(family: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(family, "goals/walking-robot")
    goal = reader.page.locator("#walking-robot")
    expect(goal).to_be_focused()
    assert reader.until("scrollY") > 100
    box = goal.bounding_box()
    assert box
    assert -20 < box["y"] < 400


def test_link_between_pages_leads_to_the_very_goal(family: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(family, "evidence")
    reader.page.locator("main a[href$='/goals/walking-robot']").first.click()
    reader.sees_portfolio("goals")
    expect(reader.page.locator("#walking-robot")).to_be_focused()
    assert reader.page.url == reader.address(family, "goals/walking-robot")


def test_footnote_is_found_on_its_own_page(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "evidence")
    reader.page.locator("main sup a").click()
    reader.until("document.activeElement.closest('li')?.textContent.includes('Nothing walks on stones')")
    reader.sees_portfolio("evidence")
    assert reader.page.url.startswith(reader.address(family, "evidence/"))


def test_page_that_is_no_longer_there_opens_the_first(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "once-upon/a%zztime")
    reader.sees_portfolio("cover")


def test_turning_the_page_moves_the_focus_to_its_heading(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family)
    reader.turn_to("reflections")
    expect(reader.page.locator("main h2").first).to_be_focused()


def test_next_leads_through_every_page_to_the_last(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family)
    slugs = reader.slugs()
    for slug in slugs[1:]:
        reader.page.locator("a[rel=next]").click()
        reader.sees_portfolio(slug)
    expect(reader.page.locator("a[rel=next]")).to_have_count(0)
