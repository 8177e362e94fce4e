"""The school's self-assessment on the five attributes. Source: PLP Process Manual, Appendix, Self-Assessment."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Line, Part

LevelName = Literal["initiating", "developing", "performing"]
LEVEL_NAMES: tuple[LevelName, ...] = ("initiating", "developing", "performing")
"""The three levels, from the first to the last."""

Description = Annotated[str, Field(min_length=40, max_length=1500)]
LookFor = Annotated[str, Field(min_length=10, max_length=200)]


class Levels(Part):
    """What a school says of itself on each of the three levels of an attribute."""

    initiating: Description = Field(description="The first level, in our words, with we for the school.")
    developing: Description = Field(description="The second level, in our words, with we for the school.")
    performing: Description = Field(description="The third level, in our words, with we for the school.")

    @property
    def in_order(self) -> tuple[tuple[LevelName, str], ...]:
        """Each level's name and description, from the first to the last."""
        texts = (self.initiating, self.developing, self.performing)
        return tuple(zip(LEVEL_NAMES, texts, strict=True))


class Attribute(Part):
    """An attribute of a personalized learning environment, with its three levels."""

    id: Id = Field(description="The attribute's id.")
    name: Line = Field(description="The attribute's name in the source.")
    statement: Line = Field(description="What it looks like where it is strong, in one sentence of ours.")
    includes: tuple[Line, ...] = Field(
        default=(), description="What the source says of it beyond that, point by point."
    )
    levels: Levels = Field(description="What a school says of itself on each level.")
    look_for: Annotated[tuple[LookFor, ...], Field(min_length=2, max_length=4)] = Field(
        description="Kinds of evidence that a school could point to."
    )
    source: Line = Field(description="The document and section that it comes from.")


class SelfAssessment(Part):
    """Every attribute on which a school rates itself, in toolbox/self-assessment.yml."""

    name: Line = Field(description="The self-assessment's name.")
    statement: Line = Field(description="What it is for, in our words.")
    source: Line = Field(description="The document and section that it comes from.")
    attributes: Annotated[tuple[Attribute, ...], Field(min_length=1)] = Field(
        description="The attributes, in the source's order."
    )
