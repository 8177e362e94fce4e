"""Sheets of the progressions: what you see, the move that it suggests, the step after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from waypost.model.glossary import Glossary
from waypost.model.toolbox import Progression

from .contents import way_up
from .elements import WHO
from .frame import Frame
from .sheet import Sheet, in_turn

if TYPE_CHECKING:
    from waypost.views.progression import Group, Phase


def progression_sheets(
    frame: Frame,
    progressions: tuple[Progression, ...],
    groups: Mapping[str, tuple[Group, ...]],
    phases: Mapping[str, tuple[Phase, ...]],
    glossary: Glossary,
) -> Iterator[Sheet]:
    """A sheet for each progression; `groups` and `phases` are those of each, by its id."""
    _ = frame.language.gettext
    yield from in_turn(
        [
            Sheet(
                template="progression.html",
                path=f"progressions/{one.id}.html",
                title=_("{model}, {phase} phase").format(model=one.model, phase=one.phase),
                kind=_("Our school's own progression") if one.is_own else _("Progression"),
                above=way_up(frame, "progressions"),
                statement=_("What you see in the room, the move it suggests, and the step after."),
                source=one.source,
                facts={
                    "progression": one,
                    "groups": groups[one.id],
                    "count": sum(len(group.steps) for group in groups[one.id]),
                    "phases": phases[one.id],
                    "find_term": glossary.find,
                    "who": {who: _(text) for who, text in WHO.items()},
                },
            )
            for one in progressions
        ]
    )
