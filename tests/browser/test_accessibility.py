"""Zero findings of axe on every page, in light and in dark."""

from __future__ import annotations

from typing import Any

import pytest

from browser.built import Built, Link
from browser.findings import COLOURS, EVERYTHING, violations
from browser.reader import Read, Reader

PHONE = {"viewport": {"width": 390, "height": 740}}


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def go_through(reader: Reader, link: Link, options: dict[str, Any] = EVERYTHING) -> dict[str, list[str]]:
    reader.open(link)
    found = {}
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.sees_pictures()
        found[slug] = violations(reader.page, options)
    return {slug: places for slug, places in found.items() if places}


def test_every_page_is_without_findings(family: Link, read: Read) -> None:
    assert go_through(read(), family) == {}


def test_every_page_is_without_findings_in_the_dark(family: Link, read: Read) -> None:
    assert go_through(read(color_scheme="dark"), family, COLOURS) == {}


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_locked_page_is_without_findings(school: Built, family: Link, read: Read, scheme: str) -> None:
    reader = read(color_scheme=scheme)
    found = {}
    for reason, secret in {"no-secret": "", "changed": "cut-short", "unopened": "A" * 43}.items():
        reader.visit(family, secret=secret)
        reader.sees_locked(reason)
        found[reason] = violations(reader.page)
    reader.page.route("**/grant.age", lambda route: route.abort())
    reader.visit(family)
    reader.sees_locked("network")
    found["network"] = violations(reader.page)
    reader.forgive("ERR_FAILED")
    reader.page.unroute("**/grant.age")
    reader.visit(school.link("maya-okafor", "Panel of the technical center"))
    reader.sees_locked("passphrase")
    found["passphrase"] = violations(reader.page)
    reader.page.get_by_label("Passphrase").fill("wrong")
    reader.page.keyboard.press("Enter")
    reader.page.locator("[aria-invalid=true]").wait_for()
    found["wrong passphrase"] = violations(reader.page)
    assert {reason: places for reason, places in found.items() if places} == {}


def test_page_without_script_is_without_findings(family: Link, read: Read) -> None:
    reader = read()
    reader.page.route("**/viewer*.js", lambda route: route.abort())
    reader.visit(family)
    reader.page.locator("[role=alert] h2").first.wait_for()
    reader.forgive("ERR_FAILED")
    assert violations(reader.page) == []
