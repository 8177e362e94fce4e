"""Pages that are turned, pictures that move, films behind their posters: seen with what it costs to see them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from browser.built import Built, Link
from browser.findings import violations
from browser.reader import Read, Reader

PHONE = {"viewport": {"width": 390, "height": 740}}
NATURAL = "image => [image.naturalWidth, image.naturalHeight]"
STRETCHED = """images => images.map((image) => [
  image.dataset.media, image.clientWidth * image.naturalHeight / (image.clientHeight * image.naturalWidth),
]).filter(([, ratio]) => ratio < 0.98 || ratio > 1.02)"""
# As by one that is far from what is looked at, and comes near again.
CLOSE = """(image) => {
  const { src } = image;
  image.removeAttribute("src");
  image.dispatchEvent(new Event("picture-closed"));
  return new Promise((resolve) => setTimeout(() => resolve(image.src = src)));
}"""
# What moved on the page by itself, as the browser counts it. Source: Layout Instability, section 2.
SHIFTS = """addEventListener("DOMContentLoaded", () => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: "layout-shift", buffered: true });
});"""


@pytest.fixture
def layla(school: Built) -> Link:
    return school.link("layla-haddad", "عائلة ليلى")


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def fetched(reader: Reader, school: Built, link: Link) -> set[str]:
    """The tokens of the media that were asked for so far."""
    names = {str(entry["blob"]): token for token, entry in school.tree(link).manifest["media"].items()}
    blobs = {url.rpartition("/")[2].removesuffix(".age") for url in reader.fetched if "/b/" in url}
    return {names[blob] for blob in blobs if blob in names}


def test_pages_of_a_document_are_opened_as_they_are_turned(school: Built, layla: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(layla, "evidence")
    log = reader.page.locator("#log")
    page, said = log.locator("img"), log.locator(".sheets-said")
    log.scroll_into_view_if_needed()
    expect(page).to_have_attribute("data-state", "ready")
    assert page.evaluate(NATURAL) == [339, 480]
    expect(said).to_have_text("The first tide")
    assert not {"log.p2", "log.p3", "log.words"} & fetched(reader, school, layla)

    back, ahead = log.get_by_role("button").all()
    expect(back).to_have_attribute("aria-disabled", "true")
    ahead.click()
    expect(said).to_have_text("The second tide")
    expect(page).to_have_attribute("data-state", "ready")
    assert page.evaluate(NATURAL) == [1018, 1440]
    assert "log.p3" not in fetched(reader, school, layla)
    # The page runs from right to left, so forward is to the left.
    reader.page.keyboard.press("ArrowLeft")
    expect(said).to_have_text("The last tide")
    expect(page).to_have_attribute("data-state", "ready")
    expect(ahead).to_have_attribute("aria-disabled", "true")
    expect(ahead).to_be_focused()
    reader.page.keyboard.press("Home")
    expect(said).to_have_text("The first tide")
    expect(page).to_have_attribute("data-state", "ready")
    assert violations(reader.page) == []


def test_picture_that_moves_can_be_stopped_and_a_drawing_runs_nothing(school: Built, layla: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(layla, "evidence")
    tide = reader.page.locator("#tide")
    tide.scroll_into_view_if_needed()
    control = tide.locator("button.motion")
    expect(control).to_have_attribute("data-state", "moving")
    assert {"tide.0", "tide.moving"} <= fetched(reader, school, layla)
    running = tide.locator("img").get_attribute("src")
    control.click()
    assert tide.locator("img").get_attribute("src") != running
    expect(control).to_have_attribute("data-state", "still")
    control.click()
    expect(tide.locator("img")).to_have_attribute("src", str(running))

    chart = reader.page.locator("#plan img")
    chart.scroll_into_view_if_needed()
    expect(chart).to_have_attribute("data-state", "ready")
    box = chart.bounding_box()
    assert box
    assert box["width"] / box["height"] == pytest.approx(1.5, abs=0.01)
    assert reader.page.title() != "taken"


def test_nothing_moves_for_readers_who_ask_for_rest(school: Built, layla: Link, read: Read) -> None:
    reader = read(**PHONE, reduced_motion="reduce")
    reader.open(layla, "evidence")
    reader.sees_pictures()
    tide = reader.page.locator("#tide")
    assert "tide.moving" not in fetched(reader, school, layla)
    # A picture that is closed while its moving file is on the way can be stopped when it moves later.
    held: list[Route] = []
    part = f"**/{school.media_blob(layla, 'tide.moving')}.age"
    reader.page.route(part, lambda route: held.append(route))
    control = tide.locator("button.motion")
    with reader.page.expect_request(part):
        control.click()
    tide.locator("img").evaluate(CLOSE)
    reader.page.unroute(part)
    control.click()
    expect(control).to_have_attribute("data-state", "moving")
    assert "tide.moving" in fetched(reader, school, layla)


def test_nothing_on_the_page_moves_when_pictures_come_and_each_fits_its_place(
    school: Built, family: Link, read: Read
) -> None:
    reader = read(fresh=True, viewport={"width": 390, "height": 740}, device_scale_factor=2)
    reader.page.add_init_script(SHIFTS)
    reader.open(family, "evidence")
    reader.sees_pictures()
    assert reader.page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)") < 0.001
    seen = fetched(reader, school, family)
    # A phone of double density shows 354 points with 708 pixels.
    assert {"harbor.1", "report.p1", "rolling.poster0"} <= seen
    assert not {"harbor.0", "harbor.2", "rolling"} & seen
    # On paper a page is as high as fits, and no picture is drawn out of its shape.
    reader.page.set_viewport_size({"width": 1200, "height": 400})
    reader.page.emulate_media(media="print")
    assert reader.page.locator("main img[data-state]").evaluate_all(STRETCHED) == []
    reader.page.emulate_media(media="screen")
    poster = reader.page.locator("#rolling .media-poster")
    assert poster.evaluate(NATURAL) == [64, 48]
    poster.click()
    expect(reader.page.locator("#rolling video")).to_be_visible()
    expect(poster).to_have_count(0)
