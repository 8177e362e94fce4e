"""The entries of a toolbox's single files: each id once in its file, and what points to an entry finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waypost.errors import Problem

from .documents import Document
from .paths import find_values
from .places import quote
from .suggestions import did_you_mean, one_of

ENTRIES = {
    "framework": ("areas", "areas.*.decisions"),
    "self-assessment": ("attributes",),
    "situations": ("groups", "groups.*.situations"),
    "guide": ("elements", "stages", "roles", "considerations", "resources"),
    "glossary": ("terms",),
}
"""The lists whose entries have ids, by the file's name."""

POINTERS = {"stages.*.elements.*": "elements", "resources.*.roles.*": "roles"}
"""The list of the guide that is pointed to, by the place that points."""


def check_entries(name: str, document: Document) -> Iterator[Problem]:
    """A problem for every id that stands twice in a file of ENTRIES, and for every pointer that leads nowhere."""
    given: dict[str, int] = {}
    for pattern in ENTRIES[name]:
        for loc, id_ in _texts(document, f"{pattern}.*.id"):
            if id_ in given:
                yield document.problem(loc, f"{quote(id_)} is already the id in line {given[id_]}: choose another")
            given.setdefault(id_, document.place(loc)[0])
    if name == "guide":
        yield from _check_pointers(document)


def _check_pointers(document: Document) -> Iterator[Problem]:
    for pattern, owner in POINTERS.items():
        known = [id_ for _, id_ in _texts(document, f"{owner}.*.id")]
        for loc, id_ in _texts(document, pattern):
            if id_ not in known:
                mend = did_you_mean(id_, known) or f"; choose from {one_of(known)}"
                yield document.problem(loc, f"nothing under {owner} has the id {quote(id_)}{mend}")


def _texts(document: Document, pattern: str) -> Sequence[tuple[tuple[str | int, ...], str]]:
    return [(loc, value.strip()) for loc, value in find_values(document.data, pattern) if isinstance(value, str)]
