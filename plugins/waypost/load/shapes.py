"""The shape that a model gives to plain data, so that data can be walked beside it even where it is wrong."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from waypost.model import Part

from .reading import Loc

Layer = Literal["list", "map"]


@dataclass(frozen=True)
class Shape:
    """A field: its description, and the parts that it holds, `layers` deep in lists and mappings."""

    name: str
    info: FieldInfo
    layers: tuple[Layer, ...]
    part: type[Part] | None


@cache
def shape_fields(model: type[Part]) -> dict[str, Shape]:
    """The fields of `model` by the keys under which they are written."""
    return {
        info.alias or name: Shape(name, info, *_unfold(info.annotation)) for name, info in model.model_fields.items()
    }


def walk_parts(model: type[Part], data: Any, loc: Loc = ()) -> Iterator[tuple[type[Part], dict[str, Any], Loc]]:
    """Every mapping in `data` that stands where `model` has a part, with that part's class and its place."""
    if not isinstance(data, dict):
        return
    yield model, data, loc
    for key, shape in shape_fields(model).items():
        if shape.part is not None and key in data:
            for value, inner in _open(data[key], shape.layers, (*loc, key)):
                yield from walk_parts(shape.part, value, inner)


def find_shape(model: type[Part], loc: Loc) -> Shape | None:
    """The field in which the value at `loc` stands, or None where no field leads there."""
    found: Shape | None = None
    part: type[Part] | None = model
    skip = 0
    for step in loc:
        if skip:
            skip -= 1
            continue
        found = shape_fields(part).get(str(step)) if part is not None else None
        if found is None:
            return None
        part, skip = found.part, len(found.layers)
    return found


def _open(value: Any, layers: tuple[Layer, ...], loc: Loc) -> Iterator[tuple[Any, Loc]]:
    if not layers:
        yield value, loc
    elif layers[0] == "list" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _open(item, layers[1:], (*loc, index))
    elif layers[0] == "map" and isinstance(value, dict):
        for key, item in value.items():
            yield from _open(item, layers[1:], (*loc, key))


def _unfold(annotation: Any) -> tuple[tuple[Layer, ...], type[Part] | None]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _unfold(args[0])
    if origin in (Union, types.UnionType):
        return _unfold(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        layers, part = _unfold(args[0])
        return ("list", *layers), part
    if origin is dict:
        layers, part = _unfold(args[1])
        return ("map", *layers), part
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return (), annotation
    return (), None
