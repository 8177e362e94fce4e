"""Assessments of how far a learner has come. Source: PLP manual, Achievement of Action Steps."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .base import Day, Id, Ids, Item, Line, Prose

Assessor = Literal["self", "peer", "teacher", "family", "employer", "other"]
AssessmentKind = Literal["baseline", "benchmark", "performance", "formative", "self-assessment", "peer assessment"]


class Assessment(Item):
    """One dated placement on the school's own scale. Source: PLP manual, Achievement of Action Steps, assessments."""

    kind: ClassVar[str] = "assessment"
    manual: ClassVar[str] = "Achievement of Action Steps"
    id: Id | None = Field(default=None, description="A short name for this assessment.")
    expectation: Id = Field(description="The proficiency, by its id in school.yml.")
    level: Id = Field(description="The level reached, by its id on that proficiency's scale in school.yml.")
    date: Day = Field(description="The day of the assessment.")
    by: Assessor = Field(description="Who placed it: self, peer, teacher, family, employer or other.")
    name: Line | None = Field(default=None, description="The name of that person.")
    type: AssessmentKind | None = Field(
        default=None, description="baseline, benchmark, performance, formative, self-assessment or peer assessment."
    )
    words: Prose | None = Field(default=None, description="Why this level, in the words of whoever placed it.")
    evidence: Ids = Field(default=(), description="Ids of the evidence it rests on.")
    goals: Ids = Field(default=(), description="Ids of the goals it says something about.")
