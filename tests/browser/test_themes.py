"""A portfolio that looks like its learner, and a cover that knows when its reader was last here."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from browser.built import Built
from browser.components import main as draw_components
from browser.findings import COLOURS, violations
from browser.reader import Read
from waypost.model.design import THEMES, fit_accent

REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"


def test_every_component_can_be_read_in_every_theme(chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(draw_components(tmp_path).as_uri())
    expect(page.locator("[data-theme]")).to_have_count(2 * len(THEMES))
    # Every pair of tokens is held by numbers elsewhere: here every second drawing will do, half of them by night.
    page.locator("[data-theme]").evaluate_all("all => all.forEach((one, n) => [1, 2].includes(n % 4) && one.remove())")
    # One word is too faint, so that the search is seen to find what there is.
    page.locator(".components-label").last.evaluate("word => { word.id = 'faint'; word.style.color = 'var(--rule)'; }")
    assert violations(page, COLOURS) == ["color-contrast: #faint"]
    page.close()


def test_cover_wears_the_learners_colour_and_tells_what_came_since_the_last_visit(school: Built, read: Read) -> None:
    family = school.link("maya-okafor", "Ngozi Okafor")
    reader = read(fresh=True, viewport={"width": 390, "height": 740})
    page = reader.page
    heading, news = page.locator(".cover-new h3"), page.locator(".cover-new")

    def comes_on(day: str) -> None:
        page.clock.set_fixed_time(f"{day}T12:00:00")
        reader.open(family)

    comes_on("2026-02-15")
    expect(heading).to_have_text("New")
    expect(news.locator(".news")).to_be_hidden()
    assert page.evaluate("document.documentElement.dataset.theme") == "dusk"
    assert page.evaluate(ACCENT) == fit_accent("#ff8800", "dusk", "light").colour != "#ff8800"
    comes_on("2026-03-10")
    expect(heading).to_have_text("New since you were here on February 15, 2026")
    expect(news.get_by_role("link", name="Investigating nature: Swimming")).to_be_visible()
    expect(news.locator("a[href*='/evidence/']:visible")).to_have_count(2)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ACCENT) == "#ff8800"
    assert violations(page) == []
    comes_on("2026-03-10")
    expect(heading).to_have_text("New since you were here on February 15, 2026")
    comes_on("2026-03-11")
    expect(news).to_contain_text("Nothing new since March 10, 2026.")
    expect(news.locator("a:visible")).not_to_have_count(0)
    page.evaluate("location.hash = location.hash.slice(0, -3)")
    reader.sees_locked("changed")
    assert page.evaluate("[document.documentElement.dataset.theme, document.documentElement.style.length]") == [None, 0]


def test_cover_shows_the_latest_where_nothing_can_be_remembered(school: Built, read: Read) -> None:
    reader = read(fresh=True)
    reader.page.add_init_script(REFUSED)
    for _ in range(2):
        reader.open(school.link("maya-okafor", "Ngozi Okafor"))
        expect(reader.page.locator(".cover-new h3")).to_have_text("New")
