"""Pictures, recordings, films and files, opened in the page when they are wanted."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Route, expect

from browser.built import Built, Link
from browser.exhibits import PHOTOGRAPH, SKETCH
from browser.findings import violations
from browser.reader import Read

PHONE = {"viewport": {"width": 390, "height": 740}}
GONE = """new Promise((resolve) => {
  const image = new Image();
  image.onload = () => resolve(false);
  image.onerror = () => resolve(true);
  image.src = "%s";
})"""
EXTENT = "image => [image.offsetWidth, image.offsetHeight, document.documentElement.scrollHeight]"
NATURAL = "image => [image.naturalWidth, image.naturalHeight]"


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def test_pictures_are_opened_in_the_page(family: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(family, "evidence")
    reader.sees_pictures()
    pictures = reader.page.locator("main img[data-media]")
    sizes = []
    for picture in pictures.all():
        source = picture.get_attribute("src")
        assert source
        assert source.startswith("blob:")
        # A film's poster says nothing that the film beside it does not.
        assert picture.get_attribute("alt") or picture.get_attribute("class") == "media-poster"
        sizes.append(tuple(picture.evaluate(NATURAL)))
    assert sizes == [(480, round(480 * PHOTOGRAPH[1] / PHOTOGRAPH[0])), SKETCH, (64, 48), (339, 480)]


def test_picture_keeps_its_place_before_it_is_opened(school: Built, family: Link, read: Read) -> None:
    reader = read(**PHONE)
    held: list[Route] = []
    reader.page.route(f"**/{school.media_blob(family, 'harbor.0')}.age", lambda route: held.append(route))
    reader.open(family, "evidence")
    picture = reader.page.locator("#harbor img")
    expect(picture).to_have_attribute("data-state", "opening")
    before = picture.bounding_box()
    # What takes its time says so, over the place that is kept.
    expect(reader.page.locator("#harbor .picture-wait")).to_contain_text("Opening, ")
    assert picture.bounding_box() == before
    held[0].continue_()
    expect(picture).to_have_attribute("data-state", "ready")
    # The box may be a fraction of a pixel narrower, by which nothing else moves.
    assert picture.bounding_box() == pytest.approx(before, abs=0.1)


def test_picture_opens_large_on_a_page_of_its_own(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "evidence")
    picture = reader.page.locator("#harbor button:has(img)")
    picture.click()
    large = reader.page.locator("main:visible img")
    expect(large).to_have_attribute("data-state", "ready")
    assert large.evaluate(NATURAL) == [1600, 1067]
    expect(large).to_have_attribute("alt", "Grey water, a pier and a low orange sun")
    expect(reader.page.locator("main:visible")).to_contain_text("The harbor at dawn")
    reader.page.reload()
    reader.sees_portfolio()
    expect(large).to_have_attribute("data-state", "ready")
    reader.page.locator("main:visible").get_by_role("button").click()
    reader.sees_portfolio("evidence")
    expect(picture).to_be_focused()


@pytest.mark.parametrize(("id_", "name"), [("report", "report.pdf"), ("ledger", "crab count.csv")])
def test_download_gives_the_file(school: Built, family: Link, read: Read, id_: str, name: str) -> None:
    reader = read()
    reader.open(family, "evidence")
    link = reader.page.locator(f"#{id_} a[data-download]")
    original = school.root / "portfolios" / "maya-okafor" / "evidence" / name
    for _ in range(2):
        with reader.page.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == name
        given = Path(download.value.path())
        if name.endswith(".pdf"):
            # A PDF is cleaned on its way, so it is the same to read and not the same bytes.
            with pikepdf.open(given) as pdf:
                assert b"The sand is firm" in pdf.pages[0].obj.Contents.read_bytes()
        else:
            assert given.read_bytes() == original.read_bytes()


def test_recording_plays_when_it_is_asked_for(school: Built, family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "evidence")
    blob = school.media_blob(family, "voice")
    sound = reader.page.locator("#voice audio")
    expect(sound).to_be_hidden()
    assert not any(blob in url for url in reader.fetched)
    reader.page.locator("#voice").get_by_role("button").click()
    expect(sound).to_be_visible()
    reader.until("document.querySelector('#voice audio').currentTime > 0.2")
    assert abs(sound.evaluate("sound => sound.duration") - 1) < 0.1
    expect(reader.page.locator("#voice button")).to_have_count(0)


def test_film_plays_when_it_is_asked_for(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "evidence")
    reader.page.locator("#rolling").get_by_role("button").click()
    film = reader.page.locator("#rolling video")
    expect(film).to_be_visible()
    reader.until("document.querySelector('#rolling video').currentTime > 0.1")
    assert film.evaluate("film => [film.videoWidth, film.videoHeight]") == [64, 48]


def test_only_what_is_looked_at_is_fetched(school: Built, family: Link, read: Read) -> None:
    names = {str(entry["blob"]): token for token, entry in school.tree(family).manifest["media"].items()}
    reader = read(**PHONE)

    def fetched() -> set[str]:
        blobs = (url.rpartition("/")[2].removesuffix(".age") for url in reader.fetched if "/b/" in url)
        return {names.get(blob, "pages") for blob in blobs}

    reader.open(family, "journey")
    assert fetched() == {"pages"}
    reader.turn_to("evidence")
    reader.sees_pictures()
    assert fetched() == {"pages", "harbor.0", "sketch.0", "rolling.poster0", "report.p0"}


def test_picture_that_is_far_away_gives_back_its_memory_and_keeps_its_place(family: Link, read: Read) -> None:
    reader = read(viewport={"width": 390, "height": 300})
    reader.open(family, "evidence")
    reader.page.evaluate("document.fonts.ready.then(() => null)")
    picture = reader.page.locator("#harbor img")
    expect(picture).to_have_attribute("data-state", "ready")
    address = picture.get_attribute("src")
    size = picture.evaluate(EXTENT)
    reader.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(picture).to_have_attribute("data-state", "waiting")
    assert picture.get_attribute("src") is None
    assert picture.evaluate(EXTENT) == pytest.approx(size, abs=0.1)
    reader.until(GONE % address)
    reader.page.evaluate("scrollTo(0, 0)")
    expect(picture).to_have_attribute("data-state", "ready")
    assert picture.get_attribute("src") != address
    # Behind a picture that is looked at by itself, nothing is given back.
    shown = picture.get_attribute("src")
    picture.click()
    expect(reader.page.locator("main:visible img")).to_have_attribute("data-state", "ready")
    large = reader.page.locator("main:visible img").get_attribute("src")
    reader.page.go_back()
    expect(picture).to_be_visible()
    assert picture.get_attribute("src") == shown
    reader.until(GONE % large)
    reader.forgive("ERR_FILE_NOT_FOUND")


def test_film_that_the_browser_cannot_play_is_offered_to_take_away(family: Link, read: Read) -> None:
    reader = read()
    # Where no thread may begin, the page opens its media itself.
    reader.page.add_init_script("delete window.Worker")
    reader.open(family, "evidence")
    piece = reader.page.locator("#rolling")
    piece.get_by_role("button").click()
    film = piece.locator("video")
    expect(film).to_be_visible()
    film.evaluate("film => film.dispatchEvent(new Event('error'))")
    expect(film).to_be_hidden()
    expect(piece.get_by_role("status").first).to_have_text(
        "This browser cannot play it. Download it, and another app may be able to."
    )
    with reader.page.expect_download() as download:
        piece.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == "rolling.webm"
    assert violations(reader.page) == []
