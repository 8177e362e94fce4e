"""All learners of a school: which parcels are fresh, and the others built side by side in processes of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Problem, WaypostError
from .load.sources import read_sources
from .publish.parcel import Parcel, SourceStamp, is_whole
from .twins import StudentId, twin_problems
from .workshop import Workshop, student_of

if TYPE_CHECKING:
    from .learner import Outcome
    from .model import School
    from .publish.privacy import PrivateString

Report = Callable[[int, int], None]
Job = tuple[Path, dict[str, SourceStamp]]
MOST_SERIAL = 3


@dataclass
class Learners:
    """What came of everyone, by student. `broken` holds, for those with errors, the links still in force (or None)."""

    parcels: dict[str, Parcel] = field(default_factory=dict)
    rebuilt: list[str] = field(default_factory=list)
    broken: dict[str, frozenset[str] | None] = field(default_factory=dict)
    strings: dict[str, frozenset[PrivateString]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def build_learners(
    workshop: Workshop, school: School, folders: Iterable[Path], report: Report | None = None
) -> Learners:
    """Takes from the cache what is fresh and whole, and builds the rest. Raises WaypostError for a full disk."""
    learners = Learners()
    jobs: list[Job] = []
    for folder in folders:
        listing = read_sources(folder)
        parcel = workshop.read(student_of(folder))
        if parcel and _is_usable(workshop, parcel, folder, listing):
            learners.parcels[parcel.student] = parcel
            learners.problems += parcel.warnings
        else:
            jobs.append((folder, listing))
    for number, outcome in enumerate(_run(workshop, school, jobs), start=1):
        _take(learners, outcome)
        if report:
            report(number, len(jobs))
    _refuse_twins(learners, workshop)
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
    learners.strings[student] = outcome.strings
    learners.rebuilt.append(student)


def _run(workshop: Workshop, school: School, jobs: list[Job]) -> Iterator[Outcome]:
    if not jobs:
        return
    from .learner import build_learner

    drafts = workshop.settings.cache / "drafts"
    shutil.rmtree(drafts, ignore_errors=True)
    build = partial(build_learner, workshop, school)
    workers = min(workshop.settings.workers, len(jobs))
    if workers == 1 or len(jobs) <= MOST_SERIAL:
        yield from (build(*job) for job in jobs)
    else:
        yield from _run_in_processes(build, jobs, workers)
    shutil.rmtree(drafts, ignore_errors=True)


def _run_in_processes(build: Callable[..., Outcome], jobs: list[Job], workers: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_all_start_methods, get_context

    # A fork server starts clean processes quickly, without the threads that a watching MkDocs has.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["waypost.learner"])
    pool = ProcessPoolExecutor(workers, mp_context=context)
    try:
        for future in as_completed([pool.submit(build, *job) for job in jobs]):
            yield future.result()
    except BrokenProcessPool:
        raise WaypostError(
            "A worker process was ended from outside, perhaps for want of memory. The site stands as it was. "
            "Build again with a smaller `concurrency`."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _refuse_twins(learners: Learners, workshop: Workshop) -> None:
    ids = [
        StudentId(
            student,
            parcel.student_id,
            workshop.settings.shown(workshop.settings.portfolios / student / "plp.yml"),
            parcel.student_id_place,
        )
        for student, parcel in sorted(learners.parcels.items())
    ]
    for student, problem in twin_problems(ids).items():
        learners.problems.append(problem)
        del learners.parcels[student]
        learners.broken[student] = None
