"""The rollout planner's questions. Source: Personalized Learning Implementation Framework."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Id, Line, Part

Question = Annotated[str, Field(min_length=10, max_length=300)]
Sentence = Annotated[str, Field(min_length=10, max_length=300)]


class Decision(Part):
    """A decision that a district takes before, and while, it rolls personalized learning out."""

    id: Id = Field(description="The decision's id: its name in small letters with dashes.")
    name: Line = Field(description="The decision's name in the source.")
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = Field(
        description="What has to be answered, in our words."
    )
    why: Sentence = Field(description="What goes wrong when it is left undecided, in one sentence.")
    ready_when: Sentence = Field(description="What stands when it has been decided, in one sentence.")


class Area(Part):
    """An area of the framework: decisions to take, or data to look at."""

    id: Id = Field(description="The area's id.")
    name: Line = Field(description="The area's name in the source.")
    statement: Line = Field(description="What it is about, in our words.")
    source: Line = Field(description="The document and heading that it comes from.")
    decisions: tuple[Decision, ...] = Field(default=(), description="Its decisions, in the source's order.")
    look_at: tuple[Sentence, ...] = Field(default=(), description="For data analysis: what to look at, in our words.")
    what_for: tuple[Sentence, ...] = Field(default=(), description="For data analysis: what it is looked at for.")

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.decisions and not (self.look_at and self.what_for):
            raise PydanticCustomError(
                "empty_area", "this area is empty: give it decisions, or both look_at and what_for"
            )
        return self


class Framework(Part):
    """Every area and decision of a rollout, in toolbox/framework.yml."""

    name: Line = Field(description="The framework's name in the source.")
    statement: Line = Field(description="What it is for, in our words.")
    source: Line = Field(description="The document that it comes from.")
    areas: Annotated[tuple[Area, ...], Field(min_length=1)] = Field(description="Its areas, in the source's order.")

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of every area, in the source's order."""
        return tuple(decision for area in self.areas for decision in area.decisions)
