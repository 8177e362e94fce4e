"""Where one begins with nothing to type: what one sees, where one is, step by step."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from browser.conftest import Visit
from browser.results import PHONE, ranked


def test_situation_lists_its_moves_in_order_and_the_way_back_works(visit: Visit) -> None:
    page = visit()
    page.get_by_role("link", name="I see…").press("Enter")
    expect(page.get_by_role("heading", name="I see…")).to_be_focused()
    page.get_by_role("link", name="They all wait in line for the teacher.").press("Enter")
    expect(page.get_by_role("heading", name="They all wait in line")).to_be_focused()
    assert ranked(page)[:2] == ["culture-1-2", "learner-as-lead-3-9"]
    assert page.url.endswith("?start=see&at=line-at-the-desk")
    page.go_back()
    expect(page.get_by_role("link", name="They all wait in line for the teacher.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Where are you now?")).to_be_visible()


def test_level_that_sounds_like_the_room_leads_to_the_next(visit: Visit, moves: list[dict[str, Any]]) -> None:
    page = visit("index.html?start=now")
    page.get_by_role("link", name="Learner Collaboration").press("Enter")
    levels = page.locator(".continuum-level")
    expect(levels).to_have_count(3)
    expect(levels.nth(1)).to_contain_text("Learner Centered 2 → Learner Centered 3")
    levels.nth(0).get_by_role("link").press("Enter")
    expect(page.get_by_role("heading", name="Next: level 2")).to_be_focused()
    assert ranked(page) == [move["id"] for move in moves if move["id"].startswith("learner-collaboration-2-")]
    expect(levels.nth(0).get_by_role("link")).to_have_attribute("aria-current", "true")
    levels.nth(2).get_by_role("link").press("Enter")
    expect(page.get_by_role("heading", name="No level comes after this one")).to_be_visible()
    assert all(move.startswith("learner-collaboration-3-") for move in ranked(page))
    page.get_by_role("link", name="Not yet as far as the first").press("Enter")
    assert all(move.startswith("learner-collaboration-1-") for move in ranked(page))


def test_progression_is_walked_step_by_step(visit: Visit, moves: list[dict[str, Any]]) -> None:
    steps = [move for move in moves if move.get("progression") == "flex-personalized"]
    page = visit("index.html?start=steps")
    expect(page.get_by_text("a place for your school’s own steps")).to_have_count(4)
    page.get_by_role("link", name=steps[0]["text"]).press("Enter")
    for place, step in enumerate(steps):
        walk = page.locator(f"[data-move={step['id']}]")
        expect(walk).to_contain_text(f"{place + 1} of 9")
        expect(walk).to_contain_text(step["group"])
        expect(walk).to_contain_text(step["next"])
        if place + 1 < len(steps):
            expect(walk).to_contain_text(steps[place + 1]["text"])
            page.keyboard.press("Tab")
            page.get_by_role("link", name="Step after").press("Enter")
    expect(page.get_by_text("This is the last one.")).to_be_visible()
    expect(page.get_by_role("link", name="Step after")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("Kept in my moves")
    page.go_back()
    expect(page.locator("[data-move]")).to_contain_text("8 of 9")


def test_typing_leaves_a_start(visit: Visit) -> None:
    page = visit("index.html?start=see&at=line-at-the-desk")
    page.get_by_role("searchbox").fill("tuning protocol")
    assert ranked(page)[0] == "learner-collaboration-3-7"
    assert page.url.endswith("?q=tuning+protocol")


def test_what_nobody_wrote_leads_to_the_start_itself(visit: Visit) -> None:
    for start, title in (("see", "I see…"), ("now", "Where are you now?"), ("steps", "Step by step")):
        page = visit(f"index.html?start={start}&at=no-such-thing")
        expect(page.get_by_role("heading", name=title)).to_be_visible()


def test_starts_are_used_by_touch(visit: Visit) -> None:
    page = visit(**PHONE)
    page.get_by_role("link", name="I see…").tap()
    page.get_by_role("link", name="They know this already.").tap()
    expect(page.locator("[data-move]").first).to_have_attribute("data-move", "competency-based-progression-2-1")
    page.get_by_role("link", name="Everything one may see").tap()
    page.get_by_role("link", name="All ways to start").tap()
    page.get_by_role("link", name="Where are you now?").tap()
    page.get_by_role("link", name="Mindset").tap()
    page.get_by_role("link", name="This sounds like us (Level 2)").tap()
    expect(page.locator("[data-move]").first).to_have_attribute("data-move", re.compile("^mindset-3-"))
    assert all(move.startswith("mindset-3-") for move in ranked(page))
    page.goto(page.url.partition("?")[0] + "?start=steps")
    page.get_by_role("link", name="Learners show what they have finished").tap()
    page.get_by_role("link", name="Step before").tap()
    expect(page.locator("[data-move]")).to_contain_text("8 of 9")
