"""`waypost open` writes what the browser shows: the same words, the same bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.built import Built, Link, waypost
from browser.reader import Read, Reader

# The viewer's own words around films and pictures, and what only a script can do, are not the portfolio's.
WORDS = """() => {
  const own = "main :is(.picture-open-words, .media-play, .media-status, [data-script])";
  document.querySelectorAll(own).forEach((one) => one.remove());
  return document.querySelector("main").innerText.split(/\\s+/).filter(Boolean).join(" ");
}"""
DIGEST = """async (address) => {
  const content = await (await fetch(address)).arrayBuffer();
  const digest = await crypto.subtle.digest("SHA-256", content);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}"""


def write_out(school: Built, link: Link, folder: Path) -> Path:
    """What `waypost open` writes of a link."""
    words = ("open", str(school.site), link.url, "--to", str(folder))
    if link.passphrase:
        waypost(school.root, *words, "--passphrase-stdin", typed=f"{link.passphrase}\n")
    else:
        waypost(school.root, *words)
    return folder


def shown_words(reader: Reader) -> dict[str, str]:
    words = {}
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.plays_everything()
        words[slug] = reader.page.evaluate(WORDS)
    return words


@pytest.mark.parametrize("recipient", ["Ngozi Okafor", "Panel of the technical center"])
def test_written_pages_hold_the_words_that_the_browser_shows(
    school: Built, read: Read, chromium: Browser, tmp_path: Path, recipient: str
) -> None:
    link = school.link("maya-okafor", recipient)
    reader = read()
    reader.visit(link)
    if link.passphrase:
        reader.page.get_by_label("Passphrase").fill(link.passphrase)
        reader.page.keyboard.press("Enter")
    reader.sees_portfolio()
    shown = shown_words(reader)
    assert all(shown.values())
    lang = reader.page.locator("html").get_attribute("lang")

    folder = write_out(school, link, tmp_path / "opened")
    written = {}
    with chromium.new_context() as context:
        page = context.new_page()
        for slug in shown:
            page.goto((folder / ("index.html" if slug == "cover" else f"{slug}.html")).as_uri())
            written[slug] = page.evaluate(WORDS)
            assert page.locator("h1").all_inner_texts() == ["Maya Okafor"]
            assert page.locator("html").get_attribute("lang") == lang
            for picture in page.locator("main img[src]").all():
                picture.scroll_into_view_if_needed()
                assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert written == shown
    assert len(list(folder.glob("*.html"))) == len(shown)


def test_written_files_are_the_very_bytes_that_the_browser_opens(school: Built, read: Read, tmp_path: Path) -> None:
    link = school.link("maya-okafor", "Ngozi Okafor")
    # The page's own policy lets nothing fetch what was opened, this test neither.
    reader = read(fresh=True, bypass_csp=True, viewport={"width": 390, "height": 740})
    reader.open(link, "evidence")
    reader.sees_pictures()
    shown: dict[str, str] = {}

    def note(token: str, selector: str) -> None:
        source = reader.page.locator(selector).get_attribute("src")
        shown[token] = str(reader.page.evaluate(DIGEST, source))

    for token in ("harbor.0", "sketch.0", "rolling.poster0", "report.p0"):
        note(token, f"main img[data-media='{token}']")
    for token, kind in {"voice": "audio", "rolling": "video"}.items():
        reader.page.locator(f"#{token}").get_by_role("button").click()
        reader.page.locator(f"#{token} {kind}").wait_for()
        note(token, f"#{token} {kind}")
    for token in ("report", "ledger"):
        with reader.page.expect_download() as download:
            reader.page.locator(f"a[data-download={token}]").click()
        shown[token] = hashlib.sha256(Path(download.value.path()).read_bytes()).hexdigest()
    reader.page.locator("#harbor button:has(img)").click()
    reader.sees_pictures()
    note("harbor.2", "main.picture-page img")

    folder = write_out(school, link, tmp_path / "opened")
    files = [path for path in (folder / "media").rglob("*") if path.is_file()]
    written = {path.parent.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    # The browser takes the size that fits its screen; a folder has them all.
    assert written.keys() - shown.keys() == {"harbor.1", "report.p1"}
    assert {token: written[token] for token in shown} == shown
