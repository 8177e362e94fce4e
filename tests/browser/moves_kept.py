"""A coach's kept moves, as tests put them on a device and read them there."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from browser.conftest import Visit

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
FRAGMENTS: dict[bool, str] = {}
IDS = "nodes => nodes.map(node => node.dataset.move)"


def keep(page: Page, content: dict[str, Any]) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(content)])


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))


def ids(page: Page) -> list[str]:
    found: list[str] = page.locator("#kept [data-move]").evaluate_all(IDS)
    return found


def with_mine(visit: Visit, content: dict[str, Any] = MINE, **options: Any) -> Page:
    return visit("my-moves.html", kept={KEY: json.dumps(content)}, **options)


def link_of(page: Page) -> str:
    return page.locator("#link").input_value()


def received(visit: Visit, fragment: str, mine: dict[str, Any] | None = None, **options: Any) -> Page:
    return visit(f"my-moves.html#{fragment}", kept={KEY: json.dumps(mine)} if mine else None, **options)


def fragment(visit: Visit, *, notes: bool = False) -> str:
    """What stands behind the # of the link to `MINE`; the page is asked once for each kind."""
    if notes not in FRAGMENTS:
        page = with_mine(visit)
        if notes:
            page.get_by_label("Also share my notes").check()
        FRAGMENTS[notes] = link_of(page).split("#")[1]
    return FRAGMENTS[notes]
