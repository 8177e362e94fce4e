"""The coaching toolbox: drivers, elements and moves; progressions and their steps. Source: design, section 6."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Ids, Line, Part

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
    moves: tuple[Move, ...] = Field(default=(), description="The moves, by level and place.")

    def level_of(self, move: Move) -> Level | None:
        """The level in a move's id, or None where the id is not one of this element's."""
        level, _, place = move.id.removeprefix(f"{self.id}-").partition("-")
        return LEVELS.get(level) if move.id.startswith(f"{self.id}-") and place.isdigit() else None


class Driver(Part):
    """A driver of the model, one file each below toolbox/driver-model/."""

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

    id: Id = Field(description="The progression's id.")
    model: Line = Field(description="The instructional model, such as Flex.")
    phase: Line = Field(description="The phase that this is, such as Personalized.")
    phases: tuple[Line, ...] = Field(description="All phases that the source names, in order.")
    source: Line = Field(description="The document that it comes from.")
    steps: tuple[Step, ...] = Field(description="The steps, in the source's order.")


@dataclass(frozen=True)
class Toolbox:
    """All drivers and progressions, in the source's order."""

    drivers: tuple[Driver, ...]
    progressions: tuple[Progression, ...]
