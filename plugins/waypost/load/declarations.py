"""What school.yml declares: ids given once, scales that exist, own fields that take nobody's place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from waypost.errors import Problem
from waypost.model import PLP, Part

from .documents import Document
from .paths import find_values
from .places import quote
from .shapes import shape_fields
from .suggestions import did_you_mean, one_of

_LISTS = (
    ("scales.*", "id", "scale"),
    ("proficiencies.*", "id", "proficiency"),
    ("pathways.*", "id", "pathway"),
)


def check_declarations(document: Document) -> Iterator[Problem]:
    """A problem for each name that school.yml gives twice, and for each scale that it names but does not have."""
    for pattern, key, noun in _LISTS:
        yield from _check_unique(document, pattern, key, noun)
    for index, _ in enumerate(list(find_values(document.data, "scales.*"))):
        yield from _check_unique(document, f"scales.{index}.levels.*", "id", "level")
    scales = [value for _, value in find_values(document.data, "scales.*.id") if isinstance(value, str)]
    for loc, value in find_values(document.data, "proficiencies.*.scale"):
        if isinstance(value, str) and value not in scales:
            mend = did_you_mean(value, scales) or (
                f": choose one of {one_of(scales)}" if scales else ": add it under scales"
            )
            yield document.problem(loc, f"there is no scale {quote(value)}{mend}")
    for kind, parts in _parts_by_kind().items():
        yield from _check_unique(document, f"fields.{kind}.*", "name", "field")
        known = {name for part in parts for name in shape_fields(part)}
        for loc, name in find_values(document.data, f"fields.{kind}.*.name"):
            if isinstance(name, str) and name in known:
                yield document.problem(loc, f"every {kind} has a field {quote(name)} already: give yours another name")


def _check_unique(document: Document, pattern: str, key: str, noun: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for loc, value in find_values(document.data, f"{pattern}.{key}"):
        if not isinstance(value, str):
            continue
        if value in first:
            message = f"the {noun} {quote(value)} is already on line {first[value]}: give this one another {key}"
            yield document.problem(loc, message)
        first.setdefault(value, document.place(loc)[0])


@cache
def _parts_by_kind() -> dict[str, list[type[Part]]]:
    kinds: dict[str, list[type[Part]]] = {}
    ahead: list[type[Part]] = [PLP]
    seen: set[type[Part]] = set()
    while ahead:
        part = ahead.pop()
        if part in seen:
            continue
        seen.add(part)
        if part.kind:
            kinds.setdefault(part.kind, []).append(part)
        ahead.extend(shape.part for shape in shape_fields(part).values() if shape.part is not None)
    return dict(sorted(kinds.items()))
