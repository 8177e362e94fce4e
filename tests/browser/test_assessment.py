"""A school says where it stands, keeps its rounds on the device, and sees where its raters differ."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.filled import ASSESSMENT, NOON, choose, kept, rate, rater, saved
from browser.findings import findings
from browser.paper import Paper

DAY = r"\d{4}-\d\d-\d\d"
TYPED = "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })) }"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit("self-assessment.html", clock=NOON)


def keep_round(page: Page) -> None:
    page.get_by_role("button", name="Keep this round").click()


def test_page_is_read_without_a_script(visit: Visit) -> None:
    page = visit("self-assessment.html", java_script_enabled=False)
    expect(page.locator(".continuum-level")).to_have_count(15)
    expect(page.get_by_role("heading", name="Performing")).to_have_count(5)
    expect(page.get_by_role("button")).to_have_count(0)


def test_chosen_level_has_the_next_one_beside_it(page: Page) -> None:
    section = rate(page, "flexibility", "Initiating")
    expect(section.locator("[data-value=initiating]")).to_contain_text("Where we are")
    expect(section.locator("[data-value=developing]")).to_contain_text("What comes next")
    expect(section.locator("[data-value=performing] .continuum-mark")).to_be_empty()
    section.get_by_role("radio", name="Performing").check()
    expect(section).not_to_contain_text("What comes next")
    expect(section).to_contain_text("No level comes after this one")


def test_whole_column_can_be_pressed(page: Page) -> None:
    page.locator("#flexibility [data-value=developing] .continuum-text").click(force=True)
    expect(page.locator("#flexibility").get_by_role("radio", name="Developing")).to_be_checked()


def test_arrows_choose_and_tab_leads_on_to_the_evidence(page: Page) -> None:
    section = page.locator("#flexibility")
    section.get_by_role("radio", name="Not rated yet").focus()
    page.keyboard.press("ArrowUp")
    expect(section.get_by_role("radio", name="Performing")).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(section.get_by_role("radio", name="Developing")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Fourteen learners")
    assert kept(page, ASSESSMENT)[-1]["entries"]["flexibility"] == {
        "level": "developing",
        "evidence": "Fourteen learners",
        "date": "2026-03-12",
    }


def test_what_is_not_rated_is_missing_and_never_a_number(page: Page) -> None:
    expect(page.locator("[data-standing=flexibility]")).to_have_text("Not rated yet")
    section = rate(page, "flexibility", "Developing")
    section.get_by_role("radio", name="Not rated yet").check()
    expect(page.locator("[data-standing=flexibility]")).to_have_text("Not rated yet")
    expect(page.locator("#count")).to_have_text("None of the attributes is rated yet.")
    assert kept(page, ASSESSMENT)[-1]["entries"]["flexibility"]["level"] == ""
    assert "%" not in page.inner_text("main")


def test_what_was_written_is_there_after_a_reload(page: Page) -> None:
    page.get_by_label("Who rates").fill("Ana Ruiz")
    rate(page, "flexibility", "Developing", "Two of three")
    page.reload()
    section = page.locator("#flexibility")
    expect(section.get_by_role("radio", name="Developing")).to_be_checked()
    expect(section.get_by_label("Evidence", exact=True)).to_have_value("Two of three")
    expect(section.get_by_label("Rated on")).to_have_value("2026-03-12")
    expect(page.get_by_label("Who rates")).to_have_value("Ana Ruiz")
    # A fifth digit in the year makes no day, and costs nothing but that day where a browser takes it all the same.
    section.get_by_label("Rated on").press_sequentially("030320266")
    assert re.fullmatch(DAY, section.get_by_label("Rated on").input_value())
    section.get_by_label("Rated on").evaluate(TYPED, "20266-03-03")
    assert kept(page, ASSESSMENT)[-1]["entries"]["flexibility"]["date"] == ""
    page.reload()
    expect(page.locator("#flexibility").get_by_role("radio", name="Developing")).to_be_checked()
    expect(page.locator("#device .form-note")).to_have_count(0)


def test_last_round_stands_beside_the_new_one(page: Page) -> None:
    page.get_by_label("Who rates").fill("Ana Ruiz")
    rate(page, "flexibility", "Developing", "Two of three")
    keep_round(page)
    section = page.locator("#flexibility")
    expect(section).to_contain_text("Last time, March 12, 2026, Ana Ruiz: Developing")
    expect(section.locator(".last-time")).to_contain_text("Two of three")
    expect(page.locator("#learner-profiles")).to_contain_text("Last time, March 12, 2026, Ana Ruiz: Not rated yet")
    expect(section.get_by_role("radio", name="Not rated yet")).to_be_checked()
    expect(page.get_by_label("Who rates")).to_have_value("Ana Ruiz")


def test_round_that_was_kept_too_soon_comes_back(page: Page) -> None:
    rate(page, "flexibility", "Developing", "Two of three")
    keep_round(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#flexibility").get_by_role("radio", name="Developing")).to_be_checked()
    expect(page.locator("#rounds")).to_be_hidden()


def test_last_round_can_be_gone_on_with_after_a_reload(page: Page) -> None:
    rate(page, "flexibility", "Developing", "Two of three")
    keep_round(page)
    page.reload()
    page.locator("#rounds summary").click()
    page.get_by_role("button", name="Go on with this round").click()
    expect(page.locator("#flexibility").get_by_role("radio", name="Developing")).to_be_checked()
    assert [sheet["head"]["finished"] for sheet in kept(page, ASSESSMENT)] == [""]


def test_undo_is_gone_once_it_would_lose_something(page: Page) -> None:
    rate(page, "flexibility", "Developing")
    keep_round(page)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    rate(page, "learner-profiles", "Initiating")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_round_without_any_rating_is_not_kept(page: Page) -> None:
    page.get_by_label("Who rates").fill("Ana Ruiz")
    keep_round(page)
    expect(page.locator(".notice")).to_contain_text("Rate one attribute or more first")
    expect(page.locator("#rounds")).to_be_hidden()


def test_rounds_stand_side_by_side_in_their_order(page: Page) -> None:
    rate(page, "flexibility", "Initiating")
    keep_round(page)
    page.clock.set_fixed_time("2026-09-01T12:00:00")
    rate(page, "flexibility", "Developing")
    keep_round(page)
    page.get_by_role("button", name="See the rounds side by side").click()
    row = page.locator("[data-entry-row=flexibility]")
    expect(row.get_by_role("cell").locator(".value-choice")).to_have_text(["Initiating", "Developing"])


def test_round_is_taken_out_and_brought_back(page: Page) -> None:
    rate(page, "flexibility", "Initiating")
    keep_round(page)
    before = kept(page, ASSESSMENT)
    page.locator("#rounds summary").click()
    page.get_by_role("button", name="Take this round out").click()
    assert len(kept(page, ASSESSMENT)) == 1
    page.get_by_role("button", name="Undo").click()
    assert kept(page, ASSESSMENT) == before


@pytest.mark.parametrize("kind", ["json", "csv", "md"])
def test_file_carries_everything_to_another_device(page: Page, visit: Visit, kind: str) -> None:
    page.get_by_label("Who rates").fill("=Ana, “Ruiz”")
    rate(page, "flexibility", "Developing", '-1\n\n"two" of *three*\n> four')
    keep_round(page)
    rate(page, "learner-profiles", "Performing", "学 🙂")
    file = saved(page, kind)
    assert file["name"] == f"self-assessment-2026-03-12.{kind}"
    other = visit("self-assessment.html")
    choose(other, file)
    expect(other.locator(".notice")).to_contain_text("is open now")
    assert kept(other, ASSESSMENT) == kept(page, ASSESSMENT)


def test_device_that_keeps_nothing_says_so(page: Page) -> None:
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }")
    rate(page, "flexibility", "Developing", "Two of three")
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing just now")
    assert b"Two of three" in saved(page, "json")["buffer"]


def test_what_cannot_be_read_is_put_aside_and_handed_out(page: Page) -> None:
    page.evaluate('key => localStorage.setItem(key, \'{"format": "broken\')', ASSESSMENT)
    page.reload()
    expect(page.locator("#device")).to_contain_text("It was not thrown away")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save what could not be read").click()
    assert download.value.path().read_text() == '{"format": "broken'
    rate(page, "flexibility", "Developing")
    assert page.evaluate("key => localStorage.getItem(`${key}-unread`)", ASSESSMENT) == '{"format": "broken'
    assert kept(page, ASSESSMENT)[-1]["entries"]["flexibility"]["level"] == "developing"


def test_another_tab_shows_what_was_written_in_this_one(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    rate(page, "flexibility", "Developing", "Two of three")
    expect(other.locator("#flexibility").get_by_role("radio", name="Developing")).to_be_checked()
    expect(other.locator("#flexibility").get_by_label("Evidence", exact=True)).to_have_value("Two of three")


def test_phone_is_used_by_touch(visit: Visit) -> None:
    page = visit("self-assessment.html#flexibility", **PHONE)
    section = page.locator("#flexibility")
    section.locator("[data-value=developing] .continuum-text").tap(force=True)
    expect(section.get_by_role("radio", name="Developing")).to_be_checked()
    keep = page.get_by_role("button", name="Keep this round")
    keep.tap()
    expect(section).to_contain_text("Last time")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_paper_shows_what_was_written_in_full(page: Page) -> None:
    page.get_by_label("Who rates").fill("Ana Ruiz")
    long = " ".join(f"word{number}" for number in range(400))
    rate(page, "flexibility", "Initiating", long)
    paper = Paper(page.pdf(format="A4"))
    for text in ("AnaRuiz", "word0word1", "word399", "Whereweare", "Whatcomesnext", "March12,2026"):
        assert text in paper.text
    assert "Saveopencompare" not in paper.text.replace(",", "")


def filled(page: Page, _: Visit) -> None:
    rate(page, "flexibility", "Developing", "Two of three")
    keep_round(page)
    rate(page, "flexibility", "Performing")
    page.locator("#rounds summary").click()


def merged(page: Page, visit: Visit) -> None:
    choose(page, [rater(visit, "Ana", "Developing", "Two"), rater(visit, "Ben", "Performing")], "Choose several people")


def asked(page: Page, visit: Visit) -> None:
    rate(page, "flexibility", "Developing")
    choose(page, rater(visit, "Ben", "Performing"))


def crowded(page: Page, visit: Visit) -> None:
    file = rater(visit, "Ana Ruiz", "Developing", "A long sentence " * 9)
    files = [file | {"name": f"{number}.json"} for number in range(6)]
    choose(page, files, "Choose several people")


@pytest.mark.parametrize("fill", [None, filled, asked, merged, crowded], ids=lambda fill: getattr(fill, "__name__", ""))
def test_page_is_without_findings(visit: Visit, fill: Any) -> None:
    page = visit("self-assessment.html", clock=NOON)
    if fill:
        fill(page, visit)
    # What crowds a comparison has the colours of any other one.
    assert findings(page, by_night=fill not in {None, crowded}) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
