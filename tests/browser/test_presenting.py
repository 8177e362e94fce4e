"""Slides before a room: from the sealed site, with notes and time, without a network, by keyboard and by touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from browser.built import Built, Link
from browser.findings import COLOURS, violations
from browser.paper import Paper
from browser.reader import Read, Reader

WIDE = {"viewport": {"width": 1280, "height": 720}}
PHONE = {"viewport": {"width": 390, "height": 740}, "has_touch": True, "is_mobile": True}
LATE_SCREEN = """() => {
  let said = "stays";
  history.back = () => (said = "leaves");
  for (const held of [document.querySelector(".presenter"), null]) {
    Object.defineProperty(document, "fullscreenElement", { get: () => held, configurable: true });
    document.dispatchEvent(new Event("fullscreenchange"));
  }
  return said;
}"""
TITLES = ["The harbor", "It rolls", "Questions"]
# A browser waits in print() for as long as its dialog is open: for the stand-in, time stops instead.
NOTE_PRINTING = """const running = window.setTimeout;
window.print = () => { window.printed = location.href; window.setTimeout = () => 0 };
window.closeDialog = () => { window.printed = ""; window.setTimeout = running };"""


@pytest.fixture
def learner(school: Built) -> Link:
    return school.link("maya-okafor", "Maya")


def present(reader: Reader, link: Link) -> Locator:
    """Starts the slides, and gives the one that is shown."""
    reader.open(link, "presentation")
    return start(reader)


def start(reader: Reader) -> Locator:
    """The same, where the page of the presentation is open."""
    reader.page.get_by_role("button", name="Present", exact=True).click()
    reader.sees(".presenter .reveal.ready")
    return reader.page.locator(".presenter .slides > .present .slide-title")


def swipe(reader: Reader) -> None:
    """Draws a finger from the right to the left."""
    finger = reader.context.new_cdp_session(reader.page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 320, "y": 300}]})
    for across in range(300, 60, -40):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": across, "y": 300}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    finger.detach()


def presenter_files(reader: Reader) -> list[str]:
    return [url for url in reader.fetched if "/presenter-" in url]


def test_slides_go_on_without_a_network_and_leave_nothing_behind(learner: Link, read: Read) -> None:
    reader = read(fresh=True, **WIDE)
    page = reader.page
    reader.open(learner, "presentation")
    assert presenter_files(reader) == []
    title = present(reader, learner)
    assert len(presenter_files(reader)) == 2
    expect(page.locator(".presenter-status")).to_have_text("All is on this device: the slides go on without a network.")
    reader.context.set_offline(True)
    expect(title).to_have_text(TITLES[0])
    picture = page.locator(".presenter .present img")
    assert picture.evaluate("image => image.naturalWidth") == 1600
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text(TITLES[1])
    page.keyboard.press("p")
    reader.until("document.querySelector('.presenter .present video').currentTime > 0.1")
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text(TITLES[2])
    assert page.locator(".presenter video").evaluate("film => film.paused")
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text(TITLES[1])
    assert page.url == reader.address(learner, "presentation")
    held = page.locator(".presenter img").get_attribute("src")
    page.keyboard.press("Escape")
    expect(page.locator(".presenter")).to_have_count(0)
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_focused()
    tell = "onload: () => tell(false), onerror: () => tell(true)"
    reader.until(f"new Promise((tell) => Object.assign(new Image(), {{ {tell}, src: '{held}' }}))")
    reader.forgive("ERR_FILE_NOT_FOUND")


def spent_by(told: str) -> int:
    """Seconds, as the speaker's clock tells them in the first minute."""
    minutes, seconds = map(int, told.split(" ")[0].split(":"))
    assert minutes == 0
    assert seconds > 0
    return seconds


def test_notes_next_slide_and_time_stand_in_a_window_that_knows_no_key(learner: Link, read: Read) -> None:
    reader = read(fresh=True, **WIDE)
    page = reader.page
    page.clock.install(time="2026-11-22T10:00:00")
    title = present(reader, learner)
    page.clock.run_for(1000)
    with reader.context.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    assert learner.secret not in speaker.url + speaker.content()
    expect(speaker.locator(".speaker-words")).to_have_text("Wait until they see the smooth stones.")
    expect(speaker.locator(".speaker-coming .slide-title")).to_have_text(TITLES[1])
    # From here on no time passes but what is let pass: a busy machine takes seconds for a click.
    page.clock.pause_at("2026-11-22T10:00:40")
    timer = speaker.get_by_role("timer")
    page.clock.run_for(1000)
    spent = spent_by(timer.text_content() or "")
    page.clock.run_for(60_000)
    expect(timer).to_have_text(f"1:{spent:02} of 2:00, 0:{60 - spent:02} left")
    page.clock.run_for(60_000)
    expect(timer).to_have_text(f"2:{spent:02} of 2:00, 0:{spent:02} over")
    speaker.get_by_role("button", name="Stop the time").click()
    page.clock.run_for(60_000)
    expect(timer).to_have_text(f"2:{spent:02} of 2:00, 0:{spent:02} over")
    page.clock.resume()
    speaker.get_by_role("button", name="Next").click()
    expect(title).to_have_text(TITLES[1])
    speaker.keyboard.press("PageDown")
    expect(title).to_have_text(TITLES[2])
    expect(speaker.locator(".speaker-words")).to_have_text("Sit down.")
    expect(speaker.locator(".speaker-coming")).to_have_text("This is the last slide.")
    assert violations(speaker) == []
    with speaker.expect_event("close"):
        page.go_back()
    expect(page.locator(".presenter")).to_have_count(0)
    reader.sees_portfolio("presentation")


