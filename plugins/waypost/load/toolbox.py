"""The toolbox's data, loaded. Source: design, section 6."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from waypost.errors import Problem
from waypost.model import Part
from waypost.model.toolbox import Driver, Progression, Toolbox

from .documents import Document, load_document
from .fields import check_fields
from .paths import find_values
from .places import Shown, show_path
from .schema import validate_document
from .suggestions import nearest

M = TypeVar("M", bound=Part)
ORDER = ("foundational-practices", "learner-paths", "evolving-roles", "strategic-resource-use", "competencies")


@dataclass(frozen=True)
class LoadedToolbox:
    """What came of a toolbox: its data, or None where `problems` hold an error."""

    toolbox: Toolbox | None
    problems: tuple[Problem, ...]


def load_toolbox(folder: Path, shown: Shown | None = None) -> LoadedToolbox:
    """Loads every driver and progression below `folder`. Raises nothing for bad input."""
    show = shown or show_path
    problems: list[Problem] = []
    documents: list[Document] = []

    def load(model: type[M], paths: Iterable[Path]) -> Iterator[M]:
        for path in paths:
            document, found = load_document(path, show(path))
            problems.extend(found)
            if document:
                documents.append(document)
                instance, found = validate_document(model, document)
                problems.extend((*found, *check_fields(model, document)))
                yield from [instance] if instance else []

    drivers = tuple(load(Driver, sorted(folder.glob("driver-model/*.yml"), key=_place)))
    progressions = tuple(load(Progression, sorted(folder.glob("progressions/*.yml"), reverse=True)))
    problems += _check_ids(documents)
    problems += [problem for driver in drivers for problem in _check_places(driver, documents)]
    toolbox = None if problems else Toolbox(drivers, progressions)
    return LoadedToolbox(toolbox, tuple(sorted(set(problems))))


def _place(path: Path) -> tuple[int, str]:
    return ORDER.index(path.stem) if path.stem in ORDER else len(ORDER), path.stem


def _check_ids(documents: list[Document]) -> Iterator[Problem]:
    """An id stands once, and what is related is there."""
    known: dict[str, str] = {}
    for document in documents:
        for pattern in ("elements.*.moves.*.id", "steps.*.id"):
            for loc, id_ in find_values(document.data, pattern):
                if id_ in known:
                    yield document.problem(loc, f"{id_} is the id of another move in {known[id_]}: choose another")
                known[str(id_)] = document.file
    for document in documents:
        for pattern in ("elements.*.moves.*.related.*", "steps.*.related.*"):
            for loc, id_ in find_values(document.data, pattern):
                if id_ not in known:
                    like = nearest(str(id_), known)
                    mend = f"did you mean {like}?" if like else "remove it"
                    yield document.problem(loc, f"no move has the id {id_}: {mend}")


def _check_places(driver: Driver, documents: list[Document]) -> Iterator[Problem]:
    """A move's id begins with its element and a level from 1 to 3."""
    document = next(one for one in documents if one.data.get("id") == driver.id)
    for number, element in enumerate(driver.elements):
        for place, move in enumerate(element.moves):
            if element.level_of(move) is None:
                message = f"{move.id}: write {element.id}-, the level (1, 2 or 3), a dash and the place"
                yield document.problem(("elements", number, "moves", place, "id"), message)
