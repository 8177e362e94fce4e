"""The toolbox's pages to read: by keyboard and by touch, without a script, and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.findings import findings, violations
from browser.paper import Paper

KINDS = [
    "contents.html",
    "drivers/strategic-resource-use.html",
    "elements/mindset.html",
    "progressions/enriched-virtual-personalized.html",
    "framework/strategy.html",
    "framework/data-analysis.html",
    "attributes/flexibility.html",
    "stages/work-toward-goals.html",
    "roles/leaders.html",
    "considerations.html",
    "resources.html",
    "glossary.html",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_are_without_findings_and_nothing_is_pushed_sideways(visit: Visit, kind: str) -> None:
    page = visit(kind)
    assert findings(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_opened_move_is_without_findings(visit: Visit) -> None:
    page = visit("elements/culture.html#culture-2-1")
    assert violations(page) == []


def columns(page: Page) -> list[float]:
    found: list[float] = page.locator(".continuum-level").evaluate_all(
        "levels => levels.map(level => level.getBoundingClientRect().x)"
    )
    return found


def test_levels_stand_side_by_side_and_on_a_phone_one_below_the_other(visit: Visit) -> None:
    page = visit("elements/mindset.html")
    assert len(set(columns(page))) == 3
    page.set_viewport_size({"width": 360, "height": 740})
    assert len(set(columns(page))) == 1


def test_a_link_to_a_move_opens_it(visit: Visit) -> None:
    page = visit("elements/mindset.html#mindset-2-3")
    move = page.locator("#mindset-2-3")
    expect(move).to_be_in_viewport()
    expect(move).to_be_focused()
    expect(move.get_by_text("It works when")).to_be_visible()
    expect(page.locator("details[open]")).to_have_count(1)


def test_an_anchor_of_nothing_opens_nothing(visit: Visit) -> None:
    page = visit("elements/mindset.html#%E0%A4%A")
    expect(page.locator("details[open]")).to_have_count(0)
    page = visit("elements/mindset.html#no-such-move")
    expect(page.locator("details[open]")).to_have_count(0)


def test_neighbours_are_reached_by_keyboard(visit: Visit) -> None:
    page = visit("elements/mindset.html#mindset-2-3")
    move = page.locator("#mindset-2-3")
    page.keyboard.press("Tab")
    expect(move.get_by_role("button", name="Keep in my moves")).to_be_focused()
    page.keyboard.press("Tab")
    expect(move.locator("summary")).to_be_focused()
    page.keyboard.press("Tab")
    link = move.locator(".rest a").first
    expect(link).to_be_focused()
    target = str(link.get_attribute("href")).rpartition("#")[2]
    page.keyboard.press("Enter")
    expect(page.locator(f"#{target}")).to_be_focused()
    expect(page.locator(f"#{target}").get_by_text("It works when")).to_be_visible()


def test_more_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit("elements/mindset.html")
    summary = page.locator("#mindset-1-1 summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#mindset-1-1").get_by_text("It works when")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("#mindset-1-1").get_by_text("It works when")).to_be_hidden()


def test_a_move_is_kept_by_touch_and_counted_everywhere(visit: Visit) -> None:
    page = visit("elements/mindset.html", **PHONE)
    toggle = page.locator("#mindset-1-2").get_by_role("button")
    toggle.tap()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("link", name="My moves (1)")).to_be_visible()
    page.get_by_role("link", name="Browse").first.tap()
    expect(page.get_by_role("link", name="My moves (1)").first).to_be_visible()


def test_what_is_touched_is_large_enough(visit: Visit) -> None:
    page = visit("elements/mindset.html#mindset-1-1", **PHONE)
    targets = page.locator(".top a, .crumbs a:visible, .sheet-ways a, .move summary, .move button, .turn a")
    assert targets.count() > 40
    heights = targets.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 43.9


def test_leap_codes_and_search_lead_into_the_finder(visit: Visit) -> None:
    page = visit("elements/mindset.html")
    page.get_by_role("link", name="LE.2").click()
    page.wait_for_url("**/index.html?leap=LE.2")
    expect(page.get_by_role("searchbox")).to_be_visible()
    page = visit("elements/mindset.html")
    page.get_by_role("link", name="Search in this element").click()
    found = page.locator("[data-move]")
    expect(found.first).to_be_visible()
    assert all(move.startswith("mindset-") for move in found.evaluate_all("all => all.map(each => each.dataset.move)"))


def test_steps_are_shown_one_at_a_time_where_one_asks_for_it(visit: Visit) -> None:
    page = visit("progressions/flex-personalized.html")
    steps = page.locator(".step")
    expect(page.locator(".step:visible")).to_have_count(9)
    page.get_by_role("button", name="One step at a time").click()
    expect(page.locator(".step:visible")).to_have_count(1)
    expect(page.get_by_text("Step 1 of 9", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Step before")).to_be_disabled()
    page.get_by_role("button", name="Step after").press("Enter")
    expect(steps.nth(1)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Step 2 of 9")
    steps.nth(1).locator(".step-after a").click()
    expect(steps.nth(2)).to_be_visible()
    expect(page.locator(".step:visible")).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("Step 3 of 9")
    for _ in range(6):
        page.get_by_role("button", name="Step after").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Step 9 of 9")
    # The button leads no further: the focus is on the way back.
    expect(page.get_by_role("button", name="Step before")).to_be_focused()
    page.get_by_role("button", name="Show all steps").click()
    expect(page.locator(".step:visible")).to_have_count(9)


def test_everything_is_there_without_a_script(visit: Visit) -> None:
    page = visit("elements/mindset.html", java_script_enabled=False)
    page.locator("#mindset-1-1 summary").click()
    expect(page.locator("#mindset-1-1").get_by_text("It works when")).to_be_visible()
    page = visit("progressions/flex-personalized.html", java_script_enabled=False)
    expect(page.locator(".step:visible")).to_have_count(9)
    expect(page.get_by_role("button")).to_have_count(0)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_on_paper_all_is_open_and_nothing_leads_away(visit: Visit, options: dict[str, Any]) -> None:
    page = visit("elements/mindset.html", **options)
    last = page.locator(".rest dd").last.text_content() or ""
    paper = Paper(page.pdf(format="A4"))
    assert squeezed(last)[:40] in paper.text
    assert "https://school.example.org/toolbox/elements/mindset.html" in paper.text
    assert squeezed("Source: Personalized Learning Driver Model") in paper.text
    for words in ("Keep in my moves", "Browse", "More+", "Search in this element"):
        assert squeezed(words) not in paper.text
    expect(page.locator("details[open]")).to_have_count(0)


def test_a_continuum_on_paper_stands_in_columns_where_the_sheet_is_wide(visit: Visit) -> None:
    page = visit("elements/mindset.html")
    for paper in ("A4", "Letter"):
        wide = Paper(page.pdf(format=paper, landscape=True))
        assert all(squeezed(f"Level {level}") in wide.sheets[0] for level in (1, 2, 3)), paper
        tall = Paper(page.pdf(format=paper))
        assert squeezed("Moving to learner driven") not in tall.sheets[0], paper
        assert squeezed("Moving to learner driven") in tall.text, paper


def test_on_paper_one_step_at_a_time_still_prints_them_all(visit: Visit) -> None:
    page = visit("progressions/flex-personalized.html")
    page.get_by_role("button", name="One step at a time").click()
    paper = Paper(page.pdf(format="A4"))
    assert all(squeezed(f"Step {place} of 9") in paper.text for place in range(1, 10))
    assert squeezed("Show all steps") not in paper.text


def test_contents_fit_on_one_screen(visit: Visit) -> None:
    page = visit("contents.html", viewport={"width": 1440, "height": 900})
    assert page.evaluate("document.documentElement.scrollHeight") <= 900


def test_crumbs_lead_up(visit: Visit, toolbox_site: Path) -> None:
    page = visit("elements/strategic-time.html")
    crumbs = page.get_by_role("navigation", name="Where this page is")
    crumbs.get_by_role("link", name="Strategic Resource Use").click()
    expect(page).to_have_url(f"{(toolbox_site / 'toolbox').as_uri()}/drivers/strategic-resource-use.html")
    page.get_by_role("link", name="Strategic Time").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Strategic Time")
