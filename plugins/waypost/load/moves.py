"""The moves of a toolbox's files: each id once and in its place, and what is related is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from waypost.errors import Problem
from waypost.model.toolbox import Driver

from .documents import Document
from .paths import find_values
from .reading import Loc
from .suggestions import nearest


def check_move_ids(documents: Sequence[Document]) -> Iterator[Problem]:
    """A problem for every id that stands twice in `documents`, and for every related move that is in none of them."""
    known: dict[str, str] = {}
    for document in documents:
        for pattern in ("elements.*.moves.*.id", "steps.*.id"):
            for loc, id_ in find_values(document.data, pattern):
                if id_ in known:
                    yield document.problem(loc, f"{id_} is the id of another move in {known[id_]}: choose another")
                known[str(id_)] = document.file
    for document in documents:
        for pattern in ("elements.*.moves.*.related.*", "steps.*.related.*", "groups.*.situations.*.moves.*"):
            for loc, id_ in find_values(document.data, pattern):
                yield from check_related(document, loc, str(id_), known)


def check_related(document: Document, loc: Loc, id_: str, known: Collection[str]) -> Iterator[Problem]:
    """A problem where what leads to the move `id_`, at `loc`, finds none in `known`."""
    if id_ not in known:
        like = nearest(id_, known)
        mend = f"did you mean {like}?" if like else "remove it"
        yield document.problem(loc, f"no move has the id {id_}: {mend}")


def check_move_places(driver: Driver, documents: Sequence[Document]) -> Iterator[Problem]:
    """A problem for every move of `driver` whose id does not begin with its element and a level from 1 to 3."""
    document = next(one for one in documents if one.data.get("id") == driver.id)
    for number, element in enumerate(driver.elements):
        for place, move in enumerate(element.moves):
            if element.level_of(move) is None:
                message = f"{move.id}: write {element.id}-, the level (1, 2 or 3), a dash and the place"
                yield document.problem(("elements", number, "moves", place, "id"), message)
