"""What the form hands out is a file that the loader takes as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.moves_written import TEXT, fill, loaded, saved


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
