"""The ids of a plan: one name space for everything in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from waypost.errors import Problem
from waypost.model.base import IDENTIFIER

from .documents import Document
from .paths import find_values
from .places import quote
from .reading import Loc

OWNERS = {
    "plan.meetings.*": "meeting",
    "profile.values.*": "value",
    "profile.baselines.*": "baseline",
    "goals.*": "goal",
    "goals.*.steps.*": "step",
    "evidence.*": "evidence",
    "achievement.*": "assessment",
    "reflections.*": "reflection",
    "revisions.*": "revision",
}
_IDENTIFIER = re.compile(IDENTIFIER)


@dataclass
class Ids:
    """Where each id of a plan is given, and to what kind of part."""

    kinds: dict[str, str] = field(default_factory=dict)
    places: dict[str, Loc] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    """Kinds whose list cannot be read, so that a missing id says nothing."""

    def of(self, kinds: frozenset[str]) -> list[str]:
        """The ids of these kinds, in the plan's order."""
        return [name for name, kind in self.kinds.items() if kind in kinds]


def is_identifier(value: object) -> bool:
    """Whether `value` has the form of an id; what has not is the schema's to tell."""
    return isinstance(value, str) and _IDENTIFIER.fullmatch(value.strip()) is not None


def gather_ids(document: Document) -> tuple[Ids, list[Problem]]:
    """All ids of a plan, and a problem at each that was already taken, naming the first."""
    ids = Ids()
    problems = []
    for pattern, kind in OWNERS.items():
        if any(
            not isinstance(value, list | None) for _, value in find_values(document.data, pattern.removesuffix(".*"))
        ):
            ids.unsure.add(kind)
    for name, kind, loc in sorted(_given(document), key=lambda given: _order(document, given[2])):
        if name not in ids.kinds:
            ids.kinds[name], ids.places[name] = kind, loc
            continue
        first = document.problem(ids.places[name], "")
        here = document.problem(loc, "").file == first.file
        where = f"on line {first.line}" if here else f"in {first.file}, line {first.line}"
        message = f"the id {quote(name)} is already taken by the {ids.kinds[name]} {where}: give this {kind} another"
        problems.append(document.problem(loc, message))
    return ids, problems


def _given(document: Document) -> Iterator[tuple[str, str, Loc]]:
    for pattern, kind in OWNERS.items():
        for loc, value in find_values(document.data, pattern):
            name = value.get("id") if isinstance(value, dict) else None
            if is_identifier(name):
                yield str(name).strip(), kind, (*loc, "id")


def _order(document: Document, loc: Loc) -> tuple[bool, Problem]:
    # What plp.yml says comes first, so that the later file is the one to be mended.
    here = document.problem(loc, "")
    return here.file != document.file, here
