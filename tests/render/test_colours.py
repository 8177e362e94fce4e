"""Every pair of colours that text or a control is drawn in can be told apart. Source: WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "theme" / "styles"
TEXT = 4.5
SHAPE = 3.0
PAIRS = [
    ("ink", "paper", 7.0),
    ("ink", "paper-deep", 7.0),
    ("ink-quiet", "paper", TEXT),
    ("ink-quiet", "paper-deep", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "paper-deep", TEXT),
    ("on-accent", "accent", TEXT),
    ("ink", "accent-tone", TEXT),
    ("edge", "paper", SHAPE),
    ("accent", "accent-tone", SHAPE),
]


def palettes() -> dict[str, dict[str, str]]:
    text = (STYLES / "tokens.css").read_text(encoding="utf-8")
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    colours = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
    return {"light": dict(colours.findall(light)), "dark": dict(colours.findall(dark))}


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(palette: str, front: str, ground: str, least: float) -> None:
    colours = palettes()[palette]
    assert contrast(colours[front], colours[ground]) >= least


def test_dark_draws_every_colour_anew() -> None:
    light, dark = palettes()["light"], palettes()["dark"]
    assert set(light) == set(dark)
    assert [name for name in light if light[name] == dark[name]] == []
