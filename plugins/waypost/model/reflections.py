"""Looking back and changing course. Source: PLP manual, Reflection and Revision."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import Day, FromText, Id, Ids, Item, Line, Part, Prose

Voice = Literal["student", "family", "teacher", "advisor", "peer", "mentor", "employer", "other"]


class Reflection(Item):
    """What the learner, or somebody who knows them, thinks about it all. Source: PLP manual, Reflection."""

    kind: ClassVar[str] = "reflection"
    manual: ClassVar[str] = "Reflection"
    id: Id = Field(description="A short name that revisions point to, such as after-first-term.")
    date: Day = Field(description="The day it was written.")
    by: Voice = Field(
        description="Whose reflection it is: student, family, teacher, advisor, peer, mentor, employer or other."
    )
    name: Line | None = Field(default=None, description="The name of that person, where it is not the learner.")
    language: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language it is written in, where it is not the learner's.",
    )
    title: Line | None = Field(default=None, description="A title, if it has one.")
    about: Ids = Field(default=(), description="Ids of the goals, action steps or evidence that it is about.")
    text: Prose = Field(description="The reflection itself, or the name of a Markdown file.")


class Change(Part):
    """One thing that was changed. Source: PLP manual, Revision, edits and amendments."""

    manual: ClassVar[str] = "Revision"
    what: Line = Field(description="What was changed.")
    item: Id | None = Field(default=None, description="The id of the goal or action step that it touches.")
    before: Prose | None = Field(default=None, description="How it was until then.")
    after: Prose | None = Field(default=None, description="How it is from now on.")


class Revision(Item):
    """A change of plan and its reasons. Source: PLP manual, Revision; both guides, Revise."""

    kind: ClassVar[str] = "revision"
    manual: ClassVar[str] = "Revision"
    id: Id | None = Field(default=None, description="A short name for this revision.")
    date: Day = Field(description="The day on which the plan was changed.")
    why: Prose = Field(description="Why it was changed.")
    changes: tuple[Annotated[Change, FromText("what")], ...] = Field(
        default=(), description="Each change, with how it was and how it is now."
    )
    reflections: Ids = Field(default=(), description="Ids of the reflections that led to it.")
    meeting: Id | None = Field(default=None, description="The id of the meeting at which it was agreed.")
