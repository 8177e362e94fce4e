"""The toolbox's data, loaded. Source: design, section 6."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from waypost.errors import Problem
from waypost.model import Part
from waypost.model.framework import Framework
from waypost.model.glossary import Glossary
from waypost.model.guide import Guide
from waypost.model.self_assessment import SelfAssessment
from waypost.model.situations import Situations
from waypost.model.toolbox import Driver, Progression, Toolbox

from .documents import Document, load_document
from .entries import check_entries
from .fields import check_fields
from .moves import check_move_ids, check_move_places
from .own import load_own
from .places import Shown, show_path
from .schema import validate_document

M = TypeVar("M", bound=Part)
ORDER = ("foundational-practices", "learner-paths", "evolving-roles", "strategic-resource-use", "competencies")
MISSING = "this file is missing from the toolbox: put it back, as it comes with Waypost"


@dataclass(frozen=True)
class LoadedToolbox:
    """What came of a toolbox: its data, or None where Waypost's own is broken; and every problem, the school's too."""

    toolbox: Toolbox | None
    problems: tuple[Problem, ...]


def load_toolbox(folder: Path, shown: Shown | None = None, local: Path | None = None) -> LoadedToolbox:
    """Loads every driver and progression below `folder`, and each of the files that stand there alone.

    What a school adds stands in `local`; problems there leave out the file that they stand in, and nothing else. Raises
    nothing for bad input.
    """
    reader = _Reader(shown or show_path)
    drivers = tuple(reader.read_all(Driver, sorted(folder.glob("driver-model/*.yml"), key=_place)))
    progressions = tuple(reader.read_all(Progression, sorted(folder.glob("progressions/*.yml"), reverse=True)))
    situations = reader.read_entries(Situations, folder / "situations.yml")
    moves = tuple(reader.documents)
    framework = reader.read_entries(Framework, folder / "framework.yml")
    self_assessment = reader.read_entries(SelfAssessment, folder / "self-assessment.yml")
    guide = reader.read_entries(Guide, folder / "guide.yml")
    glossary = reader.read_entries(Glossary, folder / "glossary.yml")
    problems = {*reader.problems, *check_move_ids(moves)}
    problems.update(problem for driver in drivers for problem in check_move_places(driver, moves))
    toolbox = None
    if framework and self_assessment and guide and glossary and situations and not problems:
        toolbox = Toolbox(drivers, progressions, framework, self_assessment, guide, glossary, situations)
        if local:
            toolbox, found = load_own(local, toolbox, reader.shown)
            problems.update(found)
    return LoadedToolbox(toolbox, tuple(sorted(problems)))


@dataclass
class _Reader:
    """Reads files one after another; keeps their documents and every problem."""

    shown: Shown
    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read_all(self, model: type[M], paths: Iterable[Path]) -> Iterator[M]:
        for path in paths:
            instance = self._read(model, path)
            yield from [instance] if instance else []

    def read_entries(self, model: type[M], path: Path) -> M | None:
        if not path.exists():
            self.problems.append(Problem(self.shown(path), 0, 0, MISSING))
            return None
        before = len(self.documents)
        instance = self._read(model, path)
        for document in self.documents[before:]:
            self.problems.extend(check_entries(path.stem, document))
        return instance

    def _read(self, model: type[M], path: Path) -> M | None:
        document, found = load_document(path, self.shown(path))
        self.problems.extend(found)
        if not document:
            return None
        self.documents.append(document)
        instance, found = validate_document(model, document)
        self.problems.extend((*found, *check_fields(model, document)))
        return instance


def _place(path: Path) -> tuple[int, str]:
    return ORDER.index(path.stem) if path.stem in ORDER else len(ORDER), path.stem
