"""A move is written down in the form, which tells what is missing and what says the same already."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Visit
from browser.findings import findings
from browser.moves_written import TEXT, file_of, fill, loaded, saved
from waypost.model.toolbox import OwnMove
from waypost.publish.shell import place_assets
from waypost.render.place import theme_dir
from waypost.render.toolbox.form import Suggestions
from waypost.toolbox import place_toolbox

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_limits_are_those_of_the_schema(visit: Visit) -> None:
    page = visit("add.html")
    most = OwnMove.model_json_schema()["properties"]["text"]["maxLength"]
    page.get_by_label("The move", exact=True).fill("x" * (most + 1))
    page.get_by_label("It works when").focus()
    expect(page.locator("#add-text-fault")).to_contain_text(f"{most} is the most")
    page.get_by_label("The move", exact=True).fill("\U0001f33b" * 20)
    expect(page.locator("#add-text-fault")).to_be_empty()


def test_what_is_missing_is_told_and_leads_to_its_field(visit: Visit) -> None:
    page = visit("add.html")
    page.get_by_role("button", name="Save the file").click()
    summary = page.get_by_role("group", name="Before it can be handed on:")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(5)
    summary.get_by_role("link", name="When you see").click()
    expect(page.locator("#add-see")).to_be_focused()
    expect(page.locator("#add-see")).to_have_attribute("aria-invalid", "true")
    summary.get_by_role("link", name="Where it belongs").click()
    expect(page.get_by_label("To an element of the driver model")).to_be_focused()
    fill(page)
    expect(summary).to_be_hidden()


def test_nothing_is_told_before_a_field_was_left(visit: Visit) -> None:
    page = visit("add.html")
    page.get_by_label("The move", exact=True).press_sequentially("Gree")
    expect(page.locator("#add-text-fault")).to_be_empty()
    page.keyboard.press("Tab")
    expect(page.locator("#add-text-fault")).to_contain_text("Say a little more.")


def test_id_of_somebody_else_is_refused(visit: Visit) -> None:
    page = visit("add.html")
    fill(page)
    for id_, told in {
        "relationships-1-1": "taken",
        "relationships-1-99": "own-",
        "greet": "hyphen",
        "flex-personalized-77": "own-",
        "Greet them": "small letters",
    }.items():
        page.locator("#add-id").fill(id_)
        page.get_by_role("button", name="Save the file").click()
        expect(page.locator("#add-id-fault")).to_contain_text(told)


def test_moves_that_say_the_same_show_while_one_types(visit: Visit) -> None:
    page = visit("add.html")
    page.get_by_label("The move", exact=True).press_sequentially("Have learners conduct a tuning protocol")
    first = page.locator("#add-like-list li").first
    expect(first).to_contain_text("uning protocol")
    page.get_by_role("button", name="Goes with it").first.click()
    expect(page.get_by_role("button", name="Goes with it").first).to_have_attribute("aria-pressed", "true")
    assert re.search(r"related: \[[a-z-]+-\d-\d+\]", file_of(page))
    first.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/(elements|progressions)/[\w-]+\.html#"))


def test_related_moves_are_found_by_words_and_taken_out_again(visit: Visit, tmp_path: Path) -> None:
    page = visit("add.html")
    fill(page)
    page.get_by_label("Goes with", exact=True).fill("tuning protocol")
    page.locator("#add-related-offered").get_by_role("button").first.click()
    expect(page.locator("#add-related-chosen li")).to_have_count(1)
    page.locator("#add-related-offered").get_by_role("button").first.click()
    page.locator("#add-related-chosen").get_by_role("button").first.click()
    expect(page.locator("#add-related-chosen li")).to_have_count(1)
    saved(page, tmp_path)
    assert len(loaded(tmp_path).related) == 1


def test_draft_stays_on_the_device_until_it_is_emptied(visit: Visit) -> None:
    page = visit("add.html")
    other = page.context.new_page()
    other.goto(page.url)
    fill(page)
    before = file_of(page)
    page.reload()
    assert file_of(page) == before
    # A tab in which nothing was typed follows, so that a word more there costs none of the others.
    expect(other.locator("#add-text")).to_have_value(page.locator("#add-text").input_value())
    other.locator("#add-author").fill("Jo")
    expect(page.locator("#add-author")).to_have_value("Jo")
    other.close()
    before = file_of(page)
    page.get_by_role("button", name="Empty the form").click()
    assert page.locator("#add-text").input_value() == ""
    page.get_by_role("button", name="Undo").click()
    assert file_of(page) == before
    page.get_by_role("button", name="Empty the form").click()
    page.reload()
    assert page.locator("#add-text").input_value() == ""


def test_form_works_where_nothing_can_be_kept(visit: Visit, tmp_path: Path) -> None:
    page = visit("add.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })")
    page.reload()
    fill(page)
    saved(page, tmp_path)
    assert loaded(tmp_path).text == TEXT


def test_copied_file_is_the_one_that_is_shown(visit: Visit) -> None:
    page = visit("add.html", permissions=["clipboard-read", "clipboard-write"])
    fill(page)
    page.get_by_role("button", name="Copy it").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == file_of(page)


def test_mail_carries_the_file(visit: Visit) -> None:
    page = visit("add.html")
    fill(page)
    href = urlsplit(page.get_by_role("link", name="Send it by mail").get_attribute("href") or "")
    assert (href.scheme, href.path) == ("mailto", "")
    said = parse_qs(href.query)
    assert TEXT in said["subject"][0]
    assert said["body"][0].replace("\r\n", "\n").endswith(file_of(page))


def test_long_file_is_asked_to_be_attached(visit: Visit) -> None:
    page = visit("add.html")
    fill(
        page,
        text="Ask one of them. " * 18,
        works_when="They begin alone. " * 12,
        keywords=", ".join(["ä" * 50] * 3 + ["b1", "b2", "b3"]),
    )
    body = parse_qs(urlsplit(page.locator("#add-mail").get_attribute("href") or "").query)["body"][0]
    assert "is attached" in body
    assert "moves:" not in body


def test_school_says_where_suggestions_go(chromium: Browser, tmp_path: Path) -> None:
    place_assets(theme_dir() / "assets", tmp_path)
    url = "https://code.example/school/new/main?filename=toolbox/local/{name}&value={content}"
    place_toolbox(tmp_path, "https://school.example/", suggestions=Suggestions("coach+box@school.example", url))
    page = chromium.new_page()
    page.goto((tmp_path / "toolbox/add.html").as_uri())
    fill(page)
    mail = urlsplit(page.get_by_role("link", name="Send it by mail").get_attribute("href") or "")
    assert unquote(mail.path) == "coach+box@school.example"
    asked = parse_qs(urlsplit(page.get_by_role("link", name="Suggest it online").get_attribute("href") or "").query)
    assert asked["filename"] == ["toolbox/local/own-hand-first-question.yml"]
    assert asked["value"] == [file_of(page)]
    page.close()


def test_form_is_filled_in_by_keyboard_alone(visit: Visit, tmp_path: Path) -> None:
    page = visit("add.html")
    page.get_by_label("The move", exact=True).focus()
    page.keyboard.type("Zebra crossing: practise it together.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Relat")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("they run\nnobody looks")
    page.keyboard.press("Tab")
    page.keyboard.type("All of them cross alone.")
    page.keyboard.press("Tab")
    page.keyboard.type("crossing, street, zebra")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator("#add-id")).to_be_focused()
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "own.yml")
    assert loaded(tmp_path).who == "learners"


def test_form_is_filled_in_by_touch_on_a_phone(visit: Visit, tmp_path: Path) -> None:
    page = visit("add.html", **PHONE)
    fill(page)
    page.get_by_label("Both").tap()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").tap()
    download.value.save_as(tmp_path / "own.yml")
    assert loaded(tmp_path).who == "both"
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_nothing_is_scrolled_sideways_at_320(visit: Visit) -> None:
    page = visit("add.html", viewport={"width": 320, "height": 640})
    fill(page, text="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen tuning protocol")
    page.get_by_label("Goes with", exact=True).fill("protocol")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("state", ["empty", "faults", "filled"])
def test_form_is_without_findings(visit: Visit, state: str) -> None:
    page = visit("add.html")
    if state == "faults":
        page.locator("#add-text").fill("Greet")
        page.get_by_role("button", name="Save the file").click()
    if state == "filled":
        fill(page, text="Have learners conduct a tuning protocol")
        page.get_by_label("Goes with", exact=True).fill("protocol")
        page.locator("#add-related-offered").get_by_role("button").first.click()
        expect(page.locator("#add-like-list li").first).to_be_visible()
    assert findings(page, by_night=state != "empty") == []
