"""Keys that no model knows: a school's own fields, or slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from waypost.errors import Problem
from waypost.model import Part, School

from .documents import Document
from .places import quote
from .reading import Loc
from .shapes import Shape, shape_fields, walk_parts
from .suggestions import nearest, one_of

_NAME = re.compile(r"\w+")
_CUT_OFF = (
    "{} was taken for a field: inside curly brackets a comma begins the next one. Put the text with the comma in "
    "quotation marks"
)
OwnFields = Mapping[str, frozenset[str]]
"""The names of a school's own fields by the kind of part that they stand in."""


def own_fields(school: School) -> OwnFields:
    """The fields that `school` declares under `fields:`."""
    return {kind: frozenset(own.name for own in fields) for kind, fields in school.fields.items()}


def check_fields(model: type[Part], document: Document, own: OwnFields | None = None) -> Iterator[Problem]:
    """A problem for every key that is neither the model's nor the school's, and for own fields of a wrong kind.

    Without `own`, the file cannot have fields of the school's own.
    """
    for part, data, loc in walk_parts(model, document.data):
        known = shape_fields(part)
        declared = own.get(part.kind, frozenset()) if own and part.kind else frozenset()
        for key, value in data.items():
            if key in known:
                continue
            if key not in declared:
                may_declare = own is not None and bool(part.kind)
                words = value is None and not _NAME.fullmatch(key)
                message = _CUT_OFF.format(quote(key)) if words else _unknown(key, part, known, declared, may_declare)
                yield document.problem((*loc, key), message, at_key=True)
            else:
                yield from _check_own(document, (*loc, key), value)


def _unknown(
    key: str, part: type[Part], known: Mapping[str, Shape], declared: frozenset[str], may_declare: bool
) -> str:
    renamed = next((written for written, shape in known.items() if shape.name == key), None)
    like = renamed or nearest(key, [*known, *declared])
    if like:
        mend = f"did you mean {like}?"
    else:
        mend = f"remove it, or choose from {one_of(known)}" if len(known) <= 8 else "remove it"
    if may_declare:
        mend += f" (or declare it in school.yml under fields, {part.kind})"
    return f"{quote(key)} is not a field here: {mend}"


def _check_own(document: Document, loc: Loc, value: Any) -> Iterator[Problem]:
    if isinstance(value, dict):
        yield document.problem(
            loc, f"{loc[-1]}: a school's own field holds a text or a list of texts: write one of these"
        )
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if not isinstance(item, str):
                yield document.problem(
                    (*loc, index), f"{loc[-1]}: each entry of this list must be a text: write one, or remove the dash"
                )
