"""A district decides, by area and by year, and sees where its planners differ."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from browser.conftest import Visit
from browser.filled import NOON, choose, kept, payload, saved
from browser.findings import findings
from browser.paper import Paper

KEY = "waypost-planner"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit("planner.html", clock=NOON)


def decide(page: Page, decision: str, **values: str) -> Locator:
    section = page.locator(f"#{decision}")
    labels = {"state": "State", "year": "Year"}
    for field, value in values.items():
        if field in labels:
            section.get_by_label(labels[field], exact=True).select_option(label=value)
        else:
            section.get_by_label({"owner": "Who answers for it", "notes": "Notes"}[field]).fill(value)
    return section


def plan_of(visit: Visit, name: str, kind: str = "json", **values: str) -> FilePayload:
    """The file of somebody who plans at another device."""
    page = visit("planner.html", clock=NOON)
    page.get_by_label("Who plans").fill(name)
    decide(page, "pl-rollout-plan", **values)
    return saved(page, kind)


def test_page_is_read_without_a_script(visit: Visit) -> None:
    page = visit("planner.html", java_script_enabled=False)
    expect(page.locator(".decision")).to_have_count(29)
    expect(page.get_by_text("It is decided when")).to_have_count(25)
    expect(page.get_by_role("button")).to_have_count(0)


def test_what_was_written_is_there_after_a_reload(page: Page) -> None:
    decide(page, "pl-rollout-plan", state="Decided", year="Year 2", owner="Ana Ruiz", notes="Two\nlines")
    page.reload()
    section = page.locator("#pl-rollout-plan")
    expect(section.get_by_label("State")).to_have_value("decided")
    expect(section.get_by_label("Year")).to_have_value("2")
    expect(section.get_by_label("Who answers for it")).to_have_value("Ana Ruiz")
    expect(section.get_by_label("Notes")).to_have_value("Two\nlines")


def test_counts_say_where_the_decisions_stand(page: Page) -> None:
    expect(page.locator("#standings")).to_have_text("Not begun: 25")
    decide(page, "pl-rollout-plan", state="Decided")
    expect(page.locator("#standings span")).to_have_text(["Not begun: 24", "Decided: 1"])
    assert "%" not in page.inner_text("main")


def test_lists_narrow_what_is_shown_and_count_it(page: Page) -> None:
    decide(page, "pl-rollout-plan", state="Decided", year="Year 0")
    decide(page, "workforce-plan", state="Decided", year="Year 3")
    lists = page.locator("#filters")
    lists.get_by_label("State").select_option(label="Decided (2)")
    expect(page.locator("#shown")).to_have_text("2 of 25 decisions are shown.")
    lists.get_by_label("Area").select_option(label="Operations (1)")
    expect(page.locator(".decision:visible")).to_have_attribute("id", "workforce-plan")
    lists.get_by_label("Year").select_option(label="Year 0 (0)")
    expect(page.locator("#shown")).to_contain_text("No decision fits.")
    for name in ("State", "Area", "Year"):
        lists.get_by_label(name).select_option("any")
    expect(page.locator(".decision:visible")).to_have_count(29)


def test_decision_that_is_being_written_stays_in_a_narrowed_list(page: Page) -> None:
    page.locator("#filters").get_by_label("State").select_option("")
    section = decide(page, "pl-rollout-plan", state="Decided")
    expect(section).to_be_visible()
    expect(page.locator("#filters").get_by_label("State")).to_have_value("")


def test_roadmap_shows_each_year_and_what_has_none(page: Page) -> None:
    decide(page, "pl-rollout-plan", state="Decided", year="Year 2", owner="Ana Ruiz")
    decide(page, "workforce-plan", year="Year 2")
    page.get_by_role("button", name="By year").click()
    year = page.get_by_role("region", name="Year 2")
    expect(year.get_by_role("listitem")).to_have_text(["PL Rollout PlanDecided, Ana Ruiz", "Workforce PlanNot begun"])
    expect(page.get_by_role("region", name="Year 0")).to_contain_text("Nothing is planned for this year yet.")
    expect(page.get_by_role("region", name="No year yet").get_by_role("listitem")).to_have_count(23)
    year.get_by_role("link", name="PL Rollout Plan").click()
    expect(page.locator("#pl-rollout-plan")).to_be_focused()
    expect(page.get_by_role("button", name="By area")).to_have_attribute("aria-pressed", "true")


def test_roadmap_leads_to_the_decision_that_the_address_names_already(visit: Visit) -> None:
    page = visit("planner.html#workforce-plan")
    page.get_by_role("button", name="By year").click()
    page.get_by_role("link", name="Workforce Plan").click()
    expect(page.locator("#workforce-plan")).to_be_focused()


def test_address_leads_to_its_decision(visit: Visit) -> None:
    page = visit("planner.html#workforce-plan")
    expect(page.locator("#workforce-plan")).to_be_in_viewport()
    expect(page.locator("#workforce-plan")).to_be_focused()


def test_data_to_look_at_is_ticked_off_with_how_often(page: Page) -> None:
    section = page.locator("#look-2")
    section.get_by_label("We look at this").check()
    section.get_by_label("How often").fill("twice a year")
    section.get_by_label("Notes").fill("Ben reads them")
    assert kept(page, KEY)[0]["entries"]["look-2"] == {
        "watched": "yes",
        "cadence": "twice a year",
        "notes": "Ben reads them",
    }


@pytest.mark.parametrize("kind", ["json", "csv", "md"])
def test_file_carries_everything_to_another_device(page: Page, visit: Visit, kind: str) -> None:
    page.get_by_label("Who plans").fill("@Ana; “Ruiz”")
    decide(page, "pl-rollout-plan", state="Under way", year="Year 0", owner="=Ben", notes="+1\n\n\ttwo, *three*")
    page.locator("#look-1").get_by_label("How often").fill("- monthly")
    file = saved(page, kind)
    assert file["name"] == f"rollout-plan-2026-03-12.{kind}"
    other = visit("planner.html")
    choose(other, file)
    assert kept(other, KEY) == kept(page, KEY)
    expect(other.locator("#pl-rollout-plan").get_by_label("Who answers for it")).to_have_value("=Ben")


def test_opening_a_file_fills_in_or_replaces_as_one_says(page: Page, visit: Visit) -> None:
    decide(page, "pl-rollout-plan", owner="Ana Ruiz")
    mine = kept(page, KEY)
    theirs = plan_of(visit, "Ben Ode", owner="Ben Ode", year="Year 1")
    choose(page, theirs)
    expect(page.locator(".notice")).to_contain_text("holds a plan: Plan: Ben Ode.")
    assert kept(page, KEY) == mine
    page.get_by_role("button", name="Fill in only what is empty").click()
    section = page.locator("#pl-rollout-plan")
    expect(section.get_by_label("Who answers for it")).to_have_value("Ana Ruiz")
    expect(section.get_by_label("Year")).to_have_value("1")
    page.get_by_role("button", name="Undo").click()
    assert kept(page, KEY) == mine
    choose(page, theirs)
    page.get_by_role("button", name="Put it in the place of mine").click()
    expect(section.get_by_label("Who answers for it")).to_have_value("Ben Ode")


def test_damaged_file_loses_nothing(page: Page) -> None:
    decide(page, "pl-rollout-plan", owner="Ana Ruiz")
    mine = kept(page, KEY)
    text = bytes(saved(page, "json")["buffer"]).decode()
    choose(page, payload("half.json", text[: len(text) // 2]))
    expect(page.locator(".notice")).to_contain_text("half.json: Part of it is broken or missing.")
    choose(page, payload("empty.csv", ""))
    expect(page.locator(".notice")).to_contain_text("empty.csv: There is nothing in it.")
    assert kept(page, KEY) == mine


def test_several_plans_show_where_they_differ(page: Page, visit: Visit) -> None:
    files = [
        plan_of(visit, "Ana Ruiz", owner="Ana Ruiz", year="Year 1", state="Decided", notes="Soon"),
        plan_of(visit, "Ben Ode", "csv", owner="Ben Ode", year="Year 2", state="Decided"),
    ]
    choose(page, files, "Choose several people")
    row = page.locator("[data-entry-row=pl-rollout-plan]")
    expect(row.get_by_role("rowheader")).to_contain_text("They differ: Year, Who answers for it")
    expect(row).to_contain_text("Soon")
    page.get_by_label("Show only where they differ").check()
    expect(page.locator("[data-entry-row]:visible")).to_have_count(1)
    assert kept(page, KEY) == []
    page.get_by_role("button", name="Fill in mine where it is empty and they agree").click()
    decided = kept(page, KEY)[0]["entries"]["pl-rollout-plan"]
    assert decided == {"status": "decided", "year": "", "owner": "", "notes": "Soon"}


def test_phone_is_used_by_touch(visit: Visit) -> None:
    page = visit("planner.html", **PHONE)
    decide(page, "pl-rollout-plan", year="Year 1")
    page.get_by_role("button", name="By year").tap()
    page.get_by_role("region", name="Year 1").get_by_role("link").tap()
    expect(page.locator("#pl-rollout-plan")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_keyboard_alone_plans_a_decision(page: Page) -> None:
    page.locator("#pl-rollout-plan").get_by_label("State").focus()
    page.keyboard.type("Dec")
    page.keyboard.press("Tab")
    page.keyboard.type("Year 3")
    page.keyboard.press("Tab")
    page.keyboard.type("Ana Ruiz")
    decided = kept(page, KEY)[0]["entries"]["pl-rollout-plan"]
    assert decided == {"status": "decided", "year": "3", "owner": "Ana Ruiz", "notes": ""}


def test_paper_shows_notes_and_the_roadmap(page: Page) -> None:
    decide(page, "pl-rollout-plan", owner="Ana Ruiz", year="Year 1", notes="To the board in May")
    by_area = Paper(page.pdf(format="A4")).text
    assert "TotheboardinMay" in by_area
    assert "AnaRuiz" in by_area
    page.get_by_role("button", name="By year").click()
    by_year = Paper(page.pdf(prefer_css_page_size=True))
    assert len(by_year.sheets) == 1
    assert by_year.text.index("Year1") < by_year.text.index("PLRolloutPlan") < by_year.text.index("Year2")


def filled(page: Page, _: Visit) -> None:
    decide(page, "pl-rollout-plan", owner="Ana Ruiz", year="Year 1", state="Under way", notes="To the board in May")


def by_year(page: Page, visit: Visit) -> None:
    filled(page, visit)
    page.get_by_role("button", name="By year").click()


def merged(page: Page, visit: Visit) -> None:
    files = [plan_of(visit, "Ana", owner="Ana", notes="Soon"), plan_of(visit, "Ben", year="Year 2")]
    choose(page, files, "Choose several people")


@pytest.mark.parametrize("fill", [None, filled, by_year, merged], ids=lambda fill: getattr(fill, "__name__", ""))
def test_page_is_without_findings(visit: Visit, fill: Any) -> None:
    page = visit("planner.html", clock=NOON)
    if fill:
        fill(page, visit)
    assert findings(page, by_night=fill is not None) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
