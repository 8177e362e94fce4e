"""An element as a continuum: its three levels side by side, each with its moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waypost.model.toolbox import Driver, Element

from .neighbours import Neighbours, Row


@dataclass(frozen=True)
class Entry:
    """A move with its neighbours."""

    move: Row
    neighbours: Neighbours


@dataclass(frozen=True)
class ContinuumLevel:
    """A level by its number and by the driver's own name, with its moves: the model's first, then a school's own.

    `summary` says in a sentence what a room on this level is like, where somebody has written that down.
    """

    number: int
    name: str
    summary: str | None
    entries: tuple[Entry, ...]


def build_continuum(
    driver: Driver, element: Element, rows: Sequence[Row], neighbours: Mapping[str, Neighbours]
) -> tuple[ContinuumLevel, ...]:
    """The three levels of `element`, from all moves of the toolbox and the neighbours of each."""
    moves = sorted((row for row in rows if row.get("element") == element.id), key=lambda row: bool(row.get("own")))
    summaries = element.continuum or (None, None, None)
    return tuple(
        ContinuumLevel(
            number,
            name,
            summary,
            tuple(Entry(move, neighbours[move["id"]]) for move in moves if move["level"] == number),
        )
        for number, (name, summary) in enumerate(zip(driver.levels, summaries, strict=True), start=1)
    )
