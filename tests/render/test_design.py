"""A learner's look goes along wherever their pages go, and a cover holds ready what is new."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from typing import Any

import pytest

from render.conftest import TODAY, Draw
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.design import Design
from waypost.render import load_language
from waypost.render.design import accent_rule, design_data
from waypost.render.label import Labels
from waypost.render.news import MOST, list_news
from waypost.render.single import render_single
from waypost.render.standalone import render_standalone
from waypost.views import build_portfolio_view
from waypost.views.design import build_design_view
from waypost.views.portfolio import PortfolioView

OWN = design_data(build_design_view(Design(theme="moss", accent="#ffcc00")))


def view_of(plan: dict[str, Any], school: School, audience: Audience = Audience.FAMILY) -> PortfolioView:
    return build_portfolio_view(
        Portfolio("learner", PLP.model_validate(plan), school, DEFAULT_SHARING), audience, TODAY
    )


def news_of(view: PortfolioView) -> tuple[Any, bool]:
    english = load_language("en")
    return list_news(view, {}, Labels(view, english), english)


def test_one_file_wears_the_look_by_a_policy_that_names_its_style(draw: Draw) -> None:
    pages = list(draw(Audience.FAMILY).values())
    html = render_single(
        "Ottoline", "family", pages, load_language("en"), "b{}", lambda _token: None, lambda _token: None, OWN
    )
    assert '<html lang="en" dir="ltr" data-theme="moss">' in html
    (style, own) = re.findall(r"<style[^>]*>(.*?)</style>", html, re.DOTALL)
    assert style == "b{}"
    assert own.startswith(":root{" + ";".join(f"{name}:{colour}" for name, colour in OWN["accent"].items()) + "}")
    digests = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, own)]
    assert f"style-src 'sha256-{digests[0]}' 'sha256-{digests[1]}';" in unescape(html)
    assert ' style="' not in html


def test_pages_in_a_folder_wear_the_look_and_older_ones_none() -> None:
    manifest: dict[str, Any] = {
        "name": "Ida",
        "lang": "en",
        "dir": "ltr",
        "audience": "family",
        "words": {"contents": "Contents"},
        "pages": [{"slug": "cover", "title": "Cover", "html": ""}],
    }
    assert 'data-theme="moss"' in render_standalone({**manifest, "design": OWN}, {}, None, {})["index.html"]
    assert "data-theme" not in render_standalone(manifest, {}, None, {})["index.html"]


def test_a_theme_alone_brings_no_colours() -> None:
    data = design_data(build_design_view(Design(theme="clay")))
    assert data == {"theme": "clay", "accent": {}}
    assert accent_rule(data) == accent_rule({}) == ""


def test_covers_of_two_themes_differ_in_their_pattern(plan: dict[str, Any], draw: Draw) -> None:
    bare = {**plan, "plan": {key: value for key, value in plan["plan"].items() if key != "picture"}}
    covers = {draw(Audience.SELF, other={**bare, "design": {"theme": one}})["cover"].html for one in ("ink", "moss")}
    assert len(covers) == 2
    assert all('class="pattern"' in cover for cover in covers)


def test_news_are_of_what_the_audience_sees_newest_first(plan: dict[str, Any], school: School) -> None:
    view = view_of(plan, school)
    lines, more = news_of(view)
    days = [line.day for line in lines]
    assert days == sorted(days, reverse=True)
    assert not more
    ids = {piece.id for piece in view.evidence or ()} | {one.id for one in view.reflections or ()}
    ids |= {one.id for one in view.growth or ()}
    assert {line.href.partition("/")[2] for line in lines} <= ids
    assert {line.href.partition("/")[0] for line in lines} == {"#evidence", "#reflections", "#growth"}


@pytest.mark.parametrize(("pieces", "more"), [(MOST, False), (MOST + 1, True)])
def test_a_cover_holds_so_many_lines_and_says_that_there_are_more(school: School, pieces: int, more: bool) -> None:
    evidence = [{"id": f"piece-{one}", "title": f"Piece {one}", "date": "2026-01-01"} for one in range(pieces)]
    evidence.append({"id": "undated", "title": "Without a day"})
    lines, found = news_of(view_of({"plan": {"name": "Ida"}, "evidence": evidence}, school))
    assert (len(lines), found) == (MOST, more)
    assert "undated" not in {line.href.partition("/")[2] for line in lines}


def test_nobody_hears_of_what_they_do_not_see(plan: dict[str, Any], school: School) -> None:
    hidden = {**plan, "reflections": [{**one, "for": ["self"]} for one in plan["reflections"]]}
    lines, _ = news_of(view_of(hidden, school))
    assert not [line for line in lines if line.href.startswith("#reflections")]
