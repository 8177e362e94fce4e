"""Values in plain data by a pattern of the keys that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .reading import Loc


def find_values(data: Any, pattern: str) -> Iterator[tuple[Loc, Any]]:
    """Every value at `pattern`, such as `goals.*.steps.*.pathway`, with its place.

    `*` is each entry of a list, a number is one of them. What has another form than the pattern is passed over: the
    schema tells of that.
    """
    found: list[tuple[Loc, Any]] = [((), data)]
    for step in pattern.split("."):
        found = list(_step(found, step))
    yield from found


def value_at(data: Any, loc: Loc) -> Any:
    """The value at `loc`, or None where nothing stands there."""
    for step in loc:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _step(found: list[tuple[Loc, Any]], step: str) -> Iterator[tuple[Loc, Any]]:
    for loc, value in found:
        if isinstance(value, list):
            for index, item in enumerate(value):
                if step in ("*", str(index)):
                    yield (*loc, index), item
        elif isinstance(value, dict) and step in value:
            yield (*loc, step), value[step]
