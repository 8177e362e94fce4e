"""Kept moves leave the device only by the coach's hand, and come in only by choice."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.moves_kept import (
    MINE,
    PAGE,
    SECRET,
    fragment,
    ids,
    keep,
    kept,
    link_of,
    received,
    with_mine,
)


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


GONE = "() => { Blob.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError')) }"
UNREADABLE = [
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
]


def test_file_that_cannot_be_taken_in_is_told_and_changes_nothing(visit: Visit, tmp_path: Path) -> None:
    page = with_mine(visit)
    for number, (content, told) in enumerate(UNREADABLE):
        file = tmp_path / f"set-{number}.json"
        file.write_text(content, encoding="utf-8")
        page.get_by_label("Take in a file").set_input_files(file)
        expect(page.get_by_text(f"“{file.name}”")).to_contain_text(told)
        assert kept(page) == MINE
    page.evaluate(GONE)
    page.get_by_label("Take in a file").set_input_files(tmp_path / "set-0.json")
    expect(page.locator("#problem")).to_contain_text("set-0.json: It could not be opened.")


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
