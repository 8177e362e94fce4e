"""A link that is not as it was handed out opens nothing, and the page says what to do."""

from __future__ import annotations

import re
import string

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.reader import Read

ALPHABET = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
CONTACT = "Ms. Lindqvist"


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def changed(secret: str, place: int, by: int = 1) -> str:
    character = ALPHABET[(ALPHABET.index(secret[place]) + by) % len(ALPHABET)]
    return secret[:place] + character + secret[place + 1 :]


@pytest.mark.parametrize("place", [0, 1, 21, 41, 42], ids=["first", "second", "middle", "42nd", "43rd"])
def test_changed_character_of_the_secret_opens_nothing(family: Link, read: Read, place: int) -> None:
    # The first character also says whether a passphrase is asked for: half way round the alphabet it stays as it is.
    by = 1 if place or ALPHABET.index(family.secret[0]) % 32 != 31 else -1
    reader = read()
    reader.visit(family, secret=changed(family.secret, place, by))
    page = reader.page.locator("[data-waypost=locked] main")
    expect(page).to_have_attribute("data-reason", re.compile("^(changed|unopened)$"))
    expect(page.get_by_role("alert")).to_contain_text(CONTACT)
    reader.sees_nothing_of("Okafor")


def test_no_other_spelling_of_the_same_secret_opens_anything(family: Link, read: Read) -> None:
    # The last character holds two bits that belong to no byte: three others decode to the same secret.
    reader = read()
    for by in (1, 2, 3):
        reader.visit(family, secret=changed(family.secret, 42, by))
        expect(reader.page.locator("[data-waypost=locked] [role=alert]")).to_contain_text(CONTACT)
    reader.sees_nothing_of("Okafor")


@pytest.mark.parametrize("odd", ["cut short", "too long", "after a space", "a page alone"])
def test_secret_of_another_length_is_told_as_changed(family: Link, read: Read, odd: str) -> None:
    whole = family.secret
    reader = read()
    odds = {"cut short": whole[:-1], "too long": f"{whole}A", "after a space": f"%20{whole}", "a page alone": "goals"}
    reader.visit(family, secret=odds[odd])
    assert CONTACT in reader.sees_locked("changed")
    reader.sees_nothing_of("Okafor")


def test_address_without_a_fragment_says_what_a_link_looks_like_and_whom_to_ask(family: Link, read: Read) -> None:
    reader = read()
    reader.visit(family, secret="")
    help_text = reader.sees_locked("no-secret")
    assert CONTACT in help_text
    assert f"{reader.host.origin}/some/school/{family.path}#" in help_text
    expect(reader.page.locator("h1")).to_have_count(1)
    reader.sees_nothing_of("Okafor")


def test_route_without_a_secret_is_told_as_missing(family: Link, read: Read) -> None:
    reader = read()
    reader.page.goto(f"{reader.address(family, secret='')}#/goals")
    reader.sees_locked("no-secret")
    reader.sees_nothing_of("Okafor")


def test_withdrawn_link_opens_nothing_and_everybody_elses_goes_on(school: Built, read: Read) -> None:
    withdrawn = school.link("maya-okafor", "The old club")
    reader = read()
    answer = reader.page.goto(reader.address(withdrawn))
    # Its page is gone from the host with its grant: what is seen is the host's own word that there is nothing.
    assert answer
    assert answer.status == 404
    assert "Okafor" not in reader.page.content()
    reader.forgive("404")
    reader.open(school.link("maya-okafor", "Ngozi Okafor"))


def test_withdrawn_link_whose_page_is_still_remembered_says_so(family: Link, read: Read) -> None:
    reader = read()
    reader.page.route("**/grant.age", lambda route: route.fulfill(status=404))
    reader.visit(family)
    assert CONTACT in reader.sees_locked("withdrawn")
    reader.sees_nothing_of("Okafor")
    reader.forgive("404")


def test_other_secret_in_an_open_tab_closes_the_portfolio(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "goals")
    reader.page.evaluate("location.hash = '#' + 'A'.repeat(43)")
    reader.sees_locked("unopened")
    reader.sees_nothing_of("Okafor")
    reader.page.go_back()
    reader.sees_portfolio("goals")


def test_link_of_one_learner_does_not_open_another(school: Built, family: Link, read: Read) -> None:
    reader = read()
    reader.visit(family, secret=school.link("jo-oneill", "Family").secret)
    reader.sees_locked("unopened")
    reader.sees_nothing_of("Okafor")


def test_locked_page_speaks_the_readers_language(family: Link, read: Read) -> None:
    english, spanish = read(locale="en-US"), read(locale="es-MX")
    titles = []
    for reader in (english, spanish):
        reader.visit(family, secret="")
        reader.sees_locked("no-secret")
        titles.append(reader.page.locator("h1").inner_text())
    assert spanish.page.locator("html").get_attribute("lang") == "es"
    assert titles[0] != titles[1]
