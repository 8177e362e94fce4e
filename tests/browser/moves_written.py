"""A move written down in the form, and the file that it hands out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import OwnMove
from waypost.render.place import toolbox_dir

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
