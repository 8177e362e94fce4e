"""Writing back, from the form in a portfolio to the plan at school."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Route, expect

import programs
from browser.built import Built
from browser.findings import violations
from browser.reader import Read
from browser.test_keyboard import WIDE, tab_to

PHONE = {"viewport": {"width": 390, "height": 740}, "has_touch": True, "is_mobile": True}
REFUSE = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })"""
)
SHARE = """navigator.canShare = () => false;
navigator.share = async (data) => {
  window.shared = data;
  throw new DOMException("closed", "AbortError");
}"""
KEPT = "JSON.stringify(localStorage)"


def office(school: Built, folder: Path) -> Path:
    """The school's own computer: its folders and its key, without the site."""
    for name in ("portfolios", ".waypost"):
        shutil.copytree(school.root / name, folder / name)
    shutil.copy(school.root / "mkdocs.yml", folder)
    return folder


def inbox(desk: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return programs.run("inbox", *words, cwd=desk, stdin=typed)


def test_reply_goes_from_the_keyboard_into_the_plan(school: Built, read: Read, tmp_path: Path) -> None:
    link = school.link("maya-okafor", "Ngozi Okafor")
    reader = read(fresh=True, **WIDE)
    reader.open(link)
    tab_to(reader, "main a[href$='/reply']")
    reader.page.keyboard.press("Enter")
    reader.sees_portfolio("reply")
    said = "The <b>boat</b> floats & \"sings\".\n# 1. *twice*: 'yes'"
    tab_to(reader, "#reply_noticed")
    reader.page.keyboard.type(said)
    tab_to(reader, "#reply_about")
    reader.page.keyboard.type("The harbor")
    about = reader.page.locator("#reply_about").input_value()
    assert about

    tab_to(reader, ".reply-form [type=submit]")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#reply_name")).to_be_focused()
    expect(reader.page.locator("#reply_name_fault")).to_contain_text("your name")
    reader.page.keyboard.type("Ngozi Ökafor")

    # The draft waits on the device, under a name that says nothing.
    kept = json.loads(reader.page.evaluate(KEPT))
    assert {len(key) for key in kept} == {32}
    assert "The <b>boat</b> floats" in str(kept)
    assert link.id not in kept
    held: list[Route] = []
    seal = "**/reply-*.js"
    reader.page.route(seal, lambda route: held.append(route))
    reader.page.reload()
    reader.sees_portfolio("reply")
    expect(reader.page.locator("#reply_noticed")).to_have_value(said)
    with reader.page.expect_request(seal):
        tab_to(reader, "#reply_name")
    reader.page.keyboard.press("Enter")
    # What is typed while it is being sealed would be in no reply.
    reader.page.keyboard.type("late")
    expect(reader.page.locator(".reply-status")).to_contain_text("Sealing")
    expect(reader.page.locator("#reply_name")).to_have_value("Ngozi Ökafor")
    held[0].continue_()
    expect(reader.page.locator(".reply-out-title")).to_be_focused()
    expect(reader.page.locator("[data-act=sent]")).to_be_hidden()
    text = reader.page.locator("#reply_text").input_value()
    tab_to(reader, "[data-act=copy]")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".reply-status")).not_to_be_empty()

    desk = office(school, tmp_path)
    plan = desk / "portfolios/maya-okafor/plp.yml"
    quoted = " ".join(f"> {line}" for line in text.split("\n"))
    done = inbox(desk, "--file", "-", typed=f"Ngozi wrote:\r\n{quoted}\r\nSent from my phone")
    assert (done.returncode, done.stderr) == (0, "")
    written = plan.read_text()
    assert f"about: [{about}]" in written
    assert "by: family" in written.split("reply-")[1]
    assert "name: Ngozi Ökafor" in written
    again = inbox(desk, "--file", "-", typed=text)
    assert "already" in again.stdout
    assert plan.read_text() == written
    assert programs.run("check", plan.parent, cwd=desk).returncode == 0

    reader.page.locator("[data-act=sent]").focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".reply-thanks")).to_be_focused()
    # The day of the visit stays.
    (left,) = json.loads(reader.page.evaluate(KEPT)).values()
    assert re.fullmatch(r"[0-9 -]+", left)
    tab_to(reader, "[data-act=again]")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#reply_noticed")).to_be_focused()
    expect(reader.page.locator("#reply_noticed")).to_have_value("")


def test_reply_goes_from_a_phone_that_keeps_nothing_as_a_file(school: Built, read: Read, tmp_path: Path) -> None:
    reader = read(fresh=True, **PHONE)
    reader.page.add_init_script(REFUSE)
    reader.page.add_init_script(SHARE)
    reader.open(school.link("layla-haddad", "عائلة ليلى"), "reply")
    form = reader.page.locator(".reply-form")
    form.locator("[type=submit]").tap()
    expect(reader.page.locator("#reply_noticed")).to_have_attribute("aria-invalid", "true")
    reader.page.locator("#reply_help").fill("أيّام الاثنين.")
    expect(reader.page.locator("#reply_noticed[aria-invalid]")).to_have_count(0)
    reader.page.locator("#reply_name").fill("سلمى")
    words = json.loads(reader.page.locator("[data-post]").get_attribute("data-words") or "")
    expect(reader.page.locator(".reply-kept")).to_have_text(words["not-kept"])
    assert violations(reader.page) == []
    # In memory it outlives a look at another page, and a mistaken touch.
    reader.turn_to("goals")
    reader.turn_to("reply")
    form.locator("[data-act=forget]").tap()
    expect(reader.page.locator("#reply_help")).to_have_value("")
    form.locator("[data-act=undo]").tap()
    expect(reader.page.locator("#reply_help")).to_have_value("أيّام الاثنين.")
    form.locator("[type=submit]").tap()
    reader.page.locator(".reply-out").wait_for()
    assert violations(reader.page) == []
    # Apps that take no such file get the text; whoever closes the list of apps is not told so.
    reader.page.locator("[data-act=share]").tap()
    assert reader.page.evaluate("window.shared.text") == reader.page.locator("#reply_text").input_value()
    assert "files" not in reader.page.evaluate("window.shared")
    with reader.page.expect_download() as download:
        reader.page.locator("[data-act=save]").tap()
    name = download.value.suggested_filename
    assert name.startswith("reply-")
    assert len(name) == len("reply-12345678.age")
    download.value.save_as(tmp_path / name)

    desk = office(school, tmp_path / "office")
    shown = inbox(desk, str(tmp_path / name))
    assert shown.returncode == 0
    assert "أيّام الاثنين." in shown.stdout
    assert "Nothing was filed" in shown.stdout
    assert "reply-" not in (desk / "portfolios/layla-haddad/plp.yml").read_text()
