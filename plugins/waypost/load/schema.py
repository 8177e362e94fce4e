"""A document against a model: the instance, or what has to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from waypost.errors import Problem
from waypost.model import Part

from .documents import Document
from .limits import first_problems
from .reading import Loc
from .shapes import find_shape
from .wording import explain_value

M = TypeVar("M", bound=Part)
_BUILT_IN = frozenset(get_args(ErrorType))
_FALLBACK = "this cannot stand here: look in the guide for what belongs here"


def validate_document(
    model: type[M], document: Document, context: Mapping[str, Any] | None = None
) -> tuple[M | None, list[Problem]]:
    """Takes a document's data to an instance of `model`; None and every problem where it does not fit.

    A field without a value counts as left out, since that is what an empty line in a form means. `context` is what
    the model's validators get.
    """
    try:
        return model.model_validate(_without_empty(document.data), context=dict(context or {})), []
    except ValidationError as error:
        errors = [each for each in error.errors(include_url=False) if not _is_echo(each)]
    told = (_explain(model, document, error) for error in errors if not document.is_spoiled(_loc(error)))
    return None, list(first_problems(dict.fromkeys(told)))


def _loc(error: ErrorDetails) -> Loc:
    loc: Loc = tuple(error["loc"])
    return loc[:-1] if loc[-1:] == ("[key]",) else loc


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because entries in it are wrong, which is told of them."""
    return error["type"] == "too_short" and len(error["input"]) >= error.get("ctx", {}).get("min_length", 0)


def _explain(model: type[Part], document: Document, error: ErrorDetails) -> Problem:
    loc = _loc(error)
    if error["type"] == "missing":
        shape = find_shape(model, loc)
        mend = "is empty: fill it in." if document.holds(loc) else "is missing: add it."
        description = shape.info.description if shape else None
        return document.problem(loc, f"{loc[-1]} {mend} {description or ''}".rstrip(), at_key=True)
    message = explain_value(error["type"], error["input"], error.get("ctx", {}))
    if message is None:
        message = _FALLBACK if error["type"] in _BUILT_IN else error["msg"]
    if loc != tuple(error["loc"]):
        return document.problem(loc, message, at_key=True)
    field = next((step for step in reversed(loc) if isinstance(step, str)), None)
    return document.problem(loc, f"{field}: {message}" if field else message)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value
