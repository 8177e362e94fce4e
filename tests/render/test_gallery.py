"""The ways to look at evidence, and the page of what could come next, as they are drawn."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from waypost.model import Audience
from waypost.render import Page

Draw = Callable[..., dict[str, Page]]


def crowd(plan: dict[str, Any], count: int, **more: Any) -> dict[str, Any]:
    """The small learner with `count` more pieces."""
    added = [{"id": f"p{at}", "link": f"https://example.org/{at}", "title": f"Page {at}"} for at in range(count)]
    return plan | {"evidence": [*plan["evidence"], *added], "transition": []} | more


def ways_in(page: Page) -> dict[str, Any] | None:
    found = re.search(r'data-ways="([^"]*)"', page.html)
    return json.loads(html.unescape(found[1])) if found else None


def test_a_page_with_few_pieces_has_no_line_of_ways(draw: Draw) -> None:
    assert ways_in(draw(Audience.SELF)["evidence"]) is None


def test_a_page_with_many_names_each_way_with_its_counts(draw: Draw, plan: dict[str, Any]) -> None:
    data = ways_in(draw(Audience.SELF, other=crowd(plan, 4))["evidence"])
    assert data is not None
    assert [(way["label"], way.get("count"), way["said"]) for way in data["ways"]] == [
        ("One by one", None, "9 pieces of evidence, newest first"),
        ("By time", "2", "9 pieces of evidence, 2 years"),
        ("By goal", "2", "9 pieces of evidence, 2 goals"),
        ("By proficiency", "1", "9 pieces of evidence, 1 proficiency"),
        ("By kind", "5", "9 pieces of evidence, 5 kinds"),
    ]
    assert list(data["kinds"]) == ["Picture", "Film", "Sound", "Spreadsheet", "Web page"]
    assert [(group["title"], group["count"]) for group in data["ways"][1]["groups"]] == [
        ("2026", "2 pieces"),
        ("2025", "1 piece"),
        ("With no date", "6 pieces"),
    ]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_piece_of_the_page_stands_in_every_way(draw: Draw, plan: dict[str, Any], language: str) -> None:
    page = draw(Audience.SELF, language, other=crowd(plan, 200))["evidence"]
    data = ways_in(page)
    assert data is not None
    pieces = re.findall(r'<article class="piece" id="([^"]*)"', page.html)
    assert len(pieces) == 205
    for way in data["ways"][1:]:
        assert {id_ for group in way["groups"] for id_ in group["pieces"]} == set(pieces)


def test_a_goal_in_another_language_than_the_page_says_so(draw: Draw, plan: dict[str, Any]) -> None:
    spanish = ways_in(draw(Audience.SELF, "es", other=crowd(plan, 4))["evidence"])
    english = ways_in(draw(Audience.SELF, "en", other=crowd(plan, 4))["evidence"])
    assert spanish is not None
    assert english is not None
    for data, marks in ((spanish, ("en", "ltr")), (english, (None, None))):
        goals = next(way for way in data["ways"] if way["way"] == "by_goal")["groups"]
        assert (goals[0].get("lang"), goals[0].get("dir")) == marks
        assert goals[-1].get("lang") is None


def test_what_could_come_next_is_told_with_its_count_and_a_way_there(draw: Draw) -> None:
    page = draw(Audience.ADVISOR)["gaps"].html
    assert re.findall(r'<p class="entry-margin">(.*?)</p>', page)[0] == "1 step"
    assert '<a href="#goals/course">Sign up for the course</a>' in page
    assert "gaps" not in draw(Audience.FAMILY)


def test_a_long_list_shows_its_beginning_and_folds_away_the_rest(draw: Draw, plan: dict[str, Any]) -> None:
    page = draw(Audience.SELF, other=crowd(plan, 30))["gaps"].html
    shown, _, folded = page.partition('<details class="gap-rest">')
    assert shown.count("#evidence/") == 5
    assert folded.partition("</details>")[0].count("#evidence/") >= 25


def test_a_plan_with_no_gaps_says_so_in_a_sentence(draw: Draw) -> None:
    # Nothing but the proficiencies of the school is open in a plan that has just begun.
    begun = {
        "plan": {"name": "Ida"},
        "evidence": [
            {"id": "a", "link": "https://example.org/", "title": "A", "expectations": ["speaking", "counting"]}
        ],
        "reflections": [{"id": "r", "date": "2026-05-01", "by": "student", "text": "Yes.", "about": ["a"]}],
    }
    pages = draw(Audience.SELF, other=begun)
    assert "Nothing is open just now." in pages["gaps"].html
    assert "nothing open" in pages["cover"].html
