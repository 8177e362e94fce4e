"""Everything can be reached and seen with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.reader import Read, Reader

WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 740}}
STOPS = 150
RING = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const box = stop.getBoundingClientRect();
  const drawn = [null, "::before", "::after"].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop, part);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 1) || boxShadow !== "none";
  });
  const across = box.width > 1 && box.right > 0 && box.left < innerWidth;
  const inside = across && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
  return { what: stop.outerHTML.slice(0, 120), ring: drawn && stop.matches(":focus-visible"), inside };
}"""


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def tab_to(reader: Reader, selector: str) -> None:
    for _ in range(STOPS):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key never comes to {selector}")


@pytest.mark.parametrize("screen", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_page_is_reached_by_tab_and_enter(family: Link, read: Read, screen: dict[str, object]) -> None:
    reader = read(**screen)
    reader.open(family)
    for slug in reader.slugs()[1:]:
        # From the top again, as after a touch on nothing; the contents come before the page.
        reader.page.evaluate("document.activeElement.blur()")
        if reader.page.locator("nav summary").is_visible():
            tab_to(reader, "nav summary")
            reader.page.keyboard.press("Enter")
        tab_to(reader, f"a[href$='/{slug}']")
        reader.page.keyboard.press("Enter")
        reader.sees_portfolio(slug)
        expect(reader.page.locator("main h2").first).to_be_focused()


@pytest.mark.parametrize("slug", ["cover", "goals", "evidence"])
def test_every_stop_of_the_tab_key_can_be_seen(family: Link, read: Read, slug: str) -> None:
    reader = read(**WIDE)
    reader.open(family, slug)
    reader.sees_pictures()
    reader.page.evaluate("scrollTo(0, 0)")
    stops = []
    for _ in range(STOPS):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(RING)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 10
    assert [stop["what"] for stop in stops if not (stop["ring"] and stop["inside"])] == []


def test_first_stop_skips_to_the_page(family: Link, read: Read) -> None:
    reader = read(**WIDE)
    reader.open(family)
    reader.page.keyboard.press("Tab")
    skip = reader.page.locator(":focus")
    expect(skip).to_have_text("Skip to the page")
    expect(skip).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main")).to_be_focused()


def test_picture_opens_large_and_gives_the_focus_back(family: Link, read: Read) -> None:
    reader = read(**WIDE)
    reader.open(family, "evidence")
    tab_to(reader, "button:has(img[data-large])")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main.picture-page img")).to_have_attribute("data-state", "ready")
    tab_to(reader, "main.picture-page button")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main.picture-page")).to_have_count(0)
    expect(reader.page.locator("button:has(img[data-large])").first).to_be_focused()


def test_passphrase_is_given_without_a_mouse(school: Built, read: Read) -> None:
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader = read(**WIDE)
    reader.visit(panel)
    reader.sees_locked("passphrase")
    # As a phone's keyboard and a sheet of paper have it.
    reader.page.keyboard.type(f"{panel.passphrase.replace('-', ' ').capitalize()} ")
    tab_to(reader, "button[type=submit]")
    assert reader.page.evaluate(RING)["ring"]
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio()
