"""Zero findings of axe on every page, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.built import Built, Link
from browser.findings import COLOURS, violations
from browser.reader import Read, Reader

PHONE = {"viewport": {"width": 390, "height": 740}}


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def found_by_day_and_night(page: Page) -> list[str]:
    """By night, only colours can become wrong that were not wrong before."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def go_through(reader: Reader, link: Link, look: Callable[[Page], list[str]] = violations) -> dict[str, list[str]]:
    reader.open(link)
    found = {}
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.sees_pictures()
        found[slug] = look(reader.page)
    return {slug: places for slug, places in found.items() if places}


def test_every_page_is_without_findings_by_day_and_in_the_dark(family: Link, read: Read) -> None:
    assert go_through(read(), family, found_by_day_and_night) == {}


def test_every_page_is_without_findings_on_a_phone_in_arabic(school: Built, read: Read) -> None:
    assert go_through(read(**PHONE), school.link("layla-haddad", "عائلة ليلى")) == {}


def test_every_page_with_nothing_on_it_yet_is_without_findings(school: Built, read: Read) -> None:
    assert go_through(read(), school.link("jo-oneill", "Family")) == {}


def test_opened_media_and_large_pictures_are_without_findings(family: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(family, "evidence")
    reader.page.locator("#voice button").click()
    reader.page.locator("#voice audio").wait_for()
    assert violations(reader.page) == []
    reader.page.locator("#harbor button:has(img)").click()
    reader.sees_pictures()
    assert violations(reader.page) == []


def test_contents_that_are_open_on_a_phone_are_without_findings(family: Link, read: Read) -> None:
    reader = read(**PHONE)
    reader.open(family, "goals")
    reader.page.locator("nav summary").click()
    assert violations(reader.page) == []


def test_picture_that_failed_is_without_findings(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    reader.open(family, "journey")
    reader.context.set_offline(True)
    reader.turn_to("evidence")
    reader.page.locator("main").get_by_role("note").nth(1).wait_for()
    reader.forgiven.append("ERR_INTERNET_DISCONNECTED")
    assert violations(reader.page) == []


def test_every_locked_page_is_without_findings_by_day_and_in_the_dark(school: Built, family: Link, read: Read) -> None:
    reader = read()
    found = {}
    for reason, secret in {"no-secret": "", "changed": "cut-short", "unopened": "A" * 43}.items():
        reader.visit(family, secret=secret)
        reader.sees_locked(reason)
        found[reason] = found_by_day_and_night(reader.page)
    reader.page.route("**/grant.age", lambda route: route.abort())
    reader.visit(family)
    reader.sees_locked("network")
    found["network"] = found_by_day_and_night(reader.page)
    reader.forgive("ERR_FAILED")
    reader.page.unroute("**/grant.age")
    reader.visit(school.link("maya-okafor", "Panel of the technical center"))
    reader.sees_locked("passphrase")
    found["passphrase"] = found_by_day_and_night(reader.page)
    reader.page.get_by_label("Passphrase").fill("wrong")
    reader.page.keyboard.press("Enter")
    reader.page.locator("[aria-invalid=true]").wait_for()
    found["wrong passphrase"] = found_by_day_and_night(reader.page)
    assert {reason: places for reason, places in found.items() if places} == {}
