"""Sheets of the guide to plans: the cycle's stages, the roles, plans on a screen, resources and terms."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.model.glossary import Glossary
from waypost.model.guide import Guide, Resource

from ..words import N_
from .contents import way_up
from .frame import Frame
from .sheet import Sheet, in_turn

RESOURCE_GROUPS: dict[str, str] = {
    "laws-and-policies": N_("Laws and policies"),
    "organizations": N_("Organizations"),
    "tools": N_("Tools"),
    "articles-and-papers": N_("Papers and articles"),
    "": N_("Listed beside a role"),
}


def stage_sheets(frame: Frame, guide: Guide) -> Iterator[Sheet]:
    """A sheet for each stage of the planning cycle, which leads from its last stage to its first again."""
    _ = frame.language.gettext
    elements = {element.id: element for element in guide.elements}
    yield from in_turn(
        [
            Sheet(
                template="stage.html",
                path=f"stages/{stage.id}.html",
                title=stage.name,
                kind=_("Stage {place} of {count}").format(place=place, count=len(guide.stages)),
                above=way_up(frame, "stages"),
                statement=stage.statement,
                source=stage.learners.source,
                facts={
                    "stage": stage,
                    "stages": guide.stages,
                    "fills": [elements[id_] for id_ in stage.elements if id_ in elements],
                },
            )
            for place, stage in enumerate(guide.stages, start=1)
        ]
    )


def role_sheets(frame: Frame, guide: Guide) -> Iterator[Sheet]:
    """A sheet for each role, with the resources that the source lists beside it."""
    _ = frame.language.gettext
    yield from in_turn(
        [
            Sheet(
                template="role.html",
                path=f"roles/{role.id}.html",
                title=role.name,
                kind=_("Role"),
                above=way_up(frame, "roles"),
                statement=role.statement,
                source=role.source,
                facts={"role": role, "resources": [one for one in guide.resources if role.id in one.roles]},
            )
            for role in guide.roles
        ]
    )


def reference_sheets(frame: Frame, guide: Guide, glossary: Glossary) -> Iterator[Sheet]:
    """What one looks things up in: considerations for digital plans, resources, and the glossary."""
    _ = frame.language.gettext
    up = way_up(frame, "reference")
    groups = {_(name): _grouped(guide, group) for group, name in RESOURCE_GROUPS.items()}
    considerations = Sheet(
        template="considerations.html",
        path="considerations.html",
        title=_("Plans on a screen"),
        kind=_("Considerations for digital plans"),
        above=up,
        statement=_(
            "What a plan needs when it is kept digitally: what Waypost does for it, and what your school does."
        ),
        source=guide.considerations[0].source,
        facts={"considerations": guide.considerations},
    )
    resources = Sheet(
        template="resources.html",
        path="resources.html",
        title=_("Resources"),
        kind=_("What the manual lists, by title"),
        above=up,
        statement=_(
            "The manual lists these by title alone. To find one, search for its title together with who "
            "published it. A title that ends with … goes on in the manual."
        ),
        source=guide.source,
        facts={
            "groups": {name: found for name, found in groups.items() if found},
            "roles": {role.id: role.name for role in guide.roles},
        },
    )
    terms = Sheet(
        template="glossary.html",
        path="glossary.html",
        title=_("Glossary"),
        kind=_("Terms"),
        above=up,
        statement=glossary.statement,
        source="",
        facts={"terms": glossary.terms},
    )
    yield from in_turn([considerations, resources, terms])


def _grouped(guide: Guide, group: str) -> list[Resource]:
    return [one for one in guide.resources if (one.group or "") == group]
