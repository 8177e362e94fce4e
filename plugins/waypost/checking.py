"""Every problem in a school's folders, found without building anything."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .config import Settings
from .errors import Problem
from .load import LoadedSchool, check_folders, list_folders, load_portfolio, load_school
from .media import inspect_media
from .twins import StudentId, twin_problems
from .workshop import student_of


def check_school(settings: Settings) -> tuple[Problem, ...]:
    """The problems of school.yml and of every learner's folder, sorted by place."""
    found = check_folders(settings.portfolios, settings.shown)
    odd = {problem.file for problem in found}
    folders = [folder for folder in list_folders(settings.portfolios) if settings.shown(folder) not in odd]
    school = load_school(settings.portfolios / "school.yml", settings.shown)
    return tuple(sorted({*found, *school.problems, *check_learners(settings, folders)}))


def check_learners(settings: Settings, folders: Iterable[Path]) -> tuple[Problem, ...]:
    """The problems of some learners' folders and of the school.yml beside each, sorted by place.

    While a school.yml has errors, the folders beside it are not judged: too much in them rests on it.
    """
    problems: set[Problem] = set()
    ids: list[StudentId] = []
    schools: dict[Path, LoadedSchool] = {}
    for folder in folders:
        path = folder.absolute().parent / "school.yml"
        school = schools.get(path) or schools.setdefault(path, load_school(path, settings.shown))
        problems.update(school.problems)
        if school.school is None:
            continue
        loaded = load_portfolio(folder, school.school, settings.shown)
        problems.update(loaded.problems)
        if loaded.portfolio:
            problems.update(inspect_media(loaded.portfolio, settings.shown))
            file = settings.shown(folder / "plp.yml")
            student_id = loaded.portfolio.plp.plan.student_id
            ids.append(StudentId(student_of(folder), student_id, file, loaded.student_id_place))
    problems.update(twin_problems(ids).values())
    return tuple(sorted(problems))
