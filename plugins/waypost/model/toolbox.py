"""The coaching toolbox: drivers, elements and moves; progressions and their steps; what else a school plans by.

Source: design, section 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Id, Ids, Line, Part
from .framework import Framework
from .glossary import Glossary
from .guide import Guide
from .self_assessment import SelfAssessment
from .situations import Situations

Level = Literal[1, 2, 3]
LEVELS: dict[str, Level] = {"1": 1, "2": 2, "3": 3}
Phrase = Annotated[str, Field(min_length=3, max_length=120)]
Word = Annotated[str, Field(min_length=2, max_length=60)]


class Move(Part):
    """One bite-sized move that a coach can hand to a teacher."""

    id: Id = Field(description="The move's id: the element, its level from 1 to 3, and its place.")
    text: Annotated[str, Field(min_length=10, max_length=320)] = Field(
        description="The deed, in the imperative, in our words, as plainly as a good coach speaks."
    )
    next: str | None = Field(default=None, max_length=320, description="For a progression's step: the move after it.")
    see: Annotated[tuple[Phrase, ...], Field(min_length=2, max_length=5)] = Field(
        description="What one would notice or say that makes this the next move, in words from the corridor."
    )
    works_when: Annotated[str, Field(min_length=10, max_length=240)] = Field(
        description="What it looks like when it is working."
    )
    keywords: Annotated[tuple[Word, ...], Field(min_length=3, max_length=12)] = Field(
        description="The words that teachers really use for it, jargon and plain."
    )
    related: Ids = Field(default=(), description="Moves that go with it, are easier or harder, or follow from it.")
    who: Literal["teacher", "learners", "both"] = Field(default="teacher", description="Who acts.")


class Element(Part):
    """An element of a driver, with its moves on three levels."""

    id: Id = Field(description="The element's id.")
    name: Line = Field(description="The element's name in the source.")
    statement: Line = Field(description="What it is about, in our words.")
    leap: tuple[Annotated[str, Field(pattern=r"^(LE|P|I)\.\d$")], ...] = Field(
        default=(), description="The LEAP indicators that it is aligned to."
    )
    signs: tuple[Phrase, ...] = Field(
        default=(), description="For Mindset: the signs of a fixed mindset, in our words."
    )
    continuum: tuple[Line, Line, Line] | None = Field(
        default=None, description="What goes on in a room on each of the three levels, a sentence each, in our words."
    )
    moves: tuple[Move, ...] = Field(default=(), description="The moves, by level and place.")

    def level_of(self, move: Move) -> Level | None:
        """The level in a move's id, or None where the id is not one of this element's."""
        level, _, place = move.id.removeprefix(f"{self.id}-").partition("-")
        return LEVELS.get(level) if move.id.startswith(f"{self.id}-") and place.isdigit() else None


class Driver(Part):
    """A driver of the model, one file each below toolbox/driver-model/."""

    is_own: ClassVar[bool] = False
    """Whether a school added it."""

    id: Id = Field(description="The driver's id.")
    name: Line = Field(description="The driver's name in the source.")
    statement: Line = Field(description="What it is about, in our words.")
    levels: tuple[Line, Line, Line] = Field(description="This driver's own names for the three levels.")
    source: Line = Field(description="The document and table that it comes from.")
    elements: tuple[Element, ...] = Field(min_length=1, description="Its elements, in the source's order.")


class Step(Move):
    """A step of a progression: what one sees in the room, and the move that it suggests."""

    group: Line = Field(description="The group of the step in the source, such as Teacher Role.")
    defined: tuple[Word, ...] = Field(default=(), description="Terms that the source marks as defined.")


class Progression(Part):
    """A progression of an instructional model, one file each below toolbox/progressions/."""

    is_own: ClassVar[bool] = False
    """Whether a school added it."""

    id: Id = Field(description="The progression's id.")
    model: Line = Field(description="The instructional model, such as Flex.")
    phase: Line = Field(description="The phase that this is, such as Personalized.")
    phases: tuple[Line, ...] = Field(description="All phases that the source names, in order.")
    source: Line = Field(description="The document that it comes from.")
    steps: tuple[Step, ...] = Field(description="The steps, in the source's order.")


class OwnMove(Move):
    """A move that a school adds: to an element on one of its levels, or to a progression in one of its groups."""

    element: Id | None = Field(default=None, description="The element that it belongs to, by its id.")
    level: Annotated[int, Field(ge=1, le=3)] | None = Field(
        default=None, description="The element's level that it belongs to, from 1 to 3."
    )
    progression: Id | None = Field(default=None, description="The progression that it belongs to, by its id.")
    group: Line | None = Field(default=None, description="The progression's group that it belongs to.")

    @model_validator(mode="after")
    def _belongs_to_one(self) -> OwnMove:
        given = (self.element is not None, self.level is not None, self.progression is not None, self.group is not None)
        if given not in ((True, True, False, False), (False, False, True, True)):
            raise PydanticCustomError("place", "say where this belongs: element and level, or progression and group")
        return self


class OwnMoves(Part):
    """A file of a school's own moves, below toolbox/local/."""

    moves: tuple[OwnMove, ...] = Field(min_length=1, description="The moves, in the school's order.")


class OwnDriver(Driver):
    """A driver that a school adds, one file each below toolbox/local/."""

    is_own: ClassVar[bool] = True


class OwnProgression(Progression):
    """A progression that a school adds, or its steps of a phase that the source names and does not print."""

    is_own: ClassVar[bool] = True


@dataclass(frozen=True)
class Toolbox:
    """All of the toolbox's data, in the sources' order; what a school added stands behind it.

    `own` are the moves that it added to elements and progressions. Its drivers and progressions stand among the others.
    """

    drivers: tuple[Driver, ...]
    progressions: tuple[Progression, ...]
    framework: Framework
    self_assessment: SelfAssessment
    guide: Guide
    glossary: Glossary
    situations: Situations
    own: tuple[OwnMove, ...] = ()

    @property
    def reserved(self) -> str:
        """How the ids of the sources' own moves begin, as a regular expression: no school's move may begin so."""
        ways = [rf"{element.id}-\d+-" for one in self.drivers if not one.is_own for element in one.elements]
        return "|".join((*ways, *(f"{one.id}-" for one in self.progressions if not one.is_own))) or "(?!)"
