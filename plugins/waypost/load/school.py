"""The file school.yml, loaded. Source: design, section 5."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from waypost.errors import Problem
from waypost.model import School

from .declarations import check_declarations
from .documents import load_document
from .fields import check_fields
from .limits import first_problems
from .places import Shown, show_path
from .prose import ProseReader
from .schema import validate_document


@dataclass(frozen=True)
class LoadedSchool:
    """What came of a school.yml: the school, or None where `problems` hold an error.

    `files` are those that it was read from: school.yml itself, and the texts that it names.
    """

    school: School | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()


def load_school(path: Path, shown: Shown | None = None) -> LoadedSchool:
    """Loads the file school.yml at `path`, with every problem in it. Raises nothing for bad input."""
    show = shown or show_path
    if not os.path.lexists(path):
        mend = "run `waypost init`, or go to the folder of your school"
        return LoadedSchool(None, (Problem(show(path), 0, 0, f"this file does not exist: {mend}"),))
    document, problems = load_document(path, show(path))
    if document is None:
        return LoadedSchool(None, tuple(problems))
    prose = ProseReader(path.parent, show)
    school, found = validate_document(School, document, {"read_prose": prose})
    problems += found
    for checked in (check_fields(School, document), check_declarations(document), prose.problems):
        problems += first_problems(checked)
    return LoadedSchool(None if problems else school, tuple(sorted(set(problems))), (path, *prose.files))
