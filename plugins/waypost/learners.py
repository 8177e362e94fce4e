"""All learners of a school: which parcels are fresh, and the others built side by side in processes of their own."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .charter import load_chartered_school
from .errors import Problem
from .load.sources import read_sources
from .processes import make_ready, run_in_processes
from .publish.parcel import Parcel, SourceStamp, is_whole
from .twins import StudentId, twin_problems
from .workshop import Workshop, student_of

if TYPE_CHECKING:
    from .learner import Outcome
    from .model import School

Report = Callable[[int, int], None]
Job = tuple[Path, dict[str, SourceStamp]]
MOST_SERIAL = 3


@dataclass
class Learners:
    """What came of everyone, by student.

    `broken` holds, for those with errors, the links still in force, or None where nobody can tell. `refused` are those
    among them whose parcel in the cache is itself what is wrong.
    """

    parcels: dict[str, Parcel] = field(default_factory=dict)
    rebuilt: list[str] = field(default_factory=list)
    broken: dict[str, frozenset[str] | None] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def build_learners(
    workshop: Workshop, folders: Iterable[Path], odd: Iterable[Path], report: Report | None = None
) -> Learners:
    """Takes from the cache what is fresh and whole, and builds the rest; `odd` are folders that cannot be built.

    Raises WaypostError for a full disk.
    """
    learners = Learners()
    jobs: list[Job] = []
    _clear_drafts(workshop)
    for folder in folders:
        listing = read_sources(folder)
        parcel = workshop.read(student_of(folder))
        if parcel and _is_usable(workshop, parcel, folder, listing):
            learners.parcels[parcel.student] = parcel
            learners.problems += parcel.warnings
        else:
            jobs.append((folder, listing))
    for number, outcome in enumerate(_run(workshop, jobs), start=1):
        _take(learners, outcome)
        if report:
            report(number, len(jobs))
    _refuse_twins(learners, workshop)
    for folder in odd:
        _set_aside(learners, workshop, folder)
    return learners


def _is_usable(workshop: Workshop, parcel: Parcel, folder: Path, listing: dict[str, SourceStamp]) -> bool:
    fresh = parcel.is_fresh(workshop.making, listing, folder, workshop.today)
    return fresh and is_whole(parcel, workshop.place(parcel.student))


def _take(learners: Learners, outcome: Outcome) -> None:
    student = student_of(outcome.folder)
    learners.problems += outcome.problems
    if outcome.parcel is None:
        learners.broken[student] = outcome.links
        return
    learners.parcels[student] = outcome.parcel
    learners.rebuilt.append(student)


def _run(workshop: Workshop, jobs: list[Job]) -> Iterator[Outcome]:
    if not jobs:
        return
    workers = min(workshop.settings.workers, len(jobs))
    side_by_side = workers > 1 and len(jobs) > MOST_SERIAL
    if side_by_side:
        make_ready()
    else:
        from .compiled import recall_templates

        recall_templates(workshop)
    school = load_chartered_school(workshop.settings, workshop.master, workshop.making)
    build = partial(_build, workshop, school)
    try:
        yield from run_in_processes(build, jobs, workers) if side_by_side else (build(*job) for job in jobs)
    finally:
        _clear_drafts(workshop)


def _build(workshop: Workshop, school: School, folder: Path, listing: dict[str, SourceStamp]) -> Outcome:
    """One learner, in this process or in a worker."""
    from .compiled import keep_templates
    from .learner import build_learner

    outcome = build_learner(workshop, school, folder, listing)
    keep_templates(workshop)
    return outcome


def _clear_drafts(workshop: Workshop) -> None:
    shutil.rmtree(workshop.settings.cache / "drafts", ignore_errors=True)


def _set_aside(learners: Learners, workshop: Workshop, folder: Path) -> None:
    from .learner import links_in_force

    student = student_of(folder)
    # Two folders can be one learner to some machines: what either has withdrawn is withdrawn.
    told = [links for links in (learners.broken.get(student), links_in_force(workshop, folder)) if links is not None]
    learners.broken[student] = frozenset.intersection(*told) if told else None


def _refuse_twins(learners: Learners, workshop: Workshop) -> None:
    held = Counter(parcel.student_id.casefold() for parcel in learners.parcels.values() if parcel.student_id)
    ids = [
        StudentId(
            student,
            parcel.student_id,
            workshop.settings.shown(workshop.settings.portfolios / student / "plp.yml"),
            parcel.student_id_place,
        )
        for student, parcel in sorted(learners.parcels.items())
        if parcel.student_id and held[parcel.student_id.casefold()] > 1
    ]
    for student, problem in twin_problems(ids).items():
        learners.problems.append(problem)
        parcel = learners.parcels.pop(student)
        learners.broken[student] = frozenset(file.link for file in parcel.files if file.link)
        learners.refused.add(student)
