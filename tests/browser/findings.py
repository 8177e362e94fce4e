"""What axe finds on a page as it stands."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# A page has a dozen colours on thousands of places; axe reads each anew, which is a fifth of its time.
COLOURS_ARE_READ_ONCE = """;(() => {
  const colour = axe.commons.color.Color.prototype, read = colour.parseString, known = new Map();
  colour.parseString = function (text) {
    const parts = known.get(text);
    if (parts) [this.r, this.g, this.b, this.alpha] = parts;
    else {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
})();"""
# Its private fields are kept in weak maps, for old browsers, which is an eighth of its time; here a mark on each thing.
FIELDS_ARE_MARKS = """(function () {
  const mark = Symbol();
  return {
    has: (one) => mark in one,
    get: (one) => one[mark],
    set: (one, value) => void (one[mark] = value),
    delete: (one) => delete one[mark],
  };
})"""
AXE = f"((WeakMap) => {{{AXE_SCRIPT}\n}})({FIELDS_ARE_MARKS})" + COLOURS_ARE_READ_ONCE
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def only(*rules: str) -> dict[str, Any]:
    """Options of axe for these rules alone."""
    return {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": list(rules)}}


# What can become wrong by night, and on a narrow screen, and was not wrong before.
NIGHT = ("color-contrast", "link-in-text-block")
NARROW = ("target-size", "scrollable-region-focusable")
COLOURS = only(*NIGHT)


def violations(page: Page, options: dict[str, Any] = EVERYTHING) -> list[str]:
    """Every violation, and where on the page it is."""
    # Half a megabyte of script is put into a page once only.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}" for violation in found for node in violation["nodes"]
    ]


def findings(page: Page, by_night: bool = True) -> list[str]:
    """Every violation in the light on a desk, then in the dark on a narrow phone: loading anew would cost most.

    Colours are most of what axe computes. Not `by_night` for a state all of whose parts are in another one that is.
    """
    found = violations(page)
    page.set_viewport_size({"width": 360, "height": 740})
    if not by_night:
        return found + violations(page, only(*NARROW))
    page.emulate_media(color_scheme="dark")
    return found + violations(page, only(*NIGHT, *NARROW))
