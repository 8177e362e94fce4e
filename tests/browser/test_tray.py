"""Moves that a coach keeps stay on the device, in order, with notes, and leave it only by the coach's hand."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.findings import findings
from browser.host import running_host
from browser.paper import Paper

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
KEY = "waypost-my-moves"
PAGE = "https://school.example.org/toolbox/my-moves.html"
SECRET = "Ms. Abara was glad of it"
MINE = {
    "name": "Room 12",
    "moves": [
        {"id": "culture-1-2", "note": SECRET, "tried": "2026-03-03", "happened": "Two asked a classmate first"},
        {"id": "relationships-1-1", "note": "", "tried": "", "happened": ""},
        {"id": "flex-personalized-1", "note": "", "tried": "", "happened": ""},
    ],
}
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
IDS = "nodes => nodes.map(node => node.dataset.move)"


def keep(page: Page, content: dict[str, Any]) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(content)])


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))


def ids(page: Page) -> list[str]:
    found: list[str] = page.locator("#kept [data-move]").evaluate_all(IDS)
    return found


def with_mine(visit: Visit, content: dict[str, Any] = MINE, **options: Any) -> Page:
    page = visit("my-moves.html", **options)
    keep(page, content)
    page.reload()
    return page


def link_of(page: Page) -> str:
    return page.locator("#link").input_value()


def received(visit: Visit, fragment: str, mine: dict[str, Any] | None = None, **options: Any) -> Page:
    page = visit("my-moves.html", **options)
    if mine:
        keep(page, mine)
    address = page.url
    page.goto("about:blank")
    page.goto(f"{address}#{fragment}")
    return page


def fragment(visit: Visit, *, notes: bool = False) -> str:
    page = with_mine(visit)
    if notes:
        page.get_by_label("Also share my notes").check()
    return link_of(page).split("#")[1]


def test_empty_says_what_will_stand_there_and_where_to_begin(visit: Visit) -> None:
    page = visit("my-moves.html")
    expect(page.get_by_text("You have kept none yet")).to_be_visible()
    expect(page.locator("#share")).to_be_hidden()
    page.get_by_role("link", name="Find a move").click()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_move_that_is_kept_on_its_sheet_stands_in_my_moves(visit: Visit) -> None:
    page = visit("elements/culture.html")
    page.locator("[data-tray=culture-2-3]").click()
    expect(page.locator("[data-tray-link]")).to_have_text("My moves (1)")
    page.locator("[data-tray-link]").click()
    assert ids(page) == ["culture-2-3"]
    page.locator("#kept .kept-deed a").click()
    assert page.url.endswith("elements/culture.html#culture-2-3")


def test_order_is_changed_by_keyboard_and_kept(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_role("button", name="Down: ").first.focus()
    page.keyboard.press("Enter")
    assert ids(page) == ["relationships-1-1", "culture-1-2", "flex-personalized-1"]
    expect(page.get_by_text("Now 2 of 3.")).to_be_visible()
    page.keyboard.press("Enter")
    assert ids(page) == ["relationships-1-1", "flex-personalized-1", "culture-1-2"]
    # The last leads no further down: the focus is on the way back up, of the same move.
    expect(page.locator("[data-move=culture-1-2]").get_by_role("button", name="Up: ")).to_be_focused()
    page.reload()
    assert ids(page) == ["relationships-1-1", "flex-personalized-1", "culture-1-2"]


def test_what_is_typed_is_kept_at_once(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_label("Name of this set").fill("Corridor, May")
    item = page.locator("[data-move=relationships-1-1]")
    item.get_by_text("Notes").click()
    item.get_by_label("Note", exact=True).press_sequentially("Ask Jo")
    item.get_by_label("Tried on").fill("2026-05-02")
    item.get_by_label("What happened").fill("Quiet first,\nthen not")
    assert kept(page)["name"] == "Corridor, May"
    page.reload()
    item = page.locator("[data-move=relationships-1-1]")
    expect(item.get_by_label("Note", exact=True)).to_have_value("Ask Jo")
    expect(item.get_by_label("Tried on")).to_have_value("2026-05-02")
    expect(item.get_by_label("What happened")).to_have_value("Quiet first,\nthen not")


def test_removed_move_comes_back_to_its_place_with_its_notes(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_role("button", name="Remove: ").first.click()
    assert ids(page) == ["relationships-1-1", "flex-personalized-1"]
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page) == MINE
    assert ids(page) == [move["id"] for move in MINE["moves"]]


def test_last_move_that_is_removed_can_come_back(visit: Visit) -> None:
    page = with_mine(visit, {"name": "", "moves": MINE["moves"][:1]})
    page.get_by_role("button", name="Remove: ").click()
    page.get_by_role("button", name="Undo").click()
    assert ids(page) == ["culture-1-2"]


def test_removing_all_can_be_undone(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_role("button", name="Remove all").click()
    assert kept(page) == {"name": "", "moves": []}
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page) == MINE
    assert ids(page) == [move["id"] for move in MINE["moves"]]


def test_move_that_the_toolbox_no_longer_has_is_told_and_kept(visit: Visit) -> None:
    gone = {"id": "left-out-1", "note": "Worth it", "tried": "", "happened": ""}
    page = with_mine(visit, {"name": "", "moves": [*MINE["moves"], gone]})
    expect(page.get_by_text("This toolbox does not have the move left-out-1")).to_be_visible()
    page.get_by_role("button", name="Up: This toolbox").click()
    assert gone in kept(page)["moves"]


@pytest.mark.parametrize("trouble", [REFUSED, FULL], ids=["refused", "full"])
def test_device_that_keeps_nothing_is_told_and_everything_works_meanwhile(visit: Visit, trouble: str) -> None:
    shared = fragment(visit)
    page = visit("elements/culture.html")
    page.add_init_script(trouble)
    page.reload()
    button = page.locator("[data-tray=culture-1-1]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing")
    page.locator("[data-tray=culture-1-2]").click()
    expect(page.get_by_role("alert")).to_have_count(1)
    page.goto(page.url.replace("elements/culture.html", f"my-moves.html#{shared}"))
    expect(page.locator("#trouble")).to_be_visible()
    page.get_by_role("button", name="Keep as my moves").click()
    page.get_by_role("button", name="Down: ").first.click()
    page.get_by_role("button", name="Remove: ").first.click()
    assert ids(page) == ["culture-1-2", "flex-personalized-1"]
    expect(page.locator("#cards")).to_have_attribute("href", "cards.html?ids=culture-1-2,flex-personalized-1")


def test_finder_tells_too_that_the_device_keeps_nothing(visit: Visit) -> None:
    page = visit("index.html")
    page.add_init_script(REFUSED)
    page.goto(f"{page.url}?q=feedback")
    page.locator("[data-keeps]").first.click()
    expect(page.get_by_role("alert")).to_contain_text("This browser keeps nothing")
    expect(page.locator("[data-tray-link]")).to_have_text("My moves (1)")


def test_two_tabs_keep_in_step(visit: Visit, toolbox_site: Path) -> None:
    with running_host(toolbox_site) as host:
        page = visit("my-moves.html")
        page.goto(f"{host.origin}/toolbox/my-moves.html")
        keep(page, MINE)
        page.reload()
        other = page.context.new_page()
        other.goto(f"{host.origin}/toolbox/my-moves.html")
        other.get_by_role("button", name="Remove: ").last.click()
        other.get_by_label("Name of this set").fill("Both")
        expect(page.locator("#kept [data-move]")).to_have_count(2)
        expect(page.get_by_label("Name of this set")).to_have_value("Both")
        page.get_by_role("button", name="Down: ").first.click()
        expect(other.locator("#kept [data-move]").first).to_have_attribute("data-move", "relationships-1-1")
        # The link begins with the page's own address.
        assert link_of(page).startswith(f"{host.origin}/toolbox/my-moves.html#")
        assert [asked.path for asked in host.asked if asked.holds("set=")] == []


def test_link_carries_the_moves_and_no_note(visit: Visit) -> None:
    page = with_mine(visit)
    link = link_of(page)
    assert link.startswith(f"{PAGE}#")
    asked = parse_qs(urlsplit(link).fragment)
    assert set(asked) == {"set", "name", "moves", "sum"}
    assert asked["moves"] == ["culture-1-2.relationships-1-1.flex-personalized-1"]
    said = page.locator("#in-the-link").inner_text().splitlines()
    assert said == ["The set’s name: Room 12", "3 moves, in your order", "None of your notes"]


def test_notes_are_in_the_link_once_they_are_ticked(visit: Visit) -> None:
    page = with_mine(visit)
    page.get_by_label("Also share my notes").check()
    said = page.locator("#in-the-link").inner_text().splitlines()
    assert said[2:] == [
        "Your notes: 1",
        "Days on which you tried a move: 1",
        "What happened, in your words: 1",
    ]
    other = received(visit, link_of(page).split("#")[1])
    expect(other.locator("#received")).to_contain_text(SECRET)
    other.get_by_role("button", name="Keep as my moves").click()
    assert kept(other) == MINE


def test_received_set_is_kept_only_by_choice_and_reloading_brings_nothing_in(visit: Visit) -> None:
    page = received(visit, fragment(visit))
    expect(page.get_by_role("heading", name="Shared with you: Room 12")).to_be_focused()
    assert "#" not in page.url
    assert kept(page)["moves"] == []
    page.reload()
    expect(page.locator("#received")).to_contain_text("Shared with you: Room 12")
    assert kept(page)["moves"] == []
    page.get_by_role("button", name="Just look").click()
    expect(page.get_by_text("Nothing was kept.")).to_be_visible()
    page.reload()
    expect(page.locator("#received")).to_be_hidden()
    assert kept(page)["moves"] == []


def test_adding_a_received_set_doubles_nothing_and_keeps_my_words(visit: Visit) -> None:
    mine = {"name": "Mine", "moves": [{**MINE["moves"][0], "note": "My own"}, MINE["moves"][1]]}
    page = received(visit, fragment(visit, notes=True), mine)
    page.get_by_role("button", name="Add to my moves").click()
    expect(page.get_by_text("Added: 1.")).to_be_visible()
    assert kept(page) == {"name": "Mine", "moves": [*mine["moves"], MINE["moves"][2]]}
    page.reload()
    assert len(ids(page)) == 3


def test_replacing_can_be_undone(visit: Visit) -> None:
    mine = {"name": "Mine", "moves": [{"id": "culture-3-1", "note": "x", "tried": "", "happened": ""}]}
    page = received(visit, fragment(visit), mine)
    page.get_by_role("button", name="Replace my moves").click()
    assert len(ids(page)) == 3
    page.get_by_role("button", name="Undo").click()
    assert kept(page) == mine


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda whole: whole[:-20], "cut short or changed"),
        (lambda whole: whole.replace("culture-1-2", "culture-1-3"), "cut short or changed"),
        (lambda whole: whole.replace("set=1", "set=2"), "newer toolbox"),
        (lambda _: "access_token=abc", "no set of moves in this link"),
        (lambda _: "%E0%A4%A", "no set of moves in this link"),
    ],
)
def test_spoilt_link_is_told_and_changes_nothing(visit: Visit, spoil: Any, told: str) -> None:
    page = received(visit, spoil(fragment(visit)), MINE)
    expect(page.locator("#problem")).to_contain_text(told)
    expect(page.locator("#received")).to_be_hidden()
    assert kept(page) == MINE


def test_link_that_a_program_wrapped_is_still_read(visit: Visit) -> None:
    whole = fragment(visit)
    page = received(visit, whole.replace("=", "%3D").replace("&", "%26").replace("+", "%20"))
    expect(page.locator("#received")).to_contain_text("Shared with you: Room 12")


def test_link_that_is_opened_in_the_same_tab_is_received(visit: Visit) -> None:
    page = with_mine(visit, {"name": "", "moves": MINE["moves"][:1]})
    page.evaluate("(fragment) => { location.hash = fragment }", fragment(visit))
    expect(page.locator("#received")).to_contain_text("Shared with you: Room 12")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_holds_the_link(visit: Visit, scheme: str) -> None:
    page = with_mine(visit, color_scheme=scheme, device_scale_factor=2)
    picture = Image.open(io.BytesIO(page.locator("#code .code").screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [link_of(page)]


def test_link_too_long_for_a_code_is_told_and_still_there(visit: Visit) -> None:
    long = {"name": "", "moves": [{**MINE["moves"][0], "note": "long " * 700}]}
    page = with_mine(visit, long)
    expect(page.locator("#code svg")).to_be_visible()
    page.get_by_label("Also share my notes").check()
    expect(page.get_by_text("The link is too long for a code")).to_be_visible()
    expect(page.locator("#link-long")).to_be_visible()
    expect(page.locator("#code svg")).to_have_count(0)
    other = received(visit, link_of(page).split("#")[1])
    other.get_by_role("button", name="Keep as my moves").click()
    assert kept(other) == long


def test_link_is_copied_mailed_and_handed_to_an_app(visit: Visit) -> None:
    page = with_mine(visit, permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator("#hand-on")).to_be_hidden()
    page.add_init_script("navigator.share = (what) => { globalThis.shared = what; return Promise.resolve() }")
    page.reload()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("The link is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link_of(page)
    mail = page.get_by_role("link", name="Write a mail").get_attribute("href") or ""
    assert mail.startswith("mailto:?")
    assert link_of(page) in unquote(mail)
    page.get_by_role("button", name="Send with an app").click()
    assert page.evaluate("shared") == {"title": "Room 12", "url": link_of(page)}


def test_browser_that_refuses_the_clipboard_copies_all_the_same_or_says_so(visit: Visit) -> None:
    page = visit("my-moves.html")
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false")
    keep(page, MINE)
    page.reload()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("does not let the page copy")).to_be_visible()


def saved(page: Page, button: str) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text(encoding="utf-8")


def test_file_comes_in_as_it_went_out(visit: Visit, tmp_path: Path) -> None:
    name, text = saved(with_mine(visit), "Save as a file")
    assert name == "room-12.json"
    assert json.loads(text) == {"waypost": "my-moves", "version": 1, **MINE}
    (tmp_path / name).write_text(text, encoding="utf-8")
    page = visit("my-moves.html")
    page.get_by_label("Or take in a set from a file").set_input_files(tmp_path / name)
    page.get_by_role("button", name="Keep as my moves").click()
    assert kept(page) == MINE


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{ not", "is damaged"),
        ('{"waypost": "planner", "version": 1}', "is not a file of moves"),
        ("[1, 2]", "is not a file of moves"),
        ("null", "is not a file of moves"),
        ('{"waypost": "my-moves", "version": 2, "moves": []}', "another version"),
        ('{"waypost": "my-moves", "version": 1, "moves": "all"}', "is damaged"),
        ('{"waypost": "my-moves", "version": 1, "moves": [{"id": "a"}, {"id": "<b>"}]}', "entry 2 is not a move"),
        ('{"waypost": "my-moves", "version": 1, "moves": [{"id": "a"}, {"id": "a"}]}', "entry 2 is not a move"),
        ('{"waypost": "my-moves", "version": 1, "moves": [{"id": "a", "tried": "soon"}]}', "entry 1 is not a move"),
        (" " * 5_000_001, "too large"),
    ],
)
def test_file_that_cannot_be_taken_in_is_told_and_changes_nothing(
    visit: Visit, tmp_path: Path, content: str, told: str
) -> None:
    (tmp_path / "set.json").write_text(content, encoding="utf-8")
    page = with_mine(visit)
    page.get_by_label("Take in a file").set_input_files(tmp_path / "set.json")
    expect(page.get_by_text("“set.json”")).to_contain_text(told)
    assert kept(page) == MINE


def test_agenda_tells_the_moves_and_notes_only_where_they_are_ticked(visit: Visit) -> None:
    page = with_mine(visit)
    name, text = saved(page, "Save the agenda")
    assert name == "room-12.md"
    assert text.startswith("# Room 12\n\n1. **")
    assert "<https://school.example.org/toolbox/elements/culture.html#culture-1-2>" in text
    assert SECRET not in text
    page.get_by_label("Also share my notes").check()
    _, text = saved(page, "Save the agenda")
    assert f"Note: {SECRET}" in text
    assert "Tried on: March 3, 2026" in text


def test_agenda_takes_no_word_for_a_sign_of_markdown(visit: Visit) -> None:
    moves = [{**MINE["moves"][0], "note": "# not a title\n- not a list\n1. nor this *or* that <b>"}]
    page = with_mine(visit, {"name": "a_b", "moves": moves})
    page.get_by_label("Also share my notes").check()
    _, text = saved(page, "Save the agenda")
    assert text.startswith("# a\\_b\n")
    for line in (r"Note: \# not a title", r"   \- not a list", r"   1\. nor this \*or\* that \<b\>"):
        assert line in text


def test_paper_has_the_moves_and_notes_only_where_they_are_ticked(visit: Visit) -> None:
    page = with_mine(visit)
    paper = Paper(page.pdf(prefer_css_page_size=True)).text
    assert "Room12" in paper
    assert "Itworkswhen:" in paper
    assert "Whathappened" in paper
    for unwanted in (SECRET, "Handiton", "Undo", "Remove", "Browse"):
        assert unwanted.replace(" ", "") not in paper
    page.get_by_label("Also share my notes").check()
    assert SECRET.replace(" ", "") in Paper(page.pdf(prefer_css_page_size=True)).text


def test_phone_is_used_by_touch(visit: Visit) -> None:
    page = with_mine(visit, **PHONE)
    page.get_by_role("button", name="Down: ").first.tap()
    item = page.locator("[data-move=relationships-1-1]")
    item.get_by_text("Notes").tap()
    item.get_by_label("Note", exact=True).tap()
    page.keyboard.type("By thumb")
    page.get_by_label("Also share my notes").tap()
    assert kept(page)["moves"][0] == {"id": "relationships-1-1", "note": "By thumb", "tried": "", "happened": ""}
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("state", ["empty", "filled", "received", "spoilt"])
def test_page_is_without_findings(visit: Visit, state: str) -> None:
    if state == "empty":
        page = visit("my-moves.html")
    elif state == "filled":
        page = with_mine(visit)
        page.get_by_role("button", name="Remove: ").last.click()
    else:
        page = received(visit, fragment(visit, notes=True) if state == "received" else "set=1", MINE)
    assert findings(page) == []


@pytest.mark.parametrize("state", ["empty", "filled", "received"])
def test_nothing_stands_beyond_a_narrow_screen(visit: Visit, state: str) -> None:
    narrow = {"viewport": {"width": 320, "height": 600}}
    long = {"name": "w" * 120, "moves": [{**MINE["moves"][0], "note": "w" * 300}, *MINE["moves"][1:]]}
    if state == "empty":
        page = visit("my-moves.html", **narrow)
    elif state == "filled":
        page = with_mine(visit, long, **narrow)
    else:
        sent = with_mine(visit, long)
        sent.get_by_label("Also share my notes").check()
        page = received(visit, link_of(sent).split("#")[1], MINE, **narrow)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


# What a browser's field can hold: no half of a pair of surrogates, and no carriage return.
TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=40)
DAY = st.dates().map(str)
MOVE = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"[a-z0-9][a-z0-9-]{0,79}", fullmatch=True),
        "note": TEXT,
        "tried": st.just("") | DAY,
        "happened": TEXT,
    }
)
CONTENT = st.fixed_dictionaries(
    {"name": TEXT, "moves": st.lists(MOVE, max_size=6, unique_by=lambda move: str(move["id"]))}
)
TRIPS = """
import { readFileSync } from "node:fs";
import { fileOf, readFile } from "%(scripts)s/tray/file.js";
import { fragmentOf, readFragment } from "%(scripts)s/tray/link.js";
import { merged } from "%(scripts)s/tray/content.js";
const all = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(all.map((each, place) => ({
  file: readFile(fileOf(each)),
  link: readFragment("#" + fragmentOf(each, true)),
  bare: readFragment(fragmentOf(each, false)),
  merged: merged(each, all.at(place - 1)),
}))));
"""


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CONTENT, min_size=2, max_size=20))
def test_what_goes_out_comes_in_equal(contents: list[dict[str, Any]]) -> None:
    script = TRIPS % {"scripts": SCRIPTS.as_uri()}
    ran = subprocess.run(
        ["node", "--input-type=module", "-e", script], input=json.dumps(contents), capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    for place, (content, trips) in enumerate(zip(contents, json.loads(ran.stdout), strict=True)):
        assert trips["file"] == content
        assert trips["link"] == content
        bare = [{"id": move["id"], "note": "", "tried": "", "happened": ""} for move in content["moves"]]
        assert trips["bare"] == {"name": content["name"], "moves": bare}
        mine = [move["id"] for move in content["moves"]]
        theirs = [move["id"] for move in contents[place - 1]["moves"]]
        together = [move["id"] for move in trips["merged"]["moves"]]
        assert together == [*mine, *(id_ for id_ in theirs if id_ not in mine)]
        for move, after in zip(content["moves"], trips["merged"]["moves"], strict=False):
            assert all(after[field] == text for field, text in move.items() if text)
