"""Sheets of the driver model: a page for each driver, and each element as a continuum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from waypost.model.toolbox import Driver

from ..words import N_
from .contents import way_up
from .frame import Frame
from .sheet import Sheet, in_turn

if TYPE_CHECKING:
    from waypost.views.continuum import ContinuumLevel

WHO: dict[str, str] = {
    "teacher": N_("Teacher acts"),
    "learners": N_("Learners act"),
    "both": N_("Both act"),
}

Continuums = Mapping[str, "tuple[ContinuumLevel, ...]"]
"""The continuum of every element, by its id."""


def driver_sheets(frame: Frame, drivers: tuple[Driver, ...], continuums: Continuums) -> Iterator[Sheet]:
    """A sheet for each driver, then one for each element."""
    _ = frame.language.gettext
    up = way_up(frame, "drivers")
    yield from in_turn(
        [
            Sheet(
                template="driver.html",
                path=f"drivers/{driver.id}.html",
                title=driver.name,
                kind=_("Our school's own driver") if driver.is_own else _("Driver"),
                above=up,
                statement=driver.statement,
                source=driver.source,
                facts={"driver": driver, "continuums": continuums},
            )
            for driver in drivers
        ]
    )
    yield from in_turn([sheet for driver in drivers for sheet in _element_sheets(frame, driver, continuums)])


def _element_sheets(frame: Frame, driver: Driver, continuums: Continuums) -> Iterator[Sheet]:
    _ = frame.language.gettext
    for element in driver.elements:
        yield Sheet(
            template="element.html",
            path=f"elements/{element.id}.html",
            title=element.name,
            kind=_("Our school's own element") if driver.is_own else _("Element"),
            above=(*way_up(frame, "drivers"), (driver.name, f"drivers/{driver.id}.html")),
            statement=element.statement,
            source=driver.source,
            facts={
                "driver": driver,
                "element": element,
                "levels": continuums[element.id],
                "who": {who: _(text) for who, text in WHO.items()},
            },
        )
