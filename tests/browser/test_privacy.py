"""What a visit leaves behind and tells others: nothing but its day, on the reader's own device."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.host import running_host
from browser.reader import Read, Reader

KEPT = r"""async () => ({
  local: Object.values(localStorage).join().replace(/\d{4}-\d{2}-\d{2}/g, "day"),
  session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
HARM = """async (origin) => {
  const script = document.createElement("script"), image = new Image();
  script.textContent = "window.harmed = 1";
  image.src = `${origin}/pixel.png`;
  document.body.append(script, image);
  return fetch(`${origin}/`, { mode: "no-cors" }).then(() => "sent", () => "refused");
}"""
A_DAY = {"local": "day", "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def go_through_everything(reader: Reader, link: Link) -> None:
    """Opens every page, picture, recording, film and file that a link shows, and prints it all."""
    reader.page.add_init_script("window.print = () => { window.printed = true }")
    reader.open(link)
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.sees_pictures()
        reader.plays_everything()
        for file in reader.page.locator("a[data-download]").all():
            with reader.page.expect_download():
                file.click()
        for number in range(reader.page.locator("button:has(img)").count()):
            reader.page.locator("button:has(img)").nth(number).click()
            reader.sees_pictures()
            reader.page.go_back()
            reader.sees_portfolio(slug)
    reader.page.get_by_role("button", name="Print everything").click()
    reader.until("window.printed")


def test_visit_tells_nobody_anything_and_keeps_its_day_alone(school: Built, family: Link, read: Read) -> None:
    reader = read(fresh=True)
    before = len(reader.host.asked)
    go_through_everything(reader, family)
    assert reader.unforgiven() == []
    assert reader.strangers() == []
    asked = reader.host.asked[before:]
    assert len(asked) > 10
    blobs = set(school.tree(family).blobs)
    assert {one.path.rpartition("/")[2].removesuffix(".age") for one in asked if "/b/" in one.path} <= blobs
    for one in asked:
        assert not one.holds(family.secret)
        assert not one.holds(family.secret[:12])
        assert "cookie" not in one.headers.lower()
        assert family.id not in one.headers
    assert reader.page.evaluate(KEPT) == A_DAY
    (name,) = reader.page.evaluate("Object.keys(localStorage)")
    assert re.fullmatch("[0-9a-f]{32}", name)
    assert name not in (family.id, family.secret)
    assert reader.context.cookies() == []


def test_passphrase_leaves_nothing_of_itself_behind(school: Built, read: Read) -> None:
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader = read(fresh=True)
    before = len(reader.host.asked)
    reader.visit(panel)
    reader.page.get_by_label("Passphrase").fill(panel.passphrase)
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio()
    assert not any(one.holds(panel.passphrase) for one in reader.host.asked[before:])
    assert panel.passphrase not in reader.page.content()
    assert reader.page.evaluate(KEPT) == A_DAY


def test_script_in_a_learners_words_does_not_run(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "reflections")
    page = reader.page.locator("main")
    expect(page).to_contain_text("I spent ten weeks on wheels.")
    expect(page.locator("script, [onerror], a[href^=javascript]")).to_have_count(0)
    reader.page.get_by_text("one click").click()
    reader.sees_portfolio("reflections")
    assert reader.page.evaluate("window.harmed") is None


def test_policy_stops_what_a_page_should_never_do(family: Link, read: Read, tmp_path: Path) -> None:
    reader = read()
    reader.open(family)
    with running_host(tmp_path) as other:
        assert reader.page.evaluate(HARM, other.origin) == "refused"
        assert other.asked == []
    assert reader.page.evaluate("window.harmed") is None
    for directive in ("script-src", "img-src", "connect-src"):
        reader.hears(directive)
    reader.forgive("policy|Policy")
    # The browser tells of what it refused as of what it asked for; the other host was asked nothing.
    reader.fetched.clear()


def test_outside_links_tell_the_other_site_nothing(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family)
    found = 0
    for slug in reader.slugs():
        reader.turn_to(slug)
        for link in reader.page.locator("main a[href^=http]").all():
            found += 1
            expect(link).to_have_attribute("rel", "noopener noreferrer")
            expect(link).to_have_attribute("target", "_blank")
    assert found >= 2
    expect(reader.page.locator("meta[name=referrer]")).to_have_attribute("content", "no-referrer")
    expect(reader.page.locator("meta[name=robots]")).to_have_attribute("content", "noindex, nofollow, noarchive")
