"""How many problems are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waypost.errors import Problem

MOST_PROBLEMS = 200
"""More than this many of one sort help nobody, and looking for the nearest word for each would take minutes."""

MORE = "there are more problems of this sort: mend those that are told, then check again"


def first_problems(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first of `problems`, and one that says so where there are more."""
    for count, problem in enumerate(problems):
        if count == MOST_PROBLEMS:
            yield Problem(problem.file, 0, 0, MORE, problem.severity)
            return
        yield problem
