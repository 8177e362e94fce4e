"""What stands next to a move: easier and harder ones, what goes with it, and the steps that meet it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""A move as `build_move_rows` gives it."""


@dataclass(frozen=True)
class Neighbours:
    """The moves around one, each list in the order in which the data names them."""

    easier: tuple[Row, ...] = ()
    harder: tuple[Row, ...] = ()
    beside: tuple[Row, ...] = ()
    steps: tuple[Row, ...] = ()


def build_neighbours(rows: Sequence[Row]) -> dict[str, Neighbours]:
    """The neighbours of every move, by its id.

    Easier and harder are what it is related to on another level of its own element. A progression's step and a move
    that are related in one direction are neighbours in both. Source: design, section 6.
    """
    known = {row["id"]: row for row in rows}
    near = {row["id"]: [known[id_] for id_ in row["related"] if id_ in known] for row in rows}
    for row in rows:
        for other in tuple(near[row["id"]]):
            if "progression" in (row.keys() ^ other.keys()) and row not in near[other["id"]]:
                near[other["id"]].append(row)
    return {row["id"]: _sorted(row, near[row["id"]]) for row in rows}


def _sorted(row: Row, near: Sequence[Row]) -> Neighbours:
    kinds: dict[str, list[Row]] = {"easier": [], "harder": [], "beside": [], "steps": []}
    for other in near:
        kinds[_kind(row, other)].append(other)
    return Neighbours(**{kind: tuple(found) for kind, found in kinds.items()})


def _kind(row: Row, other: Row) -> str:
    if "progression" in other and other.get("progression") != row.get("progression"):
        return "steps"
    if "element" in row and other.get("element") == row["element"] and other["level"] != row["level"]:
        return "easier" if other["level"] < row["level"] else "harder"
    return "beside"
