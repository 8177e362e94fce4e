"""A host that does not answer, answers late, or answers something else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from browser.built import Built, Link
from browser.reader import Read


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


@pytest.mark.parametrize("part", ["**/grant.age", "**/b/*.age"], ids=["the grant", "the pages"])
def test_host_out_of_reach_is_told_and_tried_again(family: Link, read: Read, part: str) -> None:
    reader = read()
    reader.page.route(part, lambda route: route.abort("connectionfailed"))
    reader.visit(family, "goals")
    assert "Ms. Lindqvist" in reader.sees_locked("network")
    again = reader.page.get_by_role("button", name="Try again")
    again.click()
    reader.sees_locked("network")
    reader.page.unroute(part)
    again.click()
    reader.sees_portfolio("goals")
    reader.forgive("ERR_CONNECTION_FAILED")


def test_busy_host_is_told_as_out_of_reach(family: Link, read: Read) -> None:
    reader = read()
    reader.page.route("**/grant.age", lambda route: route.fulfill(status=503))
    reader.visit(family)
    reader.sees_locked("network")
    reader.forgive("503")


def test_host_that_answers_everything_with_its_front_page_opens_nothing(family: Link, read: Read) -> None:
    reader = read()
    reader.page.route("**/grant.age", lambda route: route.fulfill(content_type="text/html", body="<h1>Welcome</h1>"))
    reader.visit(family)
    reader.sees_locked("withdrawn")


def test_pictures_out_of_reach_are_words_until_the_reader_is_online_again(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    reader.open(family, "journey")
    reader.context.set_offline(True)
    reader.turn_to("evidence")
    notes = reader.page.locator("main").get_by_role("note")
    expect(notes.nth(1)).to_be_visible()
    reader.context.set_offline(False)
    while notes.count():
        notes.first.get_by_role("button").click()
    for id_ in ("harbor", "sketch"):
        expect(reader.page.locator(f"#{id_} img")).to_have_attribute("data-state", "ready")
    # A large picture that did not come is tried again by itself, and keeps the focus.
    reader.page.route("**/b/*.age", lambda route: route.abort())
    reader.page.locator("#harbor button:has(img)").click()
    large = reader.page.locator(".picture-page")
    expect(large.get_by_role("note")).to_be_visible()
    reader.page.unroute_all()
    large.get_by_role("note").get_by_role("button").click()
    expect(large.locator("img")).to_have_attribute("data-state", "ready")
    expect(large.locator("img")).to_be_focused()
    reader.forgiven.append("ERR_FAILED")
    # Who opens media beside the page says it to nobody.
    reader.forgiven.append("ERR_INTERNET_DISCONNECTED")


def test_recording_out_of_reach_says_so_and_plays_later(school: Built, family: Link, read: Read) -> None:
    reader = read()
    part = f"**/{school.media_blob(family, 'voice')}.age"
    reader.page.route(part, lambda route: route.abort())
    reader.open(family, "evidence")
    piece = reader.page.locator("#voice")
    piece.get_by_role("button").click()
    expect(piece.get_by_role("status")).to_contain_text("could not be opened")
    reader.page.unroute(part)
    piece.get_by_role("button").click()
    expect(piece.locator("audio")).to_be_visible()


def test_long_wait_is_told_in_words(family: Link, read: Read) -> None:
    reader = read()
    held: list[Route] = []
    reader.page.route("**/grant.age", lambda route: held.append(route))
    reader.visit(family)
    expect(reader.page.locator("[data-waypost=opening]").get_by_role("status")).to_have_text("Opening the portfolio…")
    held[0].continue_()
    reader.sees_portfolio()
    expect(reader.page.get_by_role("status").first).to_be_empty()


def test_browser_too_old_is_told_so(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    reader.page.add_init_script("delete globalThis.DecompressionStream")
    reader.visit(family)
    reader.sees_locked("browser")


def test_fault_that_nobody_foresaw_is_told_in_words_and_in_the_console(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    reader.page.add_init_script("IntersectionObserver.prototype.observe = () => { throw new Error('not foreseen') }")
    reader.visit(family, "evidence")
    reader.sees_locked("damaged")
    reader.sees_nothing_of("Okafor")
    reader.forgive("not foreseen")


def test_plain_http_of_a_schools_own_host_is_enough(school: Built, read: Read) -> None:
    reader = read(fresh=True)
    # Off this machine, a browser withholds its own cryptography from pages that did not come by https.
    reader.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader.visit(panel)
    reader.sees_locked("passphrase")
    reader.page.get_by_label("Passphrase").fill(panel.passphrase)
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio()
    reader.sees_pictures()
