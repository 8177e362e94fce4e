"""What a link shows, from whatever place the site is served."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.built import Built
from browser.findings import violations
from browser.host import Host
from browser.reader import Read, Reader, new_tab

NAMES = {"maya-okafor": "Maya Okafor", "layla-haddad": "ليلى حدّاد", "jo-oneill": "Jo <b>O'Neill</b> & Co"}
FAMILIES = {"maya-okafor": "Ngozi Okafor", "layla-haddad": "عائلة ليلى", "jo-oneill": "Family"}


@pytest.mark.parametrize("student", NAMES)
def test_link_shows_the_learner_in_the_one_h1(school: Built, read: Read, student: str) -> None:
    reader = read()
    reader.open(school.link(student, FAMILIES[student]))
    expect(reader.page.locator("h1")).to_have_text([NAMES[student]])
    assert NAMES[student] in reader.page.title()


def test_every_page_of_the_contents_opens_under_its_own_heading(school: Built, read: Read) -> None:
    reader = read()
    reader.open(school.link("maya-okafor", "Ngozi Okafor"))
    slugs = reader.slugs()
    pages = ["cover", "about", "goals", "evidence", "growth", "reflections", "journey", "transition", "presentation"]
    assert slugs == [*pages, "reply"]
    headings = set()
    for slug in slugs:
        reader.turn_to(slug)
        expect(reader.contents(slug)).to_have_attribute("aria-current", "page")
        expect(reader.page.locator("nav.contents [aria-current]")).to_have_count(1)
        heading = reader.page.locator("main h2").first
        expect(heading).to_be_visible()
        headings.add(heading.inner_text())
    assert len(headings) == len(slugs)


def test_site_works_at_the_root_of_a_host(school: Built, read: Read, root_host: Host) -> None:
    reader = read(at=root_host, below="")
    reader.open(school.link("maya-okafor", "Ngozi Okafor"), "evidence")
    expect(reader.page.locator("h1")).to_have_text(["Maya Okafor"])
    reader.sees_pictures()


def test_link_opens_in_the_browser_that_people_have(
    school: Built, chromium_with_windows: Browser, root_host: Host
) -> None:
    reader = Reader(new_tab(chromium_with_windows, {}), root_host, "")
    reader.open(school.link("maya-okafor", "Ngozi Okafor"))
    expect(reader.page.locator("h1")).to_have_text(["Maya Okafor"])
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.sees_pictures()
    assert reader.unforgiven() == []
    assert reader.strangers() == []


def test_family_does_not_hold_what_is_for_the_advisor_alone(school: Built, read: Read) -> None:
    reader = read()
    seen = {}
    for recipient in ("Ngozi Okafor", "Maya"):
        reader.open(school.link("maya-okafor", recipient))
        texts = []
        for slug in reader.slugs():
            reader.turn_to(slug)
            texts.append(reader.page.content())
        seen[recipient] = "".join(texts)
    assert "T-0417" in seen["Maya"]
    assert "T-0417" not in seen["Ngozi Okafor"]


def test_page_without_script_says_what_is_needed(school: Built, read: Read) -> None:
    reader = read(java_script_enabled=False)
    reader.visit(school.link("maya-okafor", "Ngozi Okafor"))
    reader.waits_for_the_fallback()
    expect(reader.page.locator("[data-waypost=locked] [role=alert] h2").first).to_be_visible()


def test_page_whose_script_is_missing_says_what_is_needed_without_findings(school: Built, read: Read) -> None:
    reader = read()
    reader.page.route("**/viewer*.js", lambda route: route.abort())
    reader.visit(school.link("maya-okafor", "Ngozi Okafor"))
    reader.waits_for_the_fallback()
    expect(reader.page.locator("[data-waypost=locked] [role=alert] h2").first).to_be_visible()
    reader.forgive("ERR_FAILED")
    assert violations(reader.page) == []
