"""From a touch on a link to the first screen: what is asked for, in which order, and that nothing moves afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Request, Route, expect

from browser.built import Built, Link
from browser.findings import violations
from browser.reader import Read, Reader

PHONE = {"viewport": {"width": 390, "height": 740}}
WATCH = """window.moved = [];
const note = (entries) => window.moved.push(...entries.map(({ value }) => value));
const watch = new PerformanceObserver((list) => note(list.getEntries()));
watch.observe({ type: "layout-shift", buffered: true });
window.seeMoved = () => { note(watch.takeRecords()); return window.moved; };
window.print = () => { window.printed = document.querySelector("[data-plain-faces]") ? "plain" : "own" };"""
COMING = "[...document.fonts].some(({ weight, status }) => weight === '600' && status === 'loading')"
ALL_THERE = """(() => {
  const own = [...document.fonts].filter(({ family }) => !family.includes("Stand-in"));
  const bold = own.filter(({ family, weight }) => family === "Literata" && weight === "600");
  return own.every(({ status }) => status !== "loading") && bold.some(({ status }) => status === "loaded");
})()"""
MOVED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(seeMoved())));
})"""
FACE = "getComputedStyle(document.querySelector('main')).fontFamily.split(',')[0]"
PRINT = ".colophon-actions button"


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def turn(reader: Reader) -> None:
    reader.turn_to("about")
    assert reader.page.evaluate(FACE) == '"Atkinson Hyperlegible Next"'
    expect(reader.page.locator("html")).not_to_have_attribute("data-plain-faces", "")


def put_on_paper(reader: Reader) -> None:
    reader.page.locator(PRINT).first.click()
    assert reader.until("window.printed") == "own"


@pytest.mark.parametrize(
    ("student", "recipient", "go_on"),
    [("maya-okafor", "Ngozi Okafor", turn), ("layla-haddad", "عائلة ليلى", put_on_paper)],
    ids=["and is worn by the next page", "and is there on paper, in Arabic"],
)
def test_a_late_font_moves_nothing(
    school: Built, read: Read, student: str, recipient: str, go_on: Callable[[Reader], None]
) -> None:
    reader = read(fresh=True, **PHONE)
    reader.page.add_init_script(WATCH)
    held: list[Route] = []
    holding = True
    reader.page.route("**/fonts/*", lambda route: held.append(route) if holding else route.continue_())
    reader.open(school.link(student, recipient))
    assert reader.page.evaluate(FACE) == '"Atkinson Stand-in"'
    assert violations(reader.page) == []
    reader.until(COMING)
    holding = False
    for route in held:
        route.continue_()
    reader.until(ALL_THERE)
    assert reader.page.evaluate(MOVED) == []
    assert reader.page.evaluate(FACE) == '"Atkinson Stand-in"'
    # What moves would be seen.
    reader.page.evaluate("document.querySelector('main').style.marginBlockStart = '2rem'")
    assert reader.page.evaluate(MOVED) != []
    go_on(reader)


def name_of(url: str) -> str:
    """The name of a file as it is before a build puts a digest into it."""
    return re.sub("-[0-9a-f]{10}", "", url.rpartition("/")[2])


def asked_for(reader: Reader, link: Link, **address: str) -> list[str]:
    """What a reader's browser asks for on the way to the first page, or to the words that there is none."""
    before = len(reader.fetched)
    reader.visit(link, **address)
    reader.page.wait_for_selector("[data-waypost=portfolio] main, main[data-reason]")
    return [name_of(url) for url in reader.fetched[before:]]


def test_the_grant_is_asked_for_once_and_before_the_script_that_opens_it(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    asked: list[str] = []
    held: list[Route] = []

    def note(request: Request) -> None:
        asked.append(name_of(request.url))
        if asked[-1] == "grant.age":
            # Only now may the script that opens it come.
            held.pop().continue_()

    reader.page.route("**/viewer-*.js", lambda route: held.append(route), times=1)
    reader.page.on("request", note)
    reader.open(family)
    reader.page.remove_listener("request", note)
    for once in ("ahead.js", "portfolio.js", "grant.age"):
        assert asked.count(once) == 1, asked


def test_an_address_without_a_secret_asks_the_host_for_nothing_more(family: Link, read: Read) -> None:
    reader = read(fresh=True)
    asked = asked_for(reader, family, secret="")
    assert "grant.age" not in asked
    assert reader.page.locator("main").get_attribute("data-reason") == "no-secret"
    # Without the script that asks ahead, the viewer asks by itself.
    reader.page.route("**/ahead-*.js", lambda route: route.abort())
    asked = asked_for(reader, family)
    assert (asked.count("grant.age"), asked.count("portfolio.js")) == (1, 1)
    reader.sees_portfolio()
    reader.forgive("ERR_FAILED")


def test_a_script_that_does_not_come_is_told_as_out_of_reach_and_tried_again(family: Link, read: Read) -> None:
    reader = read()
    reader.page.route("**/portfolio-*.js", lambda route: route.abort("connectionfailed"))
    reader.visit(family)
    reader.sees_locked("network")
    reader.page.unroute("**/portfolio-*.js")
    reader.page.locator(".locked-actions button").click()
    reader.sees_portfolio("cover")
    reader.forgive("ERR_CONNECTION_FAILED")
