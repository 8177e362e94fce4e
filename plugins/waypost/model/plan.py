"""Plan information: whose plan this is, and the meetings at which it was made. Source: PLP manual, Plan Information."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import Day, FromText, Id, Item, Line, Part, Prose

Role = Literal[
    "student", "family", "advocate", "advisor", "mentor", "teacher", "counselor", "peer", "employer", "other"
]
StageId = Literal[
    "create-a-student-profile",
    "identify-goals",
    "draft-action-steps",
    "work-toward-goals",
    "assess-progress",
    "reflect-on-experiences",
    "revise",
]
"""The stages of the planning cycle, in order, by their ids in toolbox/guide.yml. Source: PLP manual, both guides."""


class Participant(Part):
    """Somebody who took part in a meeting. Source: PLP manual, Plan Information, participants."""

    manual: ClassVar[str] = "Plan Information"
    name: Line = Field(description="The person's name, as the learner would write it.")
    role: Role = Field(default="other", description="What this person is to the learner.")


class Meeting(Item):
    """A meeting at which the plan was made or changed. Source: PLP manual, Plan Information, dates and participants."""

    kind: ClassVar[str] = "meeting"
    manual: ClassVar[str] = "Plan Information"
    id: Id | None = Field(
        default=None, description="A short name for this meeting, so that other parts can point to it."
    )
    date: Day = Field(description="The day of the meeting.")
    title: Line | None = Field(default=None, description="What the meeting was for, such as Fall conference.")
    participants: tuple[Annotated[Participant, FromText("name")], ...] = Field(
        default=(), description="Who was there, each with name and role."
    )
    notes: Prose | None = Field(default=None, description="What was said and agreed, in a few lines.")


class PlanInformation(Part):
    """Whose plan this is. Source: PLP manual, Plan Information."""

    kind: ClassVar[str] = "plan"
    manual: ClassVar[str] = "Plan Information"
    name: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        description="The learner's name as it should stand on the first page."
    )
    student_id: Line | None = Field(
        default=None, description="The school's number for this learner. Shown to the learner and the advisor alone."
    )
    grade: int | None = Field(default=None, ge=1, le=13, description="The learner's grade this year, as a number.")
    advisory: Line | None = Field(default=None, description="The advisory or homeroom, or the advisor's name.")
    language: str = Field(
        default="en",
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language the learner writes in, such as en or es.",
    )
    sentence: Line | None = Field(
        default=None, description="One sentence in the learner's own voice, shown under the name on the first page."
    )
    picture: Id | None = Field(
        default=None,
        description="The id of a piece of evidence (a picture) for the first page. Without one, a pattern is drawn.",
    )
    ask_me: tuple[Line, ...] = Field(default=(), description="Things a visitor could ask the learner about.")
    started: Day | None = Field(default=None, description="The day on which this plan was first made.")
    stage: StageId | None = Field(
        default=None,
        description="Where the learner is in the planning cycle, such as assess-progress. Left out: it is found from "
        "the plan.",
    )
    meetings: tuple[Meeting, ...] = Field(
        default=(), description="Each meeting about the plan: the first one, updates, conferences, with who was there."
    )
