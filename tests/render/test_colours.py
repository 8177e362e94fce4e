"""Every pair of colours that text or a control is drawn in can be told apart. Source: WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

import pytest

from palettes import palettes
from waypost.model.colour import SHAPE, TEXT, contrast
from waypost.model.design import GROUNDS, THEMES, Ground

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
BOTH = ("day", "day-tone", "night", "night-tone")
"""Named in each theme once, for both lights."""


PALETTES = palettes()


@pytest.mark.parametrize("palette", PALETTES, ids="-".join)
def test_colours_can_be_told_apart(palette: tuple[str, str]) -> None:
    colours = PALETTES[palette]
    faint = [(front, ground) for front, ground, least in PAIRS if contrast(colours[front], colours[ground]) < least]
    assert faint == []


def test_each_theme_is_drawn_twice_and_dark_draws_every_colour_anew() -> None:
    assert set(PALETTES) == {(theme, shade) for theme in THEMES for shade in ("light", "dark")}
    for theme in THEMES:
        light, dark = PALETTES[theme, "light"], PALETTES[theme, "dark"]
        assert set(light) == set(dark)
        assert [name for name in light if light[name] == dark[name] and name not in BOTH] == []


def test_no_two_themes_share_a_paper_or_an_accent() -> None:
    for shade in ("light", "dark"):
        assert len({PALETTES[theme, shade]["paper"] for theme in THEMES}) == len(THEMES)
        assert len({PALETTES[theme, shade]["accent"] for theme in THEMES}) == len(THEMES)


def test_accents_are_fitted_to_the_papers_that_are_drawn() -> None:
    for theme, shades in GROUNDS.items():
        for shade, ground in shades.items():
            drawn = PALETTES[theme, shade]
            assert ground == Ground(drawn["paper"], drawn["paper-deep"], drawn["ink"])
            assert drawn["on-accent"] == ground.paper
