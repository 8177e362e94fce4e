"""What the form hands out is a file that the loader takes as it was meant."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

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
