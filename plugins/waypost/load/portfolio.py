"""A learner's folder, loaded. Source: design, section 5."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from waypost.errors import Problem
from waypost.model import PLP, Portfolio, School

from .dates import check_dates
from .descriptions import graft_descriptions
from .design import check_design
from .documents import Document, load_document
from .fields import check_fields, own_fields
from .files import EvidenceFiles
from .limits import first_problems
from .names import composed
from .places import Shown, show_path
from .presentation import check_presentation
from .prose import ProseReader
from .references import check_references
from .schema import validate_document
from .sharing import load_sharing
from .shelf import Shelf
from .words import WordFiles, check_words


@dataclass(frozen=True)
class LoadedPortfolio:
    """What came of a learner's folder: the portfolio, or None where `problems` hold an error.

    `student_id_place` is the line and column of the student id, which only a look at all learners can judge.
    """

    portfolio: Portfolio | None
    problems: tuple[Problem, ...]
    student_id_place: tuple[int, int] = (0, 0)


def load_portfolio(folder: Path, school: School, shown: Shown | None = None) -> LoadedPortfolio:
    """Loads a learner's folder, with every problem in it, sorted by place.

    `shown` takes a path to the text that a problem names it by. Raises nothing for bad input.
    """
    show = shown or show_path
    shelf = Shelf(folder)
    plan, problems = _load_plan(folder, show)
    document = plan or Document({}, show(folder / "plp.yml"))
    described, found = graft_descriptions(document, shelf, show)
    problems += found
    prose = ProseReader(folder, show)
    words = WordFiles(shelf, show)
    readers = {"read_prose": prose, "read_transcript": words.read_transcript, "read_captions": words.read_captions}
    plp, found = validate_document(PLP, document, readers)
    files = EvidenceFiles(document, shelf, described | words.names, show)
    checks = [check_fields(PLP, document, own_fields(school))]
    checks += [files.check_mentions(), files.check_unmentioned(), files.check_descriptions()]
    if plan is not None:
        checks += [check_references(document, school), check_dates(document)]
        checks += [check_words(document), check_design(document)]
        checks += [check_presentation(document, prose, folder, show)]
    for check in checks:
        found += first_problems(check)
    # While the plan itself is unreadable, only other files can be judged.
    problems += (problem for problem in found if plan is not None or problem.file != document.file)
    problems += (*prose.problems, *words.problems)
    sharing, found = load_sharing(folder / "sharing.yml", show)
    problems += found
    told = tuple(sorted(set(problems)))
    if plp is None or sharing is None or any(problem.severity == "error" for problem in told):
        return LoadedPortfolio(None, told)
    student = composed(folder.absolute().name)
    portfolio = Portfolio(student, plp, school, sharing, files.paths())
    return LoadedPortfolio(portfolio, told, document.place(("plan", "student_id")))


def _load_plan(folder: Path, shown: Shown) -> tuple[Document | None, list[Problem]]:
    path = folder / "plp.yml"
    if os.path.lexists(path):
        return load_document(path, shown(path))
    message = "this folder has no plp.yml: run `waypost new {0}`, or move the folder out"
    if os.path.lexists(folder / "plp.yaml"):
        message = "this folder has no plp.yml: rename plp.yaml to plp.yml"
    elif not os.path.lexists(folder):
        message = "there is no such folder: run `waypost new {0}`, or correct the name"
    elif not folder.is_dir():
        message = "this is not a folder: name the folder that plp.yml lies in"
    return None, [Problem(shown(folder), 0, 0, message.replace("{0}", shown(folder)))]
