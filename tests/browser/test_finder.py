"""The finder answers while one types, by keyboard and by touch, from a folder on a disk as from a host."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Visit
from browser.findings import findings
from browser.results import PHONE, ranked


def test_typing_finds_moves_in_order(visit: Visit) -> None:
    page = visit()
    page.get_by_role("searchbox").press_sequentially("tuning protocol")
    assert ranked(page)[0] == "learner-collaboration-3-7"
    assert "q=tuning+protocol" in page.url


def test_slips_and_beginnings_find_the_same(visit: Visit) -> None:
    page = visit()
    for typed in ("tunign protocol", "tuning protocl", "tuning prot"):
        page.get_by_role("searchbox").fill("")
        page.get_by_role("searchbox").fill(typed)
        assert ranked(page)[0] == "learner-collaboration-3-7", typed


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


def test_keys_keep_a_move_and_put_it_back(visit: Visit) -> None:
    page = visit("index.html?q=tuning+protocol")
    page.get_by_role("searchbox").press("ArrowDown")
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("Kept in my moves: Have groups raise")
    expect(page.locator("[data-tray-link]")).to_contain_text("(1)")
    expect(page.locator("[data-move]").first.get_by_role("button", name="Kept in my moves")).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("No longer in my moves")
    expect(page.locator("[data-tray-link]")).not_to_contain_text("(")


def test_key_keeps_the_opened_move_from_anywhere_but_a_field(visit: Visit) -> None:
    page = visit("index.html?q=tuning+protocol#learner-collaboration-3-7")
    page.get_by_role("searchbox").press_sequentially(" a")
    assert page.evaluate("localStorage.getItem('waypost-my-moves')") is None
    page = visit("index.html?q=tuning+protocol#learner-collaboration-3-7")
    page.locator("#main").focus()
    page.keyboard.press("a")
    assert "learner-collaboration-3-7" in page.evaluate("localStorage.getItem('waypost-my-moves')")


def test_escape_clears_what_was_typed_and_then_what_was_chosen(visit: Visit) -> None:
    page = visit("index.html?q=rubric&driver=competencies")
    page.locator("[data-move]").first.locator(".deed").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.url.endswith("?driver=competencies")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="I see…")).to_be_visible()
    assert page.url.endswith("index.html")


def test_opened_result_leads_to_its_page_and_into_the_tray(visit: Visit) -> None:
    page = visit("index.html?q=tuning+protocol#learner-collaboration-3-7")
    move = page.locator("#learner-collaboration-3-7")
    link = move.get_by_role("link", name="Its place in Learner Collaboration")
    assert link.get_attribute("href") == "elements/learner-collaboration.html#learner-collaboration-3-7"
    move.get_by_role("button", name="Keep in my moves").last.click()
    expect(move.get_by_role("button", name="In my moves", exact=True)).to_be_visible()


def test_result_names_its_level_as_the_driver_does(visit: Visit) -> None:
    page = visit("index.html#culture-1-2")
    expect(page.locator("#culture-1-2 .place")).to_have_text("Culture Level 1 · Moving to learner centered")


def test_chips_narrow_the_list_to_what_they_count(visit: Visit, moves: list[dict[str, Any]]) -> None:
    page = visit()
    page.get_by_role("button", name="Strategic Resource Use").click()
    chip = page.get_by_role("button", name="Strategic Space")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    page.get_by_role("button", name="Level 2 Learner Centered 2 → Learner Centered 3").click()
    assert ranked(page) == [move["id"] for move in moves if move["id"].startswith("strategic-space-2-")]
    assert "element=strategic-space&level=2" in page.url


def test_chip_of_every_facet_leaves_what_it_counts(visit: Visit, moves: list[dict[str, Any]]) -> None:
    page = visit()
    for facet in ("driver", "element", "level", "who", "model", "phase", "group", "leap"):
        group = page.locator(f"[data-of={facet}]")
        if group.locator(".chip-fold").count():
            group.locator(".chip-fold").press("Enter")
        chip = group.locator(".chip").first
        value, count = chip.get_attribute("data-value"), int(chip.locator(".count").inner_text())
        values = [move.get(facet, []) for move in moves]
        assert count == sum(value in each if isinstance(each, list) else str(each) == value for each in values)
        chip.press("Enter")
        expect(page.locator("#status")).to_have_text(f"{count} moves")
        assert f"{facet}=" in page.url
        page.keyboard.press("Escape")
        expect(page.get_by_role("link", name="I see…")).to_be_visible()


def test_chips_of_several_facets_combine_with_what_was_typed(visit: Visit, moves: list[dict[str, Any]]) -> None:
    page = visit("index.html?q=feedback&leap=I.7&who=both")
    by_id = {move["id"]: move for move in moves}
    assert ranked(page)
    assert all("I.7" in by_id[id_]["leap"] and by_id[id_]["who"] == "both" for id_ in ranked(page))
    expect(page.get_by_role("button", name="I.7")).to_have_attribute("aria-pressed", "true")


def test_address_brings_the_same_list_back(visit: Visit) -> None:
    page = visit("index.html?q=feedback&driver=evolving-roles&level=2")
    assert ranked(page)
    assert all("-2-" in move for move in ranked(page))
    assert page.get_by_role("searchbox").input_value() == "feedback"


def test_anchor_opens_its_move_and_related_ones_follow(visit: Visit) -> None:
    page = visit("index.html#culture-1-2")
    move = page.locator("#culture-1-2")
    expect(move).to_contain_text("It works when")
    link = move.locator("dl").get_by_role("link").last
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
    first.get_by_role("button", name="Keep in my moves").tap()
    expect(first.get_by_role("button", name="Kept in my moves")).to_be_visible()
    first.locator(".deed").tap()
    expect(first).to_contain_text("It works when")
    page.get_by_role("button", name="Strategic Resource Use").tap()
    assert all(move.startswith("strategic-") for move in ranked(page))
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("asked", ["?q=feedback", "?driver=competencies&level=2"])
def test_first_move_is_on_the_first_screen_of_a_phone(visit: Visit, asked: str) -> None:
    page = visit(f"index.html{asked}", **PHONE)
    first, search = page.locator(".deed").first.bounding_box(), page.locator("#search").bounding_box()
    assert first
    assert search
    assert first["y"] + first["height"] < search["y"]


STATES = [
    "",
    "?q=feedback",
    "?q=zzxqv&level=1",
    "?driver=competencies",
    "?leap=I.7&who=both",
    "#culture-1-2",
    "?start=see",
    "?start=see&at=line-at-the-desk",
    "?start=now",
    "?start=now&at=relationships.1",
    "?start=steps",
    "?start=steps&at=flex-personalized-4",
]


def test_single_letters_can_be_switched_off_for_good(visit: Visit) -> None:
    page = visit("index.html?q=pace")
    page.get_by_label("Use the keys / and A").uncheck()
    page.reload()
    page.locator("[data-move] .deed").first.focus()
    for key in ("/", "a"):
        page.keyboard.press(key)
    expect(page.locator("[data-move] .deed").first).to_be_focused()
    expect(page.locator("[data-tray-link]")).to_have_text("My moves")
    page.get_by_label("Use the keys / and A").check()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


# What else is drawn by night: of the states that are lists, steps and levels, one each.
BY_NIGHT = {"", "?q=feedback", "?q=zzxqv&level=1", "#culture-1-2", "?start=now&at=relationships.1", "?start=steps"}


@pytest.mark.parametrize("asked", STATES)
def test_finder_is_without_findings_and_never_wider_than_a_narrow_phone(visit: Visit, asked: str) -> None:
    page = visit(f"index.html{asked}")
    assert findings(page, by_night=asked in BY_NIGHT) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


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
