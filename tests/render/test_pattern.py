"""A learner's pattern is theirs, and the same at every build."""

from __future__ import annotations

import re

import pytest

from waypost.model.design import THEMES
from waypost.render.pattern import draw_pattern


def test_a_name_always_has_the_same_pattern() -> None:
    first = draw_pattern("Ottoline Brackenridge")
    draw_pattern.cache_clear()
    assert draw_pattern("Ottoline Brackenridge") == first


@pytest.mark.parametrize("theme", THEMES)
def test_names_have_patterns_of_their_own(theme: str) -> None:
    names = [f"Learner {number}" for number in range(500)]
    assert len({draw_pattern(name, theme) for name in names}) >= 475


def test_each_theme_sews_a_name_another_pattern() -> None:
    assert len({draw_pattern("Ottoline Brackenridge", theme) for theme in THEMES}) == len(THEMES)
    assert draw_pattern("Ottoline Brackenridge", "paper") == draw_pattern("Ottoline Brackenridge")


def test_a_pattern_says_nothing_and_brings_no_colours_of_its_own() -> None:
    svg = draw_pattern("Ottoline Brackenridge")
    assert "Ottoline" not in svg
    assert 'aria-hidden="true"' in svg
    assert not re.search(r"fill=|style=|#[0-9a-f]{3}", svg)


def test_a_pattern_is_small() -> None:
    assert max(len(draw_pattern(f"Learner {number}", theme)) for number in range(200) for theme in THEMES) < 6000


def test_every_name_has_a_pattern() -> None:
    assert all(draw_pattern(name) for name in ("", "أحمد", "J", "x" * 200))
