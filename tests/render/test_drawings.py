"""A page is taken from another audience's only where it would have come out the same."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from render.conftest import TODAY
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.media import MediaSet
from waypost.render import Page, load_language, render_portfolio
from waypost.render import portfolio as drawing
from waypost.render.drawings import Drawings
from waypost.views import build_portfolio_view

Drawn = Callable[..., tuple[Page, ...]]


@pytest.fixture
def drawn(plan: dict[str, Any], school: School, media: dict[str, MediaSet]) -> Drawn:
    def pages(audience: Audience, drawings: Drawings | None, other: dict[str, Any] | None = None) -> tuple[Page, ...]:
        portfolio = Portfolio("learner", PLP.model_validate(other or plan), school, DEFAULT_SHARING)
        view = build_portfolio_view(portfolio, audience, TODAY)
        shown = {piece.id: media[piece.id] for piece in view.evidence or () if piece.id in media}
        return render_portfolio(view, shown, load_language("en"), TODAY, drawings=drawings)

    return pages


@pytest.mark.parametrize("order", list(permutations(Audience, 3)))
def test_pages_are_the_same_as_if_each_audience_were_drawn_alone(drawn: Drawn, order: tuple[Audience, ...]) -> None:
    drawings = Drawings()
    for audience in order:
        assert drawn(audience, drawings) == drawn(audience, None)


def test_look_that_another_page_has_is_not_taken_over(drawn: Drawn, plan: dict[str, Any]) -> None:
    drawings, bare = Drawings(), {name: value for name, value in plan["plan"].items() if name != "picture"}
    for theme in ("moss", "ink"):
        other = {**plan, "plan": bare, "design": {"theme": theme}}
        assert drawn(Audience.FAMILY, drawings, other) == drawn(Audience.FAMILY, None, other)


def test_what_two_audiences_see_alike_is_drawn_once(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    draw = drawing.draw
    monkeypatch.setattr(drawing, "draw", lambda page, /, **setting: asked.append(page) or draw(page, **setting))
    drawings = Drawings()
    drawn(Audience.SELF, drawings)
    first = len(asked)
    drawn(Audience.SELF, drawings)
    assert asked[first:] == ["cover.html"]
    drawn(Audience.FAMILY, drawings)
    assert "goals.html" in asked[first + 1 :]
