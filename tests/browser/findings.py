"""What axe finds on a page of the toolbox: in the light on a desk, then in the dark on a narrow phone."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def findings(page: Page) -> list[Any]:
    """Every violation in either way of looking at the page as it stands: loading it anew would cost most."""
    found = list(Axe().run(page, options=RULES).response["violations"])
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    return found + list(Axe().run(page, options=RULES).response["violations"])
