"""Growth and the map: folded on a phone, spread out on a wide screen, whole on paper."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import expect

from browser.built import Built
from browser.findings import violations
from browser.reader import Read

PHONE = {"viewport": {"width": 390, "height": 740}}
WIDE = {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"}
OUTSIDE = """() => [...document.querySelectorAll(".growth-picture")].flatMap((picture) => {
  const room = picture.getBoundingClientRect();
  const beyond = (box) => box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom;
  return [...picture.querySelectorAll(".mark path, text")]
    .map((one) => one.getBoundingClientRect())
    .filter((box) => beyond(box) || box.top < room.top);
}).length"""


def test_on_a_phone_pictures_stand_first_and_words_unfold_by_keyboard(school: Built, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(school.link("maya-okafor", "Ngozi Okafor"), "growth")
    page = reader.page
    picture = page.get_by_role("img", name="Investigating nature: moments in time")
    expect(picture).to_be_visible()
    expect(picture).to_have_accessible_description(
        "Levels from the first to the last: Wading, Swimming, Diving. October 5, 2025: Wading (Me). "
        "March 6, 2026: Swimming (Mr. Abara, Teacher)."
    )
    assert page.evaluate(OUTSIDE) == 0
    words = page.locator("#science table")
    expect(words).to_be_hidden()
    page.locator("#science summary").press("Enter")
    expect(words).to_be_visible()
    expect(page.get_by_role("heading", name="What moved since September 10, 2025")).to_be_visible()
    assert violations(page) == []
    reader.turn_to("goals")
    line = page.locator(".map-goal").first
    stops = [stop.bounding_box() for stop in line.locator(".map-stop").all()]
    assert all(one and next_ and one["y"] + one["height"] <= next_["y"] + 1 for one, next_ in pairwise(stops))
    line.locator("summary").press("Enter")
    expect(line.get_by_role("link", name="All about this goal")).to_be_hidden()
    assert violations(page) == []


def test_on_a_wide_screen_stops_lie_along_and_nothing_is_folded_away(school: Built, read: Read) -> None:
    reader = read(**WIDE)
    reader.open(school.link("maya-okafor", "Ngozi Okafor"), "growth")
    page = reader.page
    expect(page.locator("#science table")).to_be_visible()
    expect(page.locator("#science summary")).to_be_hidden()
    piece = page.locator("#science table").get_by_role("link").first
    piece.focus()
    expect(piece).to_be_focused()
    assert page.evaluate(OUTSIDE) == 0
    assert violations(page) == []
    reader.turn_to("goals")
    run = page.locator(".map-branch", has_text="A robot that crosses").locator("> .map-line > .map-run")
    boxes = [stop.bounding_box() for stop in run.locator("> [role=listitem]").all()]
    places = [(box["y"], box["x"]) for box in boxes if box]
    assert places == sorted(places)
    assert len({y for y, _ in places[:3]}) == 1 < len(places[:3])
    assert violations(page) == []
    page.locator(".map").get_by_role("link", name="Add a tail for balance").click()
    expect(page.locator("#tail")).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.locator(".map-goal-head").first).to_be_visible()
    expect(page.locator(".map-goal > summary").first).to_be_hidden()
    page.emulate_media(media="screen")
