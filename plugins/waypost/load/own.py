"""What a school adds to the toolbox: the YAML files in its toolbox/local/. Source: design, section 6."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from waypost.errors import Problem
from waypost.model import Part
from waypost.model.toolbox import Driver, Move, OwnDriver, OwnMoves, OwnProgression, Toolbox

from .documents import Document, load_document
from .fields import check_fields
from .folders import check_own, list_own
from .moves import check_move_places
from .ownids import IDS, Known, check_own_ids, ids_at
from .places import Shown, quote
from .schema import validate_document
from .suggestions import nearest

M = TypeVar("M", bound=Move)
KINDS: dict[str, type[Part]] = {"moves": OwnMoves, "elements": OwnDriver, "steps": OwnProgression}
"""What a file is, by the list that it has."""


@dataclass(frozen=True)
class _OwnFile:
    document: Document
    kind: str
    part: Part | None


def load_own(folder: Path, toolbox: Toolbox, shown: Shown) -> tuple[Toolbox, list[Problem]]:
    """`toolbox` with what the files in `folder` add, and every problem in them. Raises nothing for bad input.

    A file with a problem is left out as a whole; the others stand, without what would lead to it.
    """
    problems = check_own(folder, shown)
    files = [file for path in list_own(folder) for file in _read(path, shown, problems)]
    known = Known.of(toolbox)
    there = known.moves
    problems += check_own_ids([(file.document, IDS[file.kind]) for file in files], known)
    for file in files:
        if isinstance(file.part, Driver):
            problems += check_move_places(file.part, [file.document])
    broken = {problem.file for problem in problems}
    waiting = [file.document for file in files if file.kind != "moves" and file.document.file in broken]
    for file in files:
        if file.kind == "moves":
            problems += _check_homes(file.document, known, waiting)
    broken = {problem.file for problem in problems}
    sound = [file for file in files if file.part and file.document.file not in broken]
    there |= {id_ for file in sound for _, id_ in ids_at(file.document, IDS[file.kind][-1])}
    return _with_own(toolbox, [file.part for file in sound if file.part], there), problems


def _read(path: Path, shown: Shown, problems: list[Problem]) -> Iterator[_OwnFile]:
    document, found = load_document(path, shown(path))
    problems += found
    if document is None:
        return
    kinds = [kind for kind in KINDS if kind in document.data]
    if len(kinds) != 1:
        problems.append(document.problem((), _unclear(kinds)))
        return
    part, found = validate_document(KINDS[kinds[0]], document)
    problems += (*found, *check_fields(KINDS[kinds[0]], document))
    yield _OwnFile(document, kinds[0], part)


def _unclear(kinds: Sequence[str]) -> str:
    if kinds:
        return f"{' and '.join(kinds)} stand in one file: put each into a file of its own"
    return (
        "this file adds nothing that the toolbox knows: list moves under moves:, the elements of a driver under "
        "elements:, or the steps of a progression under steps:"
    )


def _check_homes(document: Document, known: Known, broken: Iterable[Document]) -> Iterator[Problem]:
    """A problem for every move whose element or progression is not there."""
    waiting = {id_: other.file for other in broken for key in ("elements.*.id", "id") for _, id_ in ids_at(other, key)}
    for field, homes in (("element", known.elements), ("progression", known.progressions)):
        for loc, name in ids_at(document, f"moves.*.{field}"):
            if name in homes and name not in waiting:
                continue
            if name in waiting:
                message = f"{quote(name)} stands in {waiting[name]}, which has problems: mend that file first"
            else:
                like = nearest(name, homes)
                mend = f"did you mean {like}?" if like else f"choose one that is there, or add the {field} in a file"
                message = f"no {field} has the id {quote(name)}: {mend}"
            yield document.problem(loc, message)


def _with_own(toolbox: Toolbox, parts: Sequence[Part], there: frozenset[str]) -> Toolbox:
    drivers = [part for part in parts if isinstance(part, OwnDriver)]
    progressions = [part for part in parts if isinstance(part, OwnProgression)]
    moves = [move for part in parts if isinstance(part, OwnMoves) for move in part.moves]
    return dataclasses.replace(
        toolbox,
        drivers=(
            *toolbox.drivers,
            *(
                driver.model_copy(
                    update={
                        "elements": tuple(
                            element.model_copy(update={"moves": _led(element.moves, there)})
                            for element in driver.elements
                        )
                    }
                )
                for driver in drivers
            ),
        ),
        progressions=(
            *toolbox.progressions,
            *(one.model_copy(update={"steps": _led(one.steps, there)}) for one in progressions),
        ),
        own=_led(moves, there),
    )


def _led(moves: Iterable[M], there: frozenset[str]) -> tuple[M, ...]:
    """Moves whose related ones are all there: those in a file that was left out are not."""
    return tuple(
        move.model_copy(update={"related": tuple(id_ for id_ in move.related if id_ in there)}) for move in moves
    )
