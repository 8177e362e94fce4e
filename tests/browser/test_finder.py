"""The finder answers while one types, by keyboard and by touch, from a folder on a disk as from a host."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from waypost.load.toolbox import load_toolbox
from waypost.views.moves import build_move_rows

REPOSITORY = Path(__file__).parents[2]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
RANKED = "nodes => nodes.map(node => node.dataset.move)"


@pytest.fixture(scope="module")
def moves() -> list[dict[str, Any]]:
    loaded = load_toolbox(REPOSITORY / "toolbox")
    assert loaded.toolbox is not None
    return build_move_rows(loaded.toolbox)


def ranked(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-move]").evaluate_all(RANKED)
    return found


def test_typing_finds_moves_in_order(visit: Visit) -> None:
    page = visit()
    page.get_by_role("searchbox").press_sequentially("tuning protocol")
    assert ranked(page)[0] == "learner-collaboration-3-7"
    assert "q=tuning+protocol" in page.url


@pytest.mark.parametrize("typed", ["tunign protocol", "tuning protocl", "tuning prot"])
def test_slips_and_beginnings_find_the_same(visit: Visit, typed: str) -> None:
    page = visit()
    page.get_by_role("searchbox").fill(typed)
    assert ranked(page)[0] == "learner-collaboration-3-7"


def test_result_says_why_it_was_found(visit: Visit) -> None:
    page = visit("index.html?q=kids+only+work+for+candy")
    first = page.locator("[data-move]").first
    expect(first).to_contain_text("When you see:")
    expect(first.locator("mark", has_text="candy")).to_be_visible()


def test_there_is_one_field_and_slash_leads_to_it(visit: Visit) -> None:
    page = visit()
    expect(page.locator("input[type=search]")).to_have_count(1)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.get_by_role("searchbox").input_value() == ""


def test_arrows_and_enter_go_through_the_list(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("feedback")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("[data-move]").nth(1)
    expect(second.locator(".deed")).to_be_focused()
    page.keyboard.press("Enter")
    expect(second).to_contain_text("It works when")
    assert page.url.endswith(f"#{ranked(page)[1]}")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-move]").first).to_contain_text("It works when")


def test_chips_narrow_the_list_to_what_they_count(visit: Visit, moves: list[dict[str, Any]]) -> None:
    page = visit()
    page.get_by_role("button", name="Strategic Resource Use").click()
    chip = page.get_by_role("button", name="Strategic Space")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    page.get_by_role("button", name="Level 2").click()
    assert ranked(page) == [move["id"] for move in moves if move["id"].startswith("strategic-space-2-")]
    assert "element=strategic-space&level=2" in page.url


def test_address_brings_the_same_list_back(visit: Visit) -> None:
    page = visit("index.html?q=feedback&driver=evolving-roles&level=2")
    assert ranked(page)
    assert all("-2-" in move for move in ranked(page))
    assert page.get_by_role("searchbox").input_value() == "feedback"


def test_anchor_opens_its_move_and_related_ones_follow(visit: Visit) -> None:
    page = visit("index.html#culture-1-2")
    move = page.locator("#culture-1-2")
    expect(move).to_contain_text("It works when")
    link = move.get_by_role("link").last
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    expect(page.locator(f"[data-move={target}]")).to_contain_text("It works when")


def test_nothing_found_says_what_to_try(visit: Visit) -> None:
    page = visit("index.html?q=zzxqv")
    expect(page.get_by_text("No move found for that.")).to_be_visible()
    assert ranked(page) == []


def test_misspelt_word_is_offered_as_it_is_spelt(visit: Visit) -> None:
    page = visit("index.html?q=metacogntion")
    page.get_by_role("button", name="metacognition").click()
    assert page.get_by_role("searchbox").input_value() == "metacognition"


def test_empty_field_shows_the_elements_with_their_counts(visit: Visit, moves: list[dict[str, Any]]) -> None:
    page = visit()
    count = sum(move.get("element") == "relationships" for move in moves)
    page.get_by_role("button", name=f"Relationships {count} moves").click()
    expect(page.locator("[data-move]").first).to_be_visible()
    assert all(move.startswith("relationships-") for move in ranked(page))


def test_phone_is_used_by_touch(visit: Visit) -> None:
    page = visit(**PHONE)
    page.get_by_role("searchbox").tap()
    page.keyboard.type("desk arrangement")
    first = page.locator("[data-move]").first
    first.locator(".deed").tap()
    expect(first).to_contain_text("It works when")
    page.get_by_role("button", name="Strategic Resource Use").tap()
    assert all(move.startswith("strategic-") for move in ranked(page))
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("asked", ["", "?q=feedback", "?q=zzxqv&level=1", "?driver=competencies", "#culture-1-2"])
@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"])
def test_finder_is_without_findings(visit: Visit, asked: str, options: dict[str, Any]) -> None:
    page = visit(f"index.html{asked}", **options)
    rules = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    assert Axe().run(page, options=rules).response["violations"] == []


def test_finder_with_all_its_moves_is_small(toolbox_site: Path) -> None:
    folder, assets = toolbox_site / "toolbox", toolbox_site / "assets/waypost"
    parts = [
        folder / "index.html",
        *folder.glob("moves-*.js"),
        *assets.glob("finder-*.js"),
        *assets.glob("toolbox-*.css"),
    ]
    assert len(parts) == 4
    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) <= 120_000
