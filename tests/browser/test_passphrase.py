"""A link with a passphrase: neither half opens anything alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from browser.built import Built, Link
from browser.reader import Read, Reader


@pytest.fixture
def panel(school: Built) -> Link:
    link = school.link("maya-okafor", "Panel of the technical center")
    assert link.passphrase
    return link


def field(reader: Reader) -> Locator:
    reader.sees_locked("passphrase")
    return reader.page.get_by_label("Passphrase")


def test_passphrase_is_asked_for_then_refused_then_taken(panel: Link, read: Read) -> None:
    reader = read()
    reader.visit(panel, "goals/walking-robot")
    place = field(reader)
    expect(place).to_be_focused()
    place.fill("seldom-right-words")
    reader.page.keyboard.press("Enter")
    expect(place).to_have_attribute("aria-invalid", "true")
    expect(place).to_be_focused()
    expect(reader.page.get_by_role("alert")).to_contain_text("did not open")
    assert "Okafor" not in reader.page.content()

    place.fill(panel.passphrase)
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio("goals")
    expect(reader.page.locator("h1")).to_have_text(["Maya Okafor"])
    expect(reader.page.locator("#walking-robot")).to_be_focused()


def test_space_after_the_passphrase_does_no_harm(panel: Link, read: Read) -> None:
    reader = read()
    reader.visit(panel)
    field(reader).fill(f"{panel.passphrase} ")
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio()


def test_right_passphrase_with_a_changed_link_opens_nothing(panel: Link, read: Read) -> None:
    other = "A" if panel.secret[20] != "A" else "B"
    reader = read()
    reader.visit(panel, secret=panel.secret[:20] + other + panel.secret[21:])
    place = field(reader)
    place.fill(panel.passphrase)
    reader.page.keyboard.press("Enter")
    expect(place).to_have_attribute("aria-invalid", "true")
    assert "Okafor" not in reader.page.content()


def test_passphrase_is_not_remembered(panel: Link, read: Read) -> None:
    reader = read()
    reader.visit(panel)
    field(reader).fill(panel.passphrase)
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio()
    reader.page.reload()
    expect(field(reader)).to_have_value("")
    assert "Okafor" not in reader.page.content()


def test_passphrase_is_hidden_until_it_is_asked_to_show(panel: Link, read: Read) -> None:
    reader = read()
    reader.visit(panel)
    place = field(reader)
    expect(place).to_have_attribute("type", "password")
    show = reader.page.locator("[aria-pressed]")
    show.click()
    expect(place).to_have_attribute("type", "text")
    expect(show).to_have_attribute("aria-pressed", "true")