def test_notes_stand_beside_the_slide_where_no_second_window_opens(learner: Link, read: Read) -> None:
    reader = read(**WIDE)
    reader.open(learner, "presentation")
    reader.page.evaluate("window.open = () => null; null")
    start(reader)
    assert violations(reader.page) == []
    reader.page.emulate_media(color_scheme="dark")
    assert violations(reader.page, COLOURS) == []
    reader.page.get_by_role("button", name="Notes and timer").click()
    expect(reader.page.locator(".presenter .speaker-words")).to_be_visible()
    expect(reader.page.locator(".presenter .speaker-here")).to_be_visible()
    assert violations(reader.page) == []
    reader.page.emulate_media(color_scheme="light")
    assert violations(reader.page, COLOURS) == []
    # A busy browser gives the whole screen late, and takes it back for the second window: nobody wished to leave.
    assert reader.page.evaluate(LATE_SCREEN) == "stays"
    # A page that was put aside and comes back counts on.
    reader.page.evaluate("dispatchEvent(new Event('pagehide')); null")
    reader.page.get_by_role("button", name="Notes and timer").click()
    told = reader.page.get_by_role("timer").text_content()
    reader.until(f"document.querySelector('.speaker-time').textContent !== {told!r}")


def test_a_swipe_turns_the_slide_on_a_phone(learner: Link, read: Read) -> None:
    reader = read(**PHONE)
    title = present(reader, learner)
    expect(title).to_have_text(TITLES[0])
    swipe(reader)
    expect(title).to_have_text(TITLES[1])
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    small = "buttons => buttons.filter((one) => one.getBoundingClientRect().height < 44).length"
    assert reader.page.locator(".presenter-bar button").evaluate_all(small) == 0
    reader.page.get_by_role("button", name="Leave").click()
    expect(reader.page.locator(".presenter")).to_have_count(0)


def test_slides_run_from_right_to_left_where_the_language_does(school: Built, read: Read) -> None:
    reader = read(**WIDE)
    reader.open(school.link("layla-haddad", "عائلة ليلى"), "presentation")
    reader.page.locator("[data-act=present]").click()
    shown = reader.page.locator(".presenter .slides > .present")
    expect(shown).to_have_attribute("data-kind", "opening")
    reader.page.keyboard.press("ArrowLeft")
    expect(shown).not_to_have_attribute("data-kind", "opening")


def test_slides_sheet_and_handout_are_printed_as_they_are_chosen(school: Built, read: Read) -> None:
    reader = read()
    page = reader.page
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader.visit(panel, "presentation")
    page.evaluate(f"{NOTE_PRINTING} null")
    page.get_by_label("Passphrase").fill(panel.passphrase)
    page.keyboard.press("Enter")
    reader.sees_portfolio("presentation")
    page.get_by_text("Print it").click()

    def printed(way: str) -> Paper:
        page.get_by_label(way).check()
        page.get_by_role("button", name="Print", exact=True).click()
        assert reader.until("window.printed") == reader.address(panel, secret="")
        paper = Paper(page.pdf(prefer_css_page_size=True))
        assert panel.secret.encode() not in paper.raw
        # The address and the links come back before the next sheet is chosen.
        page.keyboard.press("Shift")
        page.evaluate("closeDialog()")
        return paper

    sheets = {"One slide a page": 3, "Two slides a page": 2, "Six slides a page": 1}
    for way, count in sheets.items():
        paper = printed(way)
        assert len(paper.sheets) == count
        assert all("".join(title.split()) in paper.text for title in TITLES)
    (feedback,) = printed("A feedback sheet for the panel").sheets
    assert "WhatIsawevidenceof" in feedback
    assert "Theharbor" not in feedback
    (plain,) = printed("A handout of one page").sheets
    assert "Itrolls" in plain
    expect(page.locator(".sheet-code svg")).to_have_count(0)
    page.get_by_label("Put a code on the handout").check()
    expect(page.locator(".sheet-code svg")).to_have_count(1)
