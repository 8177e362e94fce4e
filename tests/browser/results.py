"""What the finder lists, as tests read it."""

from __future__ import annotations

from playwright.sync_api import Page

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
RANKED = "nodes => nodes.map(node => node.dataset.move)"


def ranked(page: Page) -> list[str]:
    """The ids of the moves that a page lists, in its order."""
    found: list[str] = page.locator("[data-move]").evaluate_all(RANKED)
    return found
