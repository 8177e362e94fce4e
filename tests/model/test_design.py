"""Any colour a learner gives can be read in any theme, by day and by night. Source: WCAG 2.2, 1.4.3."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from waypost.model.colour import SHAPE, TEXT, contrast, make_legible, mix
from waypost.model.design import GROUNDS, NAMED, THEMES, Design, Shade, Theme, fit_accent

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
SHADES = st.sampled_from(("light", "dark"))


def order(colour: str) -> list[int]:
    """The three channels, strongest first; equal ones count as either."""
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return sorted(range(3), key=lambda place: -channels[place])


@given(COLOURS, st.sampled_from(THEMES), SHADES)
def test_every_colour_can_be_read_once_it_is_fitted(colour: str, theme: Theme, shade: Shade) -> None:
    ground, accent = GROUNDS[theme][shade], fit_accent(colour, theme, shade)
    assert contrast(accent.colour, ground.paper) >= TEXT
    assert contrast(accent.colour, ground.paper_deep) >= TEXT
    assert contrast(ground.ink, accent.tone) >= TEXT
    assert contrast(accent.colour, accent.tone) >= SHAPE


@given(COLOURS, st.sampled_from(THEMES), SHADES)
def test_a_colour_that_can_be_read_is_left_alone(colour: str, theme: Theme, shade: Shade) -> None:
    ground = GROUNDS[theme][shade]
    reads = min(contrast(colour, ground.paper), contrast(colour, ground.paper_deep)) >= TEXT
    assert (fit_accent(colour, theme, shade).colour == colour) is reads
    assert fit_accent(fit_accent(colour, theme, shade).colour, theme, shade) == fit_accent(colour, theme, shade)


@given(COLOURS, st.sampled_from(THEMES), SHADES)
def test_a_fitted_colour_keeps_its_hue(colour: str, theme: Theme, shade: Shade) -> None:
    given_channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    fitted = fit_accent(colour, theme, shade).colour
    channels = [int(fitted[place : place + 2], 16) for place in (1, 3, 5)]
    first, second, third = order(colour)
    assert channels[first] >= channels[second] >= channels[third]
    spread, found = given_channels[first] - given_channels[third], channels[first] - channels[third]
    if spread and found:
        before = (given_channels[second] - given_channels[third]) / spread
        after = (channels[second] - channels[third]) / found
        # Of whole numbers, the middle one can be off by one.
        assert abs(before - after) <= 2 / found


@given(COLOURS, st.sampled_from(THEMES), SHADES)
def test_a_colour_is_moved_no_further_than_needed(colour: str, theme: Theme, shade: Shade) -> None:
    ground = GROUNDS[theme][shade]
    fitted = make_legible(colour, (ground.paper, ground.paper_deep))
    least = min(contrast(fitted, ground.paper), contrast(fitted, ground.paper_deep))
    assert fitted == colour or least <= TEXT + 0.5


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("shade", ["light", "dark"])
def test_a_colour_with_a_name_is_used_as_it_is(name: str, shade: Shade) -> None:
    given_colour = Design(accent=name).given(shade)
    assert given_colour
    assert {fit_accent(given_colour, theme, shade).colour for theme in THEMES} == {given_colour}
    assert given_colour not in {fit_accent(given_colour, theme, shade).tone for theme in THEMES}


def test_colours_are_read_in_the_ways_that_people_write_them() -> None:
    assert [Design(accent=one).accent for one in ("#1F5FAE", "1f5fae", " Teal ")] == ["#1f5fae", "#1f5fae", "teal"]
    assert Design().given("light") is None
    assert Design().theme == "paper"


@pytest.mark.parametrize("written", ["blueish", "#12345", "#12345g", "rgb(1,2,3)", "#1234567", "url(x)"])
def test_what_is_no_colour_is_refused_with_the_names(written: str) -> None:
    with pytest.raises(ValidationError, match="six digits in quotes"):
        Design(accent=written)


def test_half_of_a_colour_in_another_lies_between_them() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", 1) == "#123456"
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
