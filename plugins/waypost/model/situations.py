"""What one sees in a room, in groups, and the moves that answer it: a place to begin with nothing to type."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Line, Part


class Situation(Part):
    """Something that one sees in a room."""

    id: Id = Field(description="The situation's id.")
    says: Annotated[str, Field(min_length=10, max_length=100)] = Field(
        description="What a coach would say of it in the corridor."
    )
    moves: Annotated[tuple[Id, ...], Field(min_length=2, max_length=6)] = Field(
        description="The ids of the moves that answer it, the best first."
    )


class SituationGroup(Part):
    """Situations that one would look for in the same place."""

    id: Id = Field(description="The group's id.")
    name: Line = Field(description="What they have in common, in two to five words.")
    situations: Annotated[tuple[Situation, ...], Field(min_length=1)] = Field(description="The situations, in order.")


class Situations(Part):
    """All situations, in toolbox/situations.yml."""

    groups: Annotated[tuple[SituationGroup, ...], Field(min_length=1)] = Field(description="The groups, in order.")
