"""Moves that a coach keeps stay on the device, in order, with notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Visit
from browser.findings import findings
from browser.host import running_host
from browser.moves_kept import (
    MINE,
    PHONE,
    SECRET,
    fragment,
    ids,
    keep,
    kept,
    link_of,
    received,
    with_mine,
)
from browser.paper import Paper

REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def test_empty_says_what_will_stand_there_and_where_to_begin(visit: Visit) -> None:
    page = visit("my-moves.html")
    expect(page.get_by_text("You have kept none yet")).to_be_visible()
    expect(page.locator("#share")).to_be_hidden()
    page.get_by_role("link", name="Find a move").click()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_move_that_is_kept_on_its_sheet_stands_in_my_moves(visit: Visit) -> None:
    page = visit("elements/culture.html")
    page.locator("[data-tray=culture-2-3]").click()
    expect(page.locator("[data-tray-link]")).to_have_text("My moves (1)")
    page.locator("[data-tray-link]").click()
    page.wait_for_url("**/my-moves.html")
    assert ids(page) == ["culture-2-3"]
    page.locator("#kept .kept-deed a").click()
    page.wait_for_url("**/elements/culture.html#culture-2-3")


def test_order_is_changed_by_keyboard_and_kept(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_role("button", name="Down: ").first.focus()
    page.keyboard.press("Enter")
    assert ids(page) == ["relationships-1-1", "culture-1-2", "flex-personalized-1"]
    expect(page.get_by_text("Now 2 of 3.")).to_be_visible()
    page.keyboard.press("Enter")
    assert ids(page) == ["relationships-1-1", "flex-personalized-1", "culture-1-2"]
    # The last leads no further down: the focus is on the way back up, of the same move.
    expect(page.locator("[data-move=culture-1-2]").get_by_role("button", name="Up: ")).to_be_focused()
    page.reload()
    assert ids(page) == ["relationships-1-1", "flex-personalized-1", "culture-1-2"]


def test_what_is_typed_is_kept_at_once(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_label("Name of this set").fill("Corridor, May")
    item = page.locator("[data-move=relationships-1-1]")
    item.get_by_text("Notes").click()
    item.get_by_label("Note", exact=True).press_sequentially("Ask Jo")
    item.get_by_label("Tried on").press_sequentially("050220266")
    assert len(item.get_by_label("Tried on").input_value()) == len("2026-05-02")
    item.get_by_label("Tried on").fill("2026-05-02")
    item.get_by_label("What happened").fill("Quiet first,\nthen not")
    assert kept(page)["name"] == "Corridor, May"
    page.reload()
    item = page.locator("[data-move=relationships-1-1]")
    expect(item.get_by_label("Note", exact=True)).to_have_value("Ask Jo")
    expect(item.get_by_label("Tried on")).to_have_value("2026-05-02")
    expect(item.get_by_label("What happened")).to_have_value("Quiet first,\nthen not")


def test_removed_move_comes_back_to_its_place_with_its_notes(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_role("button", name="Remove: ").first.click()
    assert ids(page) == ["relationships-1-1", "flex-personalized-1"]
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page) == MINE
    assert ids(page) == [move["id"] for move in MINE["moves"]]


def test_last_move_that_is_removed_can_come_back(visit: Visit) -> None:
    page = with_mine(visit, {"name": "", "moves": MINE["moves"][:1]})
    page.get_by_role("button", name="Remove: ").click()
    page.get_by_role("button", name="Undo").click()
    assert ids(page) == ["culture-1-2"]


def test_removing_all_can_be_undone(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_role("button", name="Remove all").click()
    assert kept(page) == {"name": "", "moves": []}
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page) == MINE
    assert ids(page) == [move["id"] for move in MINE["moves"]]


def test_move_that_the_toolbox_no_longer_has_is_told_and_kept(visit: Visit) -> None:
    gone = {"id": "left-out-1", "note": "Worth it", "tried": "", "happened": ""}
    page = with_mine(visit, {"name": "", "moves": [*MINE["moves"], gone]})
    expect(page.get_by_text("This toolbox does not have the move left-out-1")).to_be_visible()
    page.get_by_role("button", name="Up: This toolbox").click()
    assert gone in kept(page)["moves"]


@pytest.mark.parametrize("trouble", [REFUSED, FULL], ids=["refused", "full"])
def test_device_that_keeps_nothing_is_told_and_everything_works_meanwhile(visit: Visit, trouble: str) -> None:
    shared = fragment(visit)
    page = visit("elements/culture.html")
    page.add_init_script(trouble)
    page.reload()
    button = page.locator("[data-tray=culture-1-1]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing")
    page.locator("[data-tray=culture-1-2]").click()
    expect(page.get_by_role("alert")).to_have_count(1)
    page.goto(page.url.replace("elements/culture.html", f"my-moves.html#{shared}"))
    expect(page.locator("#trouble")).to_be_visible()
    page.get_by_role("button", name="Keep as my moves").click()
    page.get_by_role("button", name="Down: ").first.click()
    page.get_by_role("button", name="Remove: ").first.click()
    assert ids(page) == ["culture-1-2", "flex-personalized-1"]
    expect(page.locator("#cards")).to_have_attribute("href", "cards.html?ids=culture-1-2,flex-personalized-1")


def test_finder_tells_too_that_the_device_keeps_nothing(visit: Visit) -> None:
    page = visit("index.html")
    page.add_init_script(REFUSED)
    page.goto(f"{page.url}?q=feedback")
    page.locator("[data-keeps]").first.click()
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing")
    expect(page.locator("[data-tray-link]")).to_have_text("My moves (1)")


def test_two_tabs_keep_in_step(visit: Visit, toolbox_site: Path) -> None:
    with running_host(toolbox_site) as host:
        page = visit("my-moves.html")
        page.goto(f"{host.origin}/toolbox/my-moves.html")
        keep(page, MINE)
        page.reload()
        other = page.context.new_page()
        other.goto(f"{host.origin}/toolbox/my-moves.html")
        other.get_by_role("button", name="Remove: ").last.click()
        other.get_by_label("Name of this set").fill("Both")
        expect(page.locator("#kept [data-move]")).to_have_count(2)
        expect(page.get_by_label("Name of this set")).to_have_value("Both")
        page.get_by_role("button", name="Down: ").first.click()
        expect(other.locator("#kept [data-move]").first).to_have_attribute("data-move", "relationships-1-1")
        # The link begins with the page's own address.
        assert link_of(page).startswith(f"{host.origin}/toolbox/my-moves.html#")
        assert [asked.path for asked in host.asked if asked.holds("set=")] == []


def test_paper_has_the_moves_and_notes_only_where_they_are_ticked(visit: Visit) -> None:
    page = with_mine(visit)
    paper = Paper(page.pdf(prefer_css_page_size=True)).text
    assert "Room12" in paper
    assert "Itworkswhen:" in paper
    assert "Whathappened" in paper
    for unwanted in (SECRET, "Handiton", "Undo", "Remove", "Browse"):
        assert unwanted.replace(" ", "") not in paper
    page.get_by_label("Also share my notes").check()
    assert SECRET.replace(" ", "") in Paper(page.pdf(prefer_css_page_size=True)).text


def test_phone_is_used_by_touch(visit: Visit) -> None:
    page = with_mine(visit, **PHONE)
    page.get_by_role("button", name="Down: ").first.tap()
    item = page.locator("[data-move=relationships-1-1]")
    item.get_by_text("Notes").tap()
    item.get_by_label("Note", exact=True).tap()
    page.keyboard.type("By thumb")
    page.get_by_label("Also share my notes").tap()
    assert kept(page)["moves"][0] == {"id": "relationships-1-1", "note": "By thumb", "tried": "", "happened": ""}
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("state", ["empty", "filled", "received", "spoilt"])
def test_page_is_without_findings_and_nothing_stands_beyond_a_narrow_screen(visit: Visit, state: str) -> None:
    if state == "empty":
        page = visit("my-moves.html")
    elif state == "filled":
        page = with_mine(visit)
        page.get_by_role("button", name="Remove: ").last.click()
    else:
        page = received(visit, fragment(visit, notes=True) if state == "received" else "set=1", MINE)
    assert findings(page, by_night=state != "empty") == []
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("state", ["filled", "received"])
def test_no_long_word_stands_beyond_a_narrow_screen(visit: Visit, state: str) -> None:
    narrow = {"viewport": {"width": 320, "height": 600}}
    long = {"name": "w" * 120, "moves": [{**MINE["moves"][0], "note": "w" * 300}, *MINE["moves"][1:]]}
    if state == "filled":
        page = with_mine(visit, long, **narrow)
    else:
        sent = with_mine(visit, long)
        sent.get_by_label("Also share my notes").check()
        page = received(visit, link_of(sent).split("#")[1], MINE, **narrow)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
