"""The ids of what a school adds to the toolbox: none of the source's, each once, and what is related is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waypost.errors import Problem
from waypost.model.toolbox import Toolbox

from .documents import Document
from .identifiers import is_identifier
from .moves import check_related
from .paths import find_values
from .reading import Loc

IDS: dict[str, tuple[str, ...]] = {
    "moves": ("moves.*.id",),
    "elements": ("id", "elements.*.id", "elements.*.moves.*.id"),
    "steps": ("id", "steps.*.id"),
}
"""Where the ids of a file stand, by the list that it has; those of moves last."""
RELATED = ("moves.*.related.*", "elements.*.moves.*.related.*", "steps.*.related.*")
SOURCE = "the toolbox itself"


@dataclass
class Known:
    """The ids of a toolbox, by what they name; those of a school's own files are added as they are checked."""

    drivers: frozenset[str]
    elements: frozenset[str]
    progressions: frozenset[str]
    moves: frozenset[str]
    reserved: re.Pattern[str]

    @classmethod
    def of(cls, toolbox: Toolbox) -> Known:
        """The ids of `toolbox`, which has nothing of a school's own yet."""
        elements = frozenset(element.id for driver in toolbox.drivers for element in driver.elements)
        progressions = frozenset(one.id for one in toolbox.progressions)
        moves = [move.id for driver in toolbox.drivers for element in driver.elements for move in element.moves]
        moves += [step.id for one in toolbox.progressions for step in one.steps]
        reserved = re.compile(toolbox.reserved)
        drivers = frozenset(driver.id for driver in toolbox.drivers)
        return cls(drivers, elements, progressions, frozenset(moves), reserved)


def check_own_ids(documents: Sequence[tuple[Document, tuple[str, ...]]], known: Known) -> Iterator[Problem]:
    """A problem for every id that is taken or reserved, and for every related move that is nowhere.

    `documents` come with the patterns of their ids. Adds their ids to `known`.
    """
    taken = dict.fromkeys((*known.drivers, *known.elements, *known.progressions, *known.moves), SOURCE)
    for document, patterns in documents:
        for pattern in patterns:
            for loc, id_ in ids_at(document, pattern):
                yield from _check_id(document, loc, id_, taken, known.reserved, pattern == patterns[-1])
                taken.setdefault(id_, f"{document.file}, line {document.place(loc)[0]}")
    for document, patterns in documents:
        known.moves |= {id_ for _, id_ in ids_at(document, patterns[-1]) if not known.reserved.match(id_)}
        known.elements |= {id_ for _, id_ in ids_at(document, "elements.*.id")}
        if patterns[-1] == "steps.*.id":
            known.progressions |= {id_ for _, id_ in ids_at(document, "id")}
    for document, _patterns in documents:
        for pattern in RELATED:
            for loc, id_ in ids_at(document, pattern):
                yield from check_related(document, loc, id_, known.moves)


def _check_id(
    document: Document, loc: Loc, id_: str, taken: dict[str, str], reserved: re.Pattern[str], is_move: bool
) -> Iterator[Problem]:
    if id_ in taken:
        yield document.problem(loc, f"{id_} is already an id in {taken[id_]}: choose another, such as {_other(id_)}")
    elif reserved.match(id_):
        message = f"{id_} begins as the ids of the source's moves do: begin it with a word of yours, such as own-{id_}"
        yield document.problem(loc, message)
    elif is_move and "-" not in id_:
        # Anchors of a page's own parts have no beginning of this kind.
        yield document.problem(loc, f"{id_} does not say whose it is: begin it with a word of yours, such as own-{id_}")


def _other(id_: str) -> str:
    return f"{id_}-2" if id_.startswith("own-") else f"own-{id_}"


def ids_at(document: Document, pattern: str) -> Iterator[tuple[Loc, str]]:
    """Every id at `pattern`, with its place; what has not the form of one is passed over."""
    for loc, id_ in find_values(document.data, pattern):
        if is_identifier(id_):
            yield loc, str(id_).strip()
