"""Two learners with one student id: nobody can tell whose it is, so both must be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .errors import Problem


@dataclass(frozen=True)
class StudentId:
    """A learner's student id (or None), and where it is written."""

    student: str
    student_id: str | None
    file: str
    place: tuple[int, int]


def twin_problems(ids: Iterable[StudentId]) -> dict[str, Problem]:
    """A problem, by student, for everyone whose student id somebody else has too."""
    groups: dict[str, list[StudentId]] = {}
    for one in ids:
        if one.student_id:
            groups.setdefault(one.student_id.casefold(), []).append(one)
    problems = {}
    for group in groups.values():
        for one in group if len(group) > 1 else ():
            other = next(twin for twin in group if twin is not one)
            message = f"plan: student_id: {other.student} has the same student id: correct the one that is wrong"
            problems[one.student] = Problem(one.file, *one.place, message)
    return problems
