"""Files that are published just as they are, where anybody could see what is in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from waypost.errors import Problem
from waypost.model import Audience, Portfolio

from .visibility import Visibility

TOLD = (
    "this file is published as it is (clean: keep), and anybody can open it: a public link shows the names, days and "
    "places in it; take clean: keep out of its entry, or leave public out of its for:"
)


def untouched_problems(portfolio: Portfolio, shown: Callable[[Path], str] = str) -> tuple[Problem, ...]:
    """A warning for each file with `clean: keep` that the audience public sees. Paths go through `shown`."""
    seen = Visibility(portfolio.school, Audience.PUBLIC).only(portfolio.plp.evidence, "evidence")
    return tuple(
        Problem(shown(portfolio.files[piece.id]), 0, 0, TOLD, "warning")
        for piece in seen
        if piece.clean == "keep" and piece.id in portfolio.files
    )
