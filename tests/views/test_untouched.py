"""Files that are published just as they are are told where anybody could open them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from waypost.model import DEFAULT_SHARING, PLP, Portfolio, School
from waypost.views.untouched import untouched_problems

SHELF = Path("portfolios/maya/evidence")


def told(school: dict[str, Any] | None = None, **fields: Any) -> list[tuple[str, str]]:
    """The files that are told, with the weight of it, of a portfolio with one piece of evidence."""
    piece = {"id": "sky", "file": "sky.jpg", "title": "The sky", **fields}
    plp = PLP.model_validate({"plan": {"name": "Maya"}, "evidence": [piece]})
    of_school = School.model_validate({"name": "A school", **(school or {})})
    portfolio = Portfolio("maya", plp, of_school, DEFAULT_SHARING, {"sky": SHELF / "sky.jpg"})
    problems = untouched_problems(portfolio, lambda path: path.name)
    assert all("; take clean: keep out of its entry" in problem.message for problem in problems)
    return [(problem.file, problem.severity) for problem in problems]


def test_untouched_file_that_the_public_sees_is_a_warning() -> None:
    assert told(clean="keep", **{"for": ["public"]}) == [("sky.jpg", "warning")]
    assert told({"visibility": {"evidence": ["self", "public"]}}, clean="keep") == [("sky.jpg", "warning")]


@pytest.mark.parametrize(
    "fields",
    [
        {"for": ["public"]},
        {"clean": "keep", "for": ["self", "advisor", "family", "panel"]},
        {"clean": "keep", "for": ["public"], "people": [{"name": "A classmate"}]},
    ],
    ids=["cleaned", "not for the public", "without consent"],
)
def test_what_the_public_does_not_see_untouched_is_not_told(fields: dict[str, Any]) -> None:
    assert told(**fields) == []
