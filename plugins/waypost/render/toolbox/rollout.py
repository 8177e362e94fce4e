"""Sheets that a school plans by: the framework's areas, and the attributes of the self-assessment."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.framework import Framework
from waypost.model.self_assessment import SelfAssessment

from ..words import N_
from .contents import way_up
from .frame import Frame
from .sheet import Sheet, in_turn

LEVELS: dict[str, str] = {
    "initiating": N_("Initiating"),
    "developing": N_("Developing"),
    "performing": N_("Performing"),
}


def area_sheets(frame: Frame, framework: Framework) -> Iterator[Sheet]:
    """A sheet for each area of the framework, with its decisions."""
    _ = frame.language.gettext
    yield from in_turn(
        [
            Sheet(
                template="area.html",
                path=f"framework/{area.id}.html",
                title=area.name,
                kind=_("Area of the implementation framework"),
                above=way_up(frame, "framework"),
                statement=area.statement,
                source=area.source,
                facts={"area": area},
            )
            for area in framework.areas
        ]
    )


def attribute_sheets(frame: Frame, assessment: SelfAssessment) -> Iterator[Sheet]:
    """A sheet for each attribute, with its three levels as a continuum."""
    _ = frame.language.gettext
    yield from in_turn(
        [
            Sheet(
                template="attribute.html",
                path=f"attributes/{attribute.id}.html",
                title=attribute.name,
                kind=_("Attribute"),
                above=way_up(frame, "attributes"),
                statement=attribute.statement,
                source=attribute.source,
                facts={"attribute": attribute, "level_names": {id_: _(name) for id_, name in LEVELS.items()}},
            )
            for attribute in assessment.attributes
        ]
    )
