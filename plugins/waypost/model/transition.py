"""A plan for a big change. Source: PLP manual, Transition."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .base import Day, Flag, FromText, Item, Line, Part, Prose


class TransitionTask(Part):
    """Something to be done before or during the change."""

    manual: ClassVar[str] = "Transition"
    title: Line = Field(description="What has to be done.")
    due: Day | None = Field(default=None, description="The day by which it should be done.")
    done: Flag = Field(default=False, description="yes once it is done.")
    who: Line | None = Field(default=None, description="Who does it, where it is not the learner.")


class Transition(Item):
    """A move to another school, to work or to college. Source: PLP manual, Transition."""

    kind: ClassVar[str] = "transition"
    manual: ClassVar[str] = "Transition"
    title: Line = Field(description="The change, such as From middle school to high school.")
    date: Day | None = Field(default=None, description="The day on which it happens.")
    plan: Prose | None = Field(default=None, description="How the learner will go about it.")
    tasks: tuple[Annotated[TransitionTask, FromText("title")], ...] = Field(
        default=(), description="What has to be done, by when."
    )
    support: tuple[Line, ...] = Field(default=(), description="Who helps, before and after.")
