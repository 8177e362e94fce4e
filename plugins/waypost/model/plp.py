"""A Personalized Learning Plan as a whole. Source: PLP manual, the section on critical elements."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .achievement import Assessment
from .base import Part, Prose
from .design import Design
from .evidence import Evidence
from .goals import Goal
from .plan import PlanInformation
from .profile import Profile
from .reflections import Reflection, Revision
from .transition import Transition


class PLP(Part):
    """The file plp.yml: every critical element of a plan, in the manual's order."""

    kind: ClassVar[str] = "plp"
    manual: ClassVar[str] = "Critical Elements"
    plan: PlanInformation = Field(description="Whose plan this is, and the meetings about it.")
    design: Design = Field(default_factory=Design, description="How the portfolio looks.")
    profile: Profile = Field(default_factory=Profile, description="Who the learner is.")
    goals: tuple[Goal, ...] = Field(default=(), description="Long and short goals, each with its action steps.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Work that shows learning.")
    achievement: tuple[Assessment, ...] = Field(
        default=(), description="Placements on the school's scales, by the learner and by others."
    )
    reflections: tuple[Reflection, ...] = Field(
        default=(), description="What the learner, family and school make of it."
    )
    revisions: tuple[Revision, ...] = Field(default=(), description="How the plan changed, and why.")
    transition: tuple[Transition, ...] = Field(default=(), description="Plans for the big changes ahead.")
    presentation: Prose | None = Field(
        default=None,
        description="Slides for presenting all this, or the name of the Markdown file that holds them. Left out: they "
        "are made from the plan.",
    )
