"""Goals and the action steps toward them. Source: PLP manual, Student Goals and Action Steps."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .base import Day, Id, Ids, Item, Line, Prose

StepStatus = Literal["planned", "under way", "done", "set aside"]
GoalStatus = Literal["active", "met", "changed", "set aside"]


class ActionStep(Item):
    """Something the learner will do for a goal. Source: PLP manual, Action Steps; both guides, Draft Action Steps."""

    kind: ClassVar[str] = "step"
    manual: ClassVar[str] = "Action Steps"
    id: Id = Field(description="A short name that evidence and reflections point to, such as join-robotics.")
    title: Line = Field(description="What the learner will do.")
    when: Literal["now", "over time"] | None = Field(
        default=None, description="Whether this starts at once or runs over time."
    )
    start: Day | None = Field(default=None, description="The first day.")
    due: Day | None = Field(default=None, description="The day by which it should be done.")
    done: Day | None = Field(default=None, description="The day on which it was done.")
    status: StepStatus = Field(
        default="planned",
        description="How far it is: planned, under way, done or set aside (PLP manual: Achievement of Action Steps).",
    )
    pathway: Id | None = Field(
        default=None,
        description="The flexible pathway it belongs to, by its id in school.yml: pathways taken go on record here.",
    )
    expectations: Ids = Field(
        default=(), description="The school's proficiencies that it counts toward, by their ids in school.yml."
    )
    evidence: Ids = Field(default=(), description="Ids of evidence that shows progress.")
    planned_evidence: Prose | None = Field(
        default=None, description="What will show progress, while it is not there yet."
    )
    support: tuple[Line, ...] = Field(default=(), description="Who or what can help.")
    notes: Prose | None = Field(default=None, description="Anything more, such as how it went.")


class Goal(Item):
    """A goal, long or short, for school or for after it. Source: PLP manual, Student Goals."""

    kind: ClassVar[str] = "goal"
    manual: ClassVar[str] = "Student Goals"
    id: Id = Field(description="A short name that other parts point to, such as design-engineer.")
    title: Line = Field(description="The goal in one line, in the learner's words.")
    term: Literal["short", "long"] = Field(description="short (this year or sooner) or long (school or after it).")
    stage: Literal["primary", "secondary", "post-secondary"] = Field(
        default="secondary", description="Whether it is a goal for school or for the time after."
    )
    why: Prose | None = Field(default=None, description="Why it matters to the learner, and what makes it hard enough.")
    serves: Ids = Field(
        default=(), description="For a short goal: ids of the long goals that it leads to (PLP manual: Action Steps)."
    )
    values: Ids = Field(default=(), description="Ids of the values in the profile that it rests on.")
    expectations: Ids = Field(
        default=(), description="The school's proficiencies that it meets, by their ids in school.yml."
    )
    pathway: Id | None = Field(default=None, description="The pathway the learner proposes, by its id in school.yml.")
    preparation: Prose | None = Field(
        default=None,
        description="For a goal after school: what has to be in place before, such as courses or requirements.",
    )
    measure: Prose | None = Field(default=None, description="How the learner will know that it is reached.")
    start: Day | None = Field(default=None, description="The day on which the learner took it up.")
    by: Day | None = Field(default=None, description="The day by which it should be reached.")
    status: GoalStatus = Field(
        default="active",
        description="active, met, changed (see revisions) or set aside (PLP manual: Achievement of Action Steps).",
    )
    progress: Prose | None = Field(
        default=None,
        description="How far the learner has come, in words (PLP manual: Achievement of Action Steps).",
    )
    support: tuple[Line, ...] = Field(default=(), description="Who or what can help.")
    steps: tuple[ActionStep, ...] = Field(default=(), description="What the learner will do for it, now and over time.")
