"""Every problem in a school's folders, found without building anything."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .config import Settings
from .errors import Problem
from .load import LoadedSchool, check_folders, list_folders, load_portfolio, load_school
from .load.folders import check_own, list_own
from .load.names import is_text, name_trouble
from .load.toolbox import load_toolbox
from .media import inspect_media
from .media.sets import NO_EXTRA
from .media.workroom import Workroom
from .render.place import toolbox_dir
from .tongues import tongue_problems
from .twins import StudentId, twin_problems
from .views.untouched import untouched_problems
from .workshop import student_of


def check_school(settings: Settings) -> tuple[Problem, ...]:
    """The problems of school.yml and of every learner's folder, sorted by place."""
    found = check_folders(settings.portfolios, settings.shown)
    odd = {problem.file for problem in found}
    folders = [folder for folder in list_folders(settings.portfolios) if settings.shown(folder) not in odd]
    school = load_school(settings.portfolios / "school.yml", settings.shown)
    own = check_own_toolbox(settings)
    return tuple(sorted({*found, *school.problems, *own, *check_learners(settings, folders)}))


def check_named(settings: Settings, paths: Iterable[Path]) -> tuple[Problem, ...]:
    """The problems of what somebody names: learners' folders, the school's toolbox/local/, or files in it."""
    named = tuple(paths)
    local = settings.local
    in_toolbox = [path for path in named if path == local.parent or path.is_relative_to(local)]
    problems = set(check_learners(settings, (path for path in named if path not in in_toolbox)))
    missing = [path for path in in_toolbox if not path.exists()]
    problems.update(Problem(settings.shown(path), 0, 0, "there is no such file or folder") for path in missing)
    if in_toolbox:
        wanted = tuple(settings.shown(path) for path in in_toolbox)
        found = check_own_toolbox(settings)
        problems.update(one for one in found if any(Path(one.file).is_relative_to(place) for place in wanted))
    return tuple(sorted(problems))


def check_own_toolbox(settings: Settings) -> tuple[Problem, ...]:
    """The problems of what the school adds to the toolbox. Waypost's own data is read only where there is something."""
    if not list_own(settings.local):
        return tuple(check_own(settings.local, settings.shown))
    return load_toolbox(toolbox_dir(), settings.shown, settings.local).problems


def check_learners(settings: Settings, folders: Iterable[Path]) -> tuple[Problem, ...]:
    """The problems of some learners' folders and of the school.yml beside each, sorted by place.

    While a school.yml has errors, the folders beside it are not judged: too much in them rests on it.
    """
    problems: set[Problem] = set()
    ids: list[StudentId] = []
    schools: dict[Path, LoadedSchool] = {}
    limits = settings.limits
    with Workroom(limits.time_limit, limits.memory_limit) as workroom:
        for folder in folders:
            if not is_text(folder.name):
                problems.add(Problem(settings.shown(folder), 0, 0, f"this folder {name_trouble(folder.name)}"))
                continue
            path = folder.absolute().parent / "school.yml"
            school = schools.get(path) or schools.setdefault(path, load_school(path, settings.shown))
            problems.update(school.problems)
            if school.school is None:
                continue
            problems.update(tongue_problems(school.school.languages, settings.shown(path)))
            loaded = load_portfolio(folder, school.school, settings.shown)
            problems.update(loaded.problems)
            if loaded.portfolio:
                problems.update(inspect_media(loaded.portfolio, workroom, settings.shown, limits))
                problems.update(untouched_problems(loaded.portfolio, settings.shown))
                tags = (one.language for one in loaded.portfolio.sharing.recipients if one.language)
                problems.update(tongue_problems(tags, settings.shown(folder / "sharing.yml")))
                file = settings.shown(folder / "plp.yml")
                student_id = loaded.portfolio.plp.plan.student_id
                ids.append(StudentId(student_of(folder), student_id, file, loaded.student_id_place))
    problems.update(twin_problems(ids).values())
    return _said_once(sorted(problems))


def _said_once(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems, with what is lacking on this computer told of the first learner alone."""
    of_the_computer = [problem for problem in problems if problem.message == NO_EXTRA]
    return tuple(problem for problem in problems if problem not in of_the_computer[1:])
