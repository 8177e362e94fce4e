"""The guide to planning: the cycle, who does what, and what a digital plan needs. Source: PLP Process Manual."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Id, Ids, Line, Part

Group = Literal["laws-and-policies", "organizations", "tools", "articles-and-papers"]
Question = Annotated[str, Field(min_length=10, max_length=400)]
Point = Annotated[str, Field(min_length=10, max_length=500)]
Text = Annotated[str, Field(min_length=20, max_length=1500)]


class CriticalElement(Part):
    """Something that every plan holds, whatever form the school gives it."""

    id: Id = Field(description="The element's id.")
    name: Line = Field(description="The element's name in the source.")
    statement: Text = Field(description="What belongs into it, in our words.")
    in_plan: tuple[Line, ...] = Field(default=(), description="The parts of plp.yml that hold it.")
    source: Line = Field(description="The document and section that it comes from.")


class Side(Part):
    """A stage as one side goes through it: the learner, or the adults around."""

    about: Text = Field(description="What this side does in this stage, in our words.")
    questions: tuple[Question, ...] = Field(default=(), description="Every question of the source, in its order.")
    tips: tuple[Point, ...] = Field(default=(), description="What the source advises beside its questions.")
    source: Line = Field(description="The document and section that it comes from.")


class Stage(Part):
    """A stage of the planning cycle."""

    id: Id = Field(description="The stage's id.")
    name: Line = Field(description="The stage's name in the source.")
    statement: Line = Field(description="What it is for, in one sentence of ours.")
    elements: Ids = Field(default=(), description="The critical elements of a plan that it fills, by id.")
    learners: Side = Field(description="The stage for learners; its questions say I.")
    adults: Side = Field(description="The stage for adults; its questions are put to a learner and say you.")


class Role(Part):
    """What some of the people around a learner do for personalized learning."""

    id: Id = Field(description="The role's id.")
    name: Line = Field(description="The role's name in the source.")
    statement: Text = Field(description="How the role changes, in our words.")
    does: Annotated[tuple[Point, ...], Field(min_length=1)] = Field(
        description="What they do, point by point, in the source's order."
    )
    source: Line = Field(description="The document and section that it comes from.")


class Consideration(Part):
    """Something that a school has to see to when plans are digital."""

    id: Id = Field(description="The consideration's id.")
    name: Line = Field(description="The consideration in a few words of ours.")
    statement: Point = Field(description="What the source asks for, in our words.")
    met_by: Text | None = Field(default=None, description="How Waypost meets it.")
    school_must: Text | None = Field(default=None, description="What is left for the school to do.")
    source: Line = Field(description="The document and section that it comes from.")

    @model_validator(mode="after")
    def _is_answered(self) -> Self:
        if not (self.met_by or self.school_must):
            raise PydanticCustomError(
                "unanswered", "nobody is named who sees to this: fill in met_by or school_must, or both"
            )
        return self


class Resource(Part):
    """Something to read or to use that the source lists by its title."""

    id: Id = Field(description="The resource's id.")
    title: Line = Field(description="Its title; one that ends with … goes on in the source.")
    organization: Line | None = Field(default=None, description="Who published it, where the source says so.")
    about: Line = Field(description="What it is about, as far as its title says, in our words.")
    group: Group | None = Field(default=None, description="The appendix's list in which it stands.")
    roles: Ids = Field(default=(), description="The roles beside which the source lists it, by id.")

    @model_validator(mode="after")
    def _is_listed(self) -> Self:
        if not (self.group or self.roles):
            raise PydanticCustomError("unlisted", "nothing leads to this resource: fill in group or roles, or both")
        return self


class Guide(Part):
    """The whole guide, in toolbox/guide.yml."""

    name: Line = Field(description="The guide's name.")
    statement: Line = Field(description="What it is for, in our words.")
    source: Line = Field(description="The document that it comes from.")
    elements: tuple[CriticalElement, ...] = Field(description="The critical elements of a plan, in the source's order.")
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)] = Field(description="The planning cycle's stages.")
    roles: Annotated[tuple[Role, ...], Field(min_length=1)] = Field(description="Who does what, in the source's order.")
    considerations: Annotated[tuple[Consideration, ...], Field(min_length=1)] = Field(
        description="What a digital plan needs, in the source's order."
    )
    resources: tuple[Resource, ...] = Field(default=(), description="What the source lists to read and to use.")
