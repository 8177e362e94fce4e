"""The plan as a map, as the page says it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from waypost.model import Audience
from waypost.render import Page

Draw = Callable[..., dict[str, Page]]
NAME = {"name": "Somebody"}


def mapped(html: str) -> str:
    """The map of a page of goals."""
    (found,) = re.findall(r'<section class="map".*?</section>', html, re.DOTALL)
    return str(found)


def goals(draw: Draw, *goals: dict[str, Any], audience: Audience = Audience.SELF) -> str:
    return draw(audience, other={"plan": NAME, "goals": list(goals)})["goals"].html


def goal(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_.title(), "term": "long", **more}


def step(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_, **more}


def test_today_stands_between_what_was_done_and_what_is_due(draw: Draw) -> None:
    steps = [step("later", due="2026-12-01"), step("sooner", status="done", done="2026-01-01")]
    found = re.findall(r'#goals/(?:sooner|later)"|>Today<', mapped(goals(draw, goal("one", steps=steps))))
    assert found == ['#goals/sooner"', ">Today<", '#goals/later"']


def test_a_goal_that_is_reached_has_no_today(draw: Draw) -> None:
    steps = [step("sooner", status="done", done="2026-01-01")]
    assert ">Today<" not in mapped(goals(draw, goal("one", status="met", steps=steps)))


def test_every_goal_and_step_is_a_link_on_the_map(draw: Draw) -> None:
    html = draw(Audience.SELF)["goals"].html
    for id_ in ("keeper", "talker", "fair", "alone", "winter-one", "course", "cards"):
        assert f'href="#goals/{id_}"' in mapped(html), id_
    assert 'href="#evidence/frame"' in mapped(html)


def test_what_has_no_day_is_told_apart_from_what_has_one(draw: Draw) -> None:
    dated, undated = step("dated", due="2026-12-01"), step("undated")
    assert "Without a day" in mapped(goals(draw, goal("one", steps=[dated, undated])))
    alone = mapped(goals(draw, goal("one", steps=[undated])))
    assert "Without a day" not in alone
    assert "Give one to a goal or a step" in alone
    assert "Give one" not in mapped(goals(draw, goal("one", steps=[undated]), audience=Audience.FAMILY))


def test_a_map_without_steps_says_what_will_stand_on_it(draw: Draw) -> None:
    assert "write one that you can take this week" in mapped(goals(draw, goal("one")))
    assert "No step stands here yet.</p>" in mapped(goals(draw, goal("one"), audience=Audience.FAMILY))


def test_without_goals_there_is_no_map(draw: Draw) -> None:
    assert "<section" not in goals(draw)


def test_steps_done_are_counted_in_words(draw: Draw) -> None:
    steps = [step("a", status="done"), step("b", expectations=["speaking"]), step("c", status="set aside")]
    html = goals(draw, goal("one", steps=steps, expectations=["counting"]))
    assert "Steps done: 1 of 2" in mapped(html)
    toward = html[html.index("What this counts toward") :]
    assert '<a href="#growth/speaking">Speaking so that others follow</a></dt><dd>Steps done: 0 of 1' in toward
    assert '<a href="#growth/counting">Counting and comparing</a></dt><dd>Steps done: 1 of 2' in toward


def test_short_goals_reached_are_counted_in_words(draw: Draw) -> None:
    assert "Short goals reached: 1 of 1" in mapped(draw(Audience.SELF)["goals"].html)


def test_an_expectation_that_nothing_counts_toward_is_named(draw: Draw) -> None:
    html = goals(draw, goal("one", expectations=["counting"]))
    assert "<dd>A goal, no steps yet</dd>" in html
    assert "counts toward these yet: Speaking so that others follow." in html


def test_forty_goals_are_folded_and_the_first_is_open(draw: Draw) -> None:
    many = [goal(f"g{n}", steps=[step(f"s{n}-{each}") for each in range(3)]) for n in range(40)]
    found = mapped(goals(draw, *many))
    assert "data-few" not in found
    assert len(re.findall(r"<details[^>]*>", found)) == 40
    assert len(re.findall(r"<details[^>]* open", found)) == 1
    assert "data-few" in mapped(goals(draw, *many[:20]))
