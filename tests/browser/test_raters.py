"""Files of several raters: opened, added, refused, and laid side by side."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.filled import ASSESSMENT, NOON, choose, kept, payload, rate, rater, saved


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit("self-assessment.html", clock=NOON)


def test_several_raters_stand_side_by_side_and_nothing_is_kept(page: Page, visit: Visit) -> None:
    files = [
        rater(visit, "Ana Ruiz", "Developing", "Two of three"),
        rater(visit, "Ben Ode", "Performing", "All five", "csv"),
        rater(visit, "Chi Vo", "Developing", "", "md"),
    ]
    choose(page, files, "Choose several people")
    table = page.get_by_role("table", name="Several views side by side")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Ana Ruiz", "Ben Ode", "Chi Vo"]
    row = page.locator("[data-entry-row=flexibility]")
    expect(row.get_by_role("rowheader")).to_contain_text("They differ")
    expect(row.get_by_role("cell").locator(".value-choice")).to_have_text(["Developing", "Performing", "Developing"])
    expect(row).to_contain_text("All five")
    silent = page.locator("[data-entry-row=student-agency]")
    expect(silent.get_by_role("rowheader")).to_contain_text("Nobody says anything")
    expect(silent.get_by_role("cell").first).to_contain_text("Not rated yet")
    expect(page.locator("#comparison")).to_contain_text("They differ in: Flexibility.")
    page.get_by_label("Show only where they differ").check()
    expect(page.locator("[data-entry-row]:visible")).to_have_count(1)
    assert kept(page, ASSESSMENT) == []
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#comparison")).to_be_hidden()
    assert kept(page, ASSESSMENT) == []


def test_raters_rounds_are_kept_where_one_says_so(page: Page, visit: Visit) -> None:
    files = [rater(visit, "Ana Ruiz", "Developing"), rater(visit, "Ben Ode", "Performing")]
    choose(page, files, "Choose several people")
    page.get_by_role("button", name="Keep these rounds on this device").click()
    assert [sheet["head"]["rater"] for sheet in kept(page, ASSESSMENT)] == ["Ana Ruiz", "Ben Ode", ""]
    page.get_by_role("button", name="Undo").click()
    assert [sheet["head"]["rater"] for sheet in kept(page, ASSESSMENT)] == [""]


def test_mine_is_put_beside_the_one_that_was_chosen(page: Page, visit: Visit) -> None:
    page.get_by_label("Who rates").fill("Ana Ruiz")
    rate(page, "flexibility", "Developing")
    theirs = [rater(visit, "Ana Ruiz", "Developing")]
    choose(page, theirs, "Choose several people")
    expect(page.locator(".notice")).to_contain_text("There is only one to look at")
    page.get_by_label("Put mine beside them").check()
    choose(page, theirs, "Choose several people")
    headers = page.get_by_role("table").get_by_role("columnheader")
    expect(headers).to_have_text(["Ana Ruiz (This device)", "Ana Ruiz (self-assessment-2026-03-12.json)"])
    expect(page.locator("[data-entry-row=flexibility]").get_by_role("rowheader")).to_contain_text("They agree")


def test_files_that_cannot_be_read_are_named_and_the_others_shown(page: Page, visit: Visit) -> None:
    files = [
        rater(visit, "Ana Ruiz", "Developing"),
        rater(visit, "Ben Ode", "Performing"),
        payload("recipe.md", "# Pancakes\n\nTwo eggs.\n"),
        payload("huge.json", b"{" + b" " * 5_100_000),
        payload("letters.csv", "name;größe".encode("latin-1")),
    ]
    choose(page, files, "Choose several people")
    told = page.locator(".notice")
    expect(told).to_contain_text("recipe.md: This page did not save it.")
    expect(told).to_contain_text("huge.json: This file has 5.1 MB.")
    expect(told).to_contain_text("letters.csv: Its letters cannot be read")
    expect(page.get_by_role("columnheader")).to_have_text(["Ana Ruiz", "Ben Ode"])


def test_opening_a_file_asks_before_anything_changes(page: Page, visit: Visit) -> None:
    rate(page, "flexibility", "Initiating", "Mine")
    mine = kept(page, ASSESSMENT)
    theirs = rater(visit, "Ben Ode", "Performing")
    choose(page, theirs)
    expect(page.locator(".notice")).to_contain_text("holds one round: Round 1: Ben Ode, not finished yet.")
    assert kept(page, ASSESSMENT) == mine
    page.get_by_role("button", name="Cancel").click()
    assert kept(page, ASSESSMENT) == mine
    choose(page, theirs)
    page.get_by_role("button", name="Put it in the place of mine").click()
    assert [sheet["head"]["rater"] for sheet in kept(page, ASSESSMENT)] == ["Ben Ode"]
    page.get_by_role("button", name="Undo").click()
    assert kept(page, ASSESSMENT) == mine
    expect(page.locator("#flexibility").get_by_role("radio", name="Initiating")).to_be_checked()


def test_file_is_added_as_a_further_round(page: Page, visit: Visit) -> None:
    rate(page, "flexibility", "Initiating", "Mine")
    choose(page, rater(visit, "Ben Ode", "Performing"))
    page.get_by_role("button", name="Add it to my rounds").click()
    added, mine = kept(page, ASSESSMENT)
    assert (added["head"]["rater"], added["head"]["finished"]) == ("Ben Ode", "2026-03-12")
    assert mine["entries"]["flexibility"]["evidence"] == "Mine"


def test_file_of_the_planner_is_sent_there(page: Page, visit: Visit) -> None:
    rate(page, "flexibility", "Developing")
    before = kept(page, ASSESSMENT)
    planner = visit("planner.html")
    choose(page, saved(planner, "json"))
    expect(page.locator(".notice")).to_contain_text("Open it there.")
    assert kept(page, ASSESSMENT) == before
