"""What axe finds on a page as it stands."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# What can become wrong by night, or on a narrow screen, and was not wrong before.
NIGHT_ON_A_PHONE: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
    },
}


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> list[str]:
    """Every violation, and where on the page it is."""
    # Half a megabyte of script is put into a page once only.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}" for violation in found for node in violation["nodes"]
    ]


def findings(page: Page) -> list[str]:
    """Every violation in the light on a desk, then in the dark on a narrow phone: loading anew would cost most."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    return found + violations(page, NIGHT_ON_A_PHONE)
