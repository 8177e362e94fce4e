"""A move is written down in the form, and what it hands out is a file that the loader takes as it was meant."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Visit
from browser.findings import findings
from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import OwnMove
from waypost.publish.shell import place_assets
from waypost.render.place import theme_dir, toolbox_dir
from waypost.render.toolbox.form import Suggestions
from waypost.toolbox import place_toolbox

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
TEXT = "Hand the first question of every lesson to a learner."


def fill(page: Page, **fields: str) -> None:
    """Fills in what a move needs, so that nothing is missing."""
    asked = {
        "text": TEXT,
        "see": "I ask, they answer\nit is always me who begins",
        "works_when": "The lesson begins with a question that I did not write.",
        "keywords": "opener, bell ringer, warm-up",
    }
    for name, value in (asked | fields).items():
        page.locator(f"#add-{name}").fill(value)
    page.get_by_label("To an element of the driver model").check()
    page.get_by_label("Element", exact=True).select_option("relationships")
    page.get_by_label("Level 2").check()


def file_of(page: Page) -> str:
    return page.locator("#add-file").input_value()


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def loaded(folder: Path) -> OwnMove:
    """The one move in `folder`, which has to be without problems."""
    found = load_toolbox(toolbox_dir(), None, folder)
    assert found.problems == ()
    assert found.toolbox
    (move,) = found.toolbox.own
    return move


def test_saved_file_is_a_move_of_the_school(visit: Visit, tmp_path: Path) -> None:
    page = visit("add.html")
    fill(page, author="Ines: of room 4 # upstairs", why="we\nneed it")
    path = saved(page, tmp_path)
    assert path.name == "own-hand-first-question.yml"
    move = loaded(tmp_path)
    assert (move.text, move.element, move.level, move.who) == (TEXT, "relationships", 2, "teacher")
    assert move.see == ("I ask, they answer", "it is always me who begins")
    assert move.keywords == ("opener", "bell ringer", "warm-up")
    assert "# Suggested by Ines: of room 4 # upstairs" in path.read_text()
    expect(page.get_by_text("own-hand-first-question.yml is ready.")).to_be_visible()


def test_move_of_a_progression_names_its_group(visit: Visit, tmp_path: Path) -> None:
    page = visit("add.html")
    fill(page)
    page.get_by_label("To a model's progression").check()
    expect(page.locator("#add-element")).to_be_hidden()
    page.locator("#add-progression").select_option("flex-personalized")
    page.locator("#add-group").fill("Our own: group")
    saved(page, tmp_path)
    move = loaded(tmp_path)
    assert (move.progression, move.group, move.element) == ("flex-personalized", "Our own: group", None)


NASTY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from([*"\"'\\#:-?&*!|>%@`{}[], \n\t\r", "\u2028", "\u0085", "\x00", "\x7f", "\ufeff", "\U0001f33b"]),
    ),
    max_size=60,
)
WORST = st.sampled_from(
    ["no", "~", "null", "- x", "a: b", "# x", "'", '"', "{{ x }}", "%TAG", "---", "...", "!!int 3", "0x1f"]
)
LIKELY = st.one_of(NASTY, WORST, st.tuples(WORST, NASTY).map("".join))


@given(text=LIKELY, see=st.lists(LIKELY, max_size=4), works=LIKELY, words=st.lists(LIKELY, max_size=5), why=LIKELY)
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
def test_whatever_is_typed_is_read_back_as_it_is(
    form: Page, tmp_path: Path, text: str, see: list[str], works: str, words: list[str], why: str
) -> None:
    typed = {
        "text": f"Do this {text}",
        "see": "\n".join([*(f"see {one}" for one in see), "they wait for me", "nobody asks"]),
        "works_when": f"It works {works}",
        "keywords": ", ".join([*words, "opener", "bell ringer", "warm-up"]),
        "why": why,
        "author": text,
    }
    # Typed as a browser lets one type: a field's value, set by script, holds the same.
    content, meant = form.evaluate(PUT, typed)
    assume(form.evaluate(COUNT_FAULTS) == 0)
    (tmp_path / "own.yml").write_bytes(content.encode())
    move = loaded(tmp_path)
    assert [move.text, list(move.see), move.works_when, list(move.keywords)] == meant


PUT = """typed => {
  for (const [name, value] of Object.entries(typed)) {
    const field = document.getElementById(`add-${name}`);
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const bare = text => text.replace(/\\p{Cs}|\\p{Noncharacter_Code_Point}/gu, "");
  const plain = text => bare(text).replace(/[\\s\\p{Cc}]+/gu, " ").trim();
  const list = (text, between) => [...new Set(text.split(between).map(plain).filter(Boolean))];
  const value = name => document.getElementById(`add-${name}`).value;
  return [document.getElementById("add-file").value, [
    plain(value("text")), list(value("see"), /[\\r\\n\\u2028\\u2029]+/), plain(value("works_when")),
    list(value("keywords"), /[,;\\r\\n\\u2028\\u2029]+/)]];
}"""
COUNT_FAULTS = """() => {
  document.getElementById("add-mail").addEventListener("click", event => event.preventDefault(), { once: true });
  document.getElementById("add-mail").click();
  return document.getElementById("add-faults").hidden ? 0 : document.querySelectorAll("#add-faults-list li").length;
}"""


@pytest.fixture
def form(visit: Visit) -> Page:
    page = visit("add.html")
    fill(page)
    return page


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


@pytest.mark.parametrize(
    ("id_", "told"),
    [
        ("relationships-1-1", "taken"),
        ("relationships-1-99", "own-"),
        ("flex-personalized-77", "own-"),
        ("Greet them", "small letters"),
        ("greet", "hyphen"),
    ],
)
def test_id_of_somebody_else_is_refused(visit: Visit, id_: str, told: str) -> None:
    page = visit("add.html")
    fill(page, id=id_)
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
    fill(page)
    before = file_of(page)
    page.reload()
    assert file_of(page) == before
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
    assert findings(page) == []
