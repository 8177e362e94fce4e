"""All of the toolbox as its sheets show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waypost.model.toolbox import Toolbox

from .chapters import Chapter, build_chapters
from .continuum import ContinuumLevel, build_continuum
from .neighbours import Row, build_neighbours
from .progression import Group, Phase, build_groups, build_phases


@dataclass(frozen=True)
class Shelf:
    """The table of contents; the continuum of every element; groups and phases of every progression; each by id."""

    chapters: tuple[Chapter, ...]
    continuums: Mapping[str, tuple[ContinuumLevel, ...]]
    groups: Mapping[str, tuple[Group, ...]]
    phases: Mapping[str, tuple[Phase, ...]]


def build_shelf(toolbox: Toolbox, rows: Sequence[Row]) -> Shelf:
    """The shelf of `toolbox`, whose moves are `rows` (from `build_move_rows`), a school's own among them."""
    near = build_neighbours(rows)
    return Shelf(
        build_chapters(toolbox, rows),
        {
            element.id: build_continuum(driver, element, rows, near)
            for driver in toolbox.drivers
            for element in driver.elements
        },
        {one.id: build_groups(one, rows, near) for one in toolbox.progressions},
        {one.id: build_phases(one, toolbox.progressions) for one in toolbox.progressions},
    )
