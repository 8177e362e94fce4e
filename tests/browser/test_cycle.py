"""The head of *My journey*: where in the planning cycle a learner is."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.built import Built
from browser.findings import findings
from browser.reader import Read

NARROW = {"viewport": {"width": 320, "height": 640}}


def test_a_family_reads_where_the_learner_is_and_unfolds_what_to_ask(school: Built, read: Read) -> None:
    reader = read(**NARROW)
    reader.open(school.link("maya-okafor", "Ngozi Okafor"), "journey")
    cycle = reader.page.locator(".cycle")
    expect(cycle.get_by_role("listitem")).to_have_count(7 + 3)
    now = cycle.locator("[aria-current=step]")
    expect(now).to_contain_text("Here now")
    expect(cycle.get_by_role("heading").first).to_have_text(now.locator("span").inner_text())
    expect(cycle).to_contain_text("Found from the plan")
    more = cycle.locator("summary")
    more.press("Enter")
    assert cycle.get_by_role("listitem").count() > 7 + 3
    box = more.bounding_box()
    assert box
    assert box["height"] >= 44
    assert reader.page.evaluate("document.documentElement.scrollWidth") == 320
    assert findings(reader.page) == []


def test_questions_run_as_the_language_does_that_they_are_in(school: Built, read: Read) -> None:
    reader = read()
    reader.open(school.link("maya-okafor", "Teta Salma"), "journey")
    questions = reader.page.locator(".cycle-questions").first
    words, way = questions.evaluate("list => [list.firstElementChild.textContent, getComputedStyle(list).direction]")
    assert way == ("ltr" if words.isascii() else "rtl")
    assert questions.evaluate("list => list.closest('[lang]').lang") == ("en" if words.isascii() else "ar")
    assert reader.page.locator("html").get_attribute("dir") == "rtl"
    reader.open(school.link("maya-okafor", "Whoever reads the sign"))
    assert "journey" not in reader.slugs()
