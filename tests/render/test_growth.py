"""Growth as a picture: where marks stand, whose they are, and what it says to those who do not see it.

`WAYPOST_GOLDEN=write` writes the pictures into golden/render/growth/, to be looked at before they are believed.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.achievement import Assessor
from waypost.render import Page, load_language
from waypost.render.growth import END, GAP, SHAPES, START, draw_growth, find_growth_span, place_marks
from waypost.render.label import Labels
from waypost.views import build_portfolio_view
from waypost.views.moments import PlacementView, ProficiencyView

GOLDEN = Path(__file__).parents[1] / "golden" / "render" / "growth"
Draw = Callable[..., dict[str, Page]]
LEVELS = ("First steps", "On the way", "Knows the way")
FIRST, LAST = datetime.date(2024, 9, 1), datetime.date(2026, 6, 1)


def placed(day: str | datetime.date, position: int, by: str = "self", name: str | None = None) -> PlacementView:
    date = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    level = LEVELS[position - 1]
    return PlacementView(date, level, position, by, name, None, None, (), (), ())


def speaking(*placements: PlacementView, levels: tuple[str, ...] = LEVELS) -> ProficiencyView:
    return ProficiencyView("speaking", "Speaking", None, None, levels, placements, ())


def drawn(proficiency: ProficiencyView, language: str = "en") -> str:
    span = find_growth_span((proficiency,))
    assert span
    somebody = Portfolio("learner", PLP.model_validate({"plan": {"name": "I"}}), School(name="School"), DEFAULT_SHARING)
    words = load_language(language)
    labels = Labels(build_portfolio_view(somebody, Audience.SELF, FIRST), words)
    return str(draw_growth(proficiency, span, labels, words))


SAMPLES = {
    "two-voices": speaking(
        placed("2024-09-12", 1, "teacher", "Mr. Quenby"),
        placed("2024-09-12", 2),
        placed("2025-06-01", 2, "peer", "Kit & Co."),
        placed("2026-05-20", 3, "teacher", "Mr. Quenby"),
        placed("2026-05-21", 3),
    ),
    "one-moment": speaking(placed("2025-12-31", 2, "other")),
}


@pytest.mark.parametrize(("sample", "language"), [("two-voices", "en"), ("two-voices", "ar"), ("one-moment", "es")])
def test_pictures_are_drawn_as_agreed(sample: str, language: str) -> None:
    path = GOLDEN / f"{sample}.{language}.svg"
    found = drawn(SAMPLES[sample], language).replace("><", ">\n<") + "\n"
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


DAYS = st.dates(FIRST, LAST)
MOMENTS = st.lists(st.builds(placed, DAYS, st.integers(1, 3), st.sampled_from(get_args(Assessor))), min_size=1)


@given(MOMENTS)
def test_every_mark_stands_inside_and_none_before_an_earlier_one(moments: list[PlacementView]) -> None:
    moments.sort(key=lambda one: one.date)
    span = find_growth_span((speaking(*moments),))
    assert span
    marks = place_marks(moments, span)
    assert [mark.level for mark in marks] == [one.position for one in moments]
    assert all(START - 1e-9 <= mark.x <= END + 1e-9 for mark in marks)
    assert all(one.x <= next_.x + 1e-9 for one, next_ in pairwise(marks))


@given(MOMENTS)
def test_marks_on_a_level_keep_their_distance_while_there_is_room(moments: list[PlacementView]) -> None:
    moments.sort(key=lambda one: one.date)
    marks = place_marks(moments, (FIRST, LAST))
    least = min(GAP, (END - START) / len(marks))
    for level in (1, 2, 3):
        places = [mark.x for mark in marks if mark.level == level]
        assert all(after - before >= least - 1e-9 for before, after in pairwise(places))


def test_marks_that_are_apart_stand_at_their_days() -> None:
    marks = place_marks([placed(FIRST, 1), placed("2025-07-18", 1), placed(LAST, 1)], (FIRST, LAST))
    middle = START + (END - START) * 320 / 638
    assert [mark.x for mark in marks] == pytest.approx([START, middle, END])


def test_each_voice_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(get_args(Assessor))
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_lines_join_the_marks_of_one_voice_alone() -> None:
    found = re.findall(r'class="thread" data-by="(\w+)"', drawn(SAMPLES["two-voices"]))
    assert found == ["teacher", "self"]


def test_time_runs_as_the_language_does() -> None:
    places = {
        language: [
            float(x) for x in re.findall(r'class="mark"[^>]* x="([\d.]+)%"', drawn(SAMPLES["two-voices"], language))
        ]
        for language in ("en", "ar")
    }
    assert places["en"] == sorted(places["en"])
    assert places["ar"] == pytest.approx([100 - x for x in places["en"]])


def test_a_picture_says_in_words_all_that_it_shows() -> None:
    svg = drawn(SAMPLES["two-voices"])
    (words,) = re.findall(r"<desc [^>]*>(.*?)</desc>", svg)
    assert words == (
        "Levels from the first to the last: First steps, On the way, Knows the way. "
        "September 12, 2024: First steps (Mr. Quenby, Teacher). September 12, 2024: On the way (Me). "
        "June 1, 2025: On the way (Kit &amp; Co., Classmate). May 20, 2026: Knows the way (Mr. Quenby, Teacher). "
        "May 21, 2026: Knows the way (Me)."
    )
    assert 'role="img"' in svg
    assert "style=" not in svg


def test_a_long_name_of_a_level_is_cut_in_the_picture_alone() -> None:
    long = "Does this on an ordinary day with nobody beside them at all"
    svg = drawn(speaking(placed(FIRST, 1), levels=(long, *LEVELS[1:])))
    assert f">{long}</text>" not in svg
    assert "Does this on an ordinary day with nob…</text>" in svg
    assert f"last: {long}," in svg


def test_what_a_school_writes_is_text_in_the_picture() -> None:
    svg = drawn(speaking(placed(FIRST, 1, "other", "<b>Kit</b>"), levels=("<i>First</i>", *LEVELS[1:])))
    assert "<i>" not in svg
    assert "<b>" not in svg
    assert ">&lt;i&gt;First&lt;/i&gt;</text>" in svg


def test_a_mistyped_year_makes_no_forest_of_lines() -> None:
    svg = drawn(speaking(placed(FIRST, 1), placed("9999-12-31", 2)))
    assert 'class="year"' not in svg
    assert svg.count('class="mark"') == 2


COURSES: dict[str, tuple[list[tuple[str, ...]], str]] = {
    "one": ([("2025-10-01", "first-steps")], "Placed once so far: <b>First steps</b> in October 2025."),
    "two months": (
        [("2025-10-01", "first-steps"), ("2026-06-01", "on-the-way")],
        "From <b>First steps</b> in October 2025 to <b>On the way</b> in June 2026.",
    ),
    "the same again": (
        [("2025-10-01", "on-the-way"), ("2026-06-01", "on-the-way")],
        "<b>On the way</b> in October 2025, and again <b>On the way</b> in June 2026.",
    ),
    "two voices": (
        [("2025-10-01", "first-steps"), ("2026-06-01", "on-the-way", "peer")],
        "From <b>First steps</b> in October 2025 (Me) to <b>On the way</b> in June 2026 (Classmate).",
    ),
    "one month": (
        [("2026-06-01", "first-steps"), ("2026-06-20", "on-the-way"), ("2026-06-21", "first-steps")],
        "Placed in June 2026: First steps, On the way.",
    ),
}


@pytest.mark.parametrize("course", COURSES)
def test_the_way_from_first_to_latest_is_said_in_words(draw: Draw, plan: dict[str, Any], course: str) -> None:
    moments, sentence = COURSES[course]
    achievement = [
        {"expectation": "counting", "level": level, "date": day, "by": by[0] if by else "self"}
        for day, level, *by in moments
    ]
    html = draw(Audience.SELF, other={**plan, "achievement": achievement})["growth"].html
    assert f'<p class="course">{sentence}</p>' in html


def test_a_proficiency_without_a_moment_says_what_would_count(draw: Draw, plan: dict[str, Any]) -> None:
    html = draw(Audience.SELF)["growth"].html
    missing = html[html.index("No moment yet") :]
    assert "Speaking so that others follow" in missing
    assert "A piece that shows it would count, once somebody places it." in missing
    pieces = [piece | {"expectations": ["speaking"]} for piece in plan["evidence"]]
    html = draw(Audience.SELF, other={**plan, "evidence": pieces})["growth"].html
    assert "A piece of work is there. Its level is still to be noted:" in html[html.index("No moment yet") :]


def test_what_moved_is_said_since_the_last_meeting(draw: Draw, plan: dict[str, Any]) -> None:
    html = draw(Audience.SELF)["growth"].html
    assert 'What moved since <time datetime="2026-01-22">January 22, 2026</time>' in html
    assert "No level was noted since then." not in html
    html = draw(Audience.SELF, other={**plan, "achievement": plan["achievement"][:1]})["growth"].html
    assert "No level was noted since then." in html


def test_growth_holds_no_verdict(draw: Draw) -> None:
    html = draw(Audience.SELF)["growth"].html
    assert re.search(r"%(?!\")|average|progress|score|[↑↗→↘↓▲▼]", html) is None
