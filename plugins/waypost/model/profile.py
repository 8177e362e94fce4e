"""The learner's profile. Source: PLP manual, Student Profile, and both guides, Create a Student Profile."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import Day, FromText, Id, Ids, Item, Line, Part, Prose


class Strength(Item):
    """Something the learner is good at. Source: PLP manual, Student Profile, strengths, abilities and skills."""

    kind: ClassVar[str] = "strength"
    manual: ClassVar[str] = "Student Profile"
    text: Line = Field(description="A strength, ability or skill: with people, with ideas, with hands.")
    example: Prose | None = Field(default=None, description="A time when it showed.")
    evidence: Ids = Field(default=(), description="Ids of evidence that shows it.")


class Value(Item):
    """Something that matters to the learner. Source: PLP manual, Student Profile, core values."""

    kind: ClassVar[str] = "value"
    manual: ClassVar[str] = "Student Profile"
    id: Id | None = Field(default=None, description="A short name, so that goals can say which value they rest on.")
    text: Line = Field(description="A core value: what the learner stands for or finds important.")
    why: Prose | None = Field(default=None, description="Where it comes from and why it matters.")


class Influence(Item):
    """Who or what inspires the learner. Source: PLP manual, Student Profile, core values."""

    kind: ClassVar[str] = "influence"
    manual: ClassVar[str] = "Student Profile"
    text: Line = Field(description="The person, place, book or event.")
    why: Prose | None = Field(default=None, description="What the learner takes from it.")


class Interest(Item):
    """What the learner likes to do. Source: student guide, Create a Student Profile."""

    kind: ClassVar[str] = "interest"
    manual: ClassVar[str] = "Student Guide, Create a Student Profile"
    text: Line = Field(description="Something the learner likes to do or wants to know more of.")


class Challenge(Item):
    """What may get in the way. Source: student guide, Create a Student Profile."""

    kind: ClassVar[str] = "challenge"
    manual: ClassVar[str] = "Student Guide, Create a Student Profile"
    text: Line = Field(description="A challenge or barrier that the learner sees.")
    plan: Prose | None = Field(default=None, description="What would help with it, and who.")


class Baseline(Item):
    """A first result to measure growth from. Source: PLP manual, Student Profile, baseline assessments."""

    kind: ClassVar[str] = "baseline"
    manual: ClassVar[str] = "Student Profile"
    id: Id | None = Field(default=None, description="A short name for this result.")
    area: Literal["academic", "career", "interest"] = Field(
        description="What it looked at: academic, career or interest."
    )
    title: Line = Field(description="The name of the assessment or inventory.")
    date: Day | None = Field(default=None, description="The day it was taken.")
    result: Prose = Field(description="What came out, in words or in the assessment's own figures.")
    evidence: Ids = Field(default=(), description="Ids of evidence, such as the report.")


class Future(Part):
    """Where the learner sees themselves. Source: student guide, Create a Student Profile."""

    kind: ClassVar[str] = "future"
    manual: ClassVar[str] = "Student Guide, Create a Student Profile"
    soon: Prose | None = Field(default=None, description="Half a year to two years from now.")
    later: Prose | None = Field(default=None, description="Five to ten years from now.")
    after_school: Prose | None = Field(
        default=None, description="What the learner would like to do once high school is over."
    )


class Profile(Part):
    """Who the learner is, in their own words. Source: PLP manual, Student Profile."""

    kind: ClassVar[str] = "profile"
    manual: ClassVar[str] = "Student Profile"
    about: Prose | None = Field(default=None, description="Who I am: as a person, and in my community.")
    strengths: tuple[Annotated[Strength, FromText("text")], ...] = Field(default=(), description="What I am good at.")
    values: tuple[Annotated[Value, FromText("text")], ...] = Field(
        default=(), description="What matters to me, and why."
    )
    influences: tuple[Annotated[Influence, FromText("text")], ...] = Field(
        default=(), description="Who and what inspires me, and why."
    )
    how_i_learn: Prose | None = Field(default=None, description="How I learn best, and what I need for it.")
    interests: tuple[Annotated[Interest, FromText("text")], ...] = Field(default=(), description="What I like to do.")
    future: Future | None = Field(default=None, description="Where I see myself, soon and later.")
    challenges: tuple[Annotated[Challenge, FromText("text")], ...] = Field(
        default=(), description="What I may need to overcome."
    )
    baselines: tuple[Baseline, ...] = Field(
        default=(), description="First results, academic, career and interest, that growth is measured from."
    )
