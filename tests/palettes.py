"""The colours of the themes, read out of the style sheets."""

from __future__ import annotations

import re
from pathlib import Path

from waypost.model.design import THEMES

STYLES = Path(__file__).parents[1] / "theme" / "styles"
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6}|var\(--(?:day|night)[a-z-]*\));")
RULE = re.compile(r'(?::root|\[data-theme="([a-z]+)"\]) \{([^}]*)\}')
DARK = "@media (prefers-color-scheme: dark)"


def palettes() -> dict[tuple[str, str], dict[str, str]]:
    """The colours of each theme by day and by night, as a browser comes to them; the first is in tokens.css."""
    drawn: dict[tuple[str, str], dict[str, str]] = {}
    for sheet in ("tokens.css", "designs.css"):
        light, dark = (STYLES / sheet).read_text(encoding="utf-8").split(DARK)
        for shade, text in (("light", light), ("dark", dark)):
            for name, body in RULE.findall(text):
                rows = {found[0]: found[1] for found in COLOUR.findall(body)}
                drawn[name or THEMES[0], shade] = {**drawn.get((name or THEMES[0], "light"), {}), **rows}
    whole = {(name, shade): {**drawn[THEMES[0], shade], **colours} for (name, shade), colours in drawn.items()}
    return {
        key: {name: colours[value[6:-1]] if value.startswith("var") else value for name, value in colours.items()}
        for key, colours in whole.items()
    }
