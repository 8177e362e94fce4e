"""What belongs into a plan, as a page: made from the model, so that it is always what the loader accepts."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from .model import PLP, Part

MARK = "<!-- fields of plp.yml -->"


def fill_reference(markdown: str) -> str:
    """The page with a table for every part of plp.yml in the place of MARK; a page without it stays as it is."""
    return markdown.replace(MARK, "\n\n".join(_tables())) if MARK in markdown else markdown


def _tables() -> Iterator[str]:
    for path, model in _parts("", PLP):
        rows = [
            f"| `{info.alias or name}` | {_shape(info)} | {info.description or ''} |" for name, info in _fields(model)
        ]
        heading = f"## `{path}`" if path else "## The whole plan"
        summary = (model.__doc__ or "").split(". Source:")[0].rstrip(".")
        yield "\n".join(
            [heading, "", f"{summary}.", "", "| field | what | what belongs there |", "|---|---|---|", *rows]
        )


def _parts(path: str, model: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    yield path, model
    for name, info in _fields(model):
        for inner in _models_in(info.annotation):
            yield from _parts(f"{path}.{name}".lstrip("."), inner)


def _fields(model: type[Part]) -> Iterator[tuple[str, FieldInfo]]:
    # What every item has is told last, after what is its own.
    own = [(name, info) for name, info in model.model_fields.items() if info.alias != "for"]
    yield from own
    yield from ((name, info) for name, info in model.model_fields.items() if info.alias == "for")


def _models_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias) and issubclass(annotation, Part):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models_in(argument)


def _shape(info: FieldInfo) -> str:
    needed = "needed" if info.is_required() else ""
    many = "list" if "tuple" in str(info.annotation) else ""
    return ", ".join(word for word in (needed, many) if word)
