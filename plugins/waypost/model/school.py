"""The school: its proficiencies, scales, pathways, own fields and defaults of visibility. Source: design, section 5."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import Audience, FromText, Id, LanguageTag, Line, Part, Prose

Section = Literal[
    "student_id",
    "meetings",
    "profile",
    "challenges",
    "baselines",
    "goals",
    "evidence",
    "achievement",
    "reflections",
    "revisions",
    "transition",
    "presentation",
]
Kind = Literal[
    "plp",
    "plan",
    "meeting",
    "profile",
    "strength",
    "value",
    "influence",
    "interest",
    "challenge",
    "baseline",
    "future",
    "goal",
    "step",
    "evidence",
    "assessment",
    "reflection",
    "revision",
    "transition",
]

_CLOSE = (Audience.SELF, Audience.ADVISOR, Audience.FAMILY)
DEFAULT_VISIBILITY: dict[Section, tuple[Audience, ...]] = {
    "student_id": (Audience.SELF, Audience.ADVISOR),
    "meetings": _CLOSE,
    "profile": (*_CLOSE, Audience.PANEL),
    "challenges": _CLOSE,
    "baselines": _CLOSE,
    "goals": (*_CLOSE, Audience.PANEL),
    "evidence": (*_CLOSE, Audience.PANEL),
    "achievement": _CLOSE,
    "reflections": _CLOSE,
    "revisions": _CLOSE,
    "transition": _CLOSE,
    "presentation": (*_CLOSE, Audience.PANEL),
}


class Level(Part):
    """One level of a scale."""

    id: Id = Field(description="A short name for this level, such as getting-there.")
    name: Line = Field(description="The level's name, as the school says it.")
    description: Prose | None = Field(default=None, description="What work on this level looks like.")


class Scale(Part):
    """A school's own scale, from its first level to its last."""

    id: Id = Field(description="A short name for this scale.")
    name: Line | None = Field(default=None, description="The scale's name.")
    levels: tuple[Level, ...] = Field(min_length=1, description="The levels, from the first to the last.")


class Proficiency(Part):
    """A common learning expectation of the school. Source: PLP manual, Student Goals."""

    manual: ClassVar[str] = "Student Goals"
    id: Id = Field(description="A short name that plans point to, such as clear-communication.")
    name: Line = Field(description="The proficiency's name.")
    area: Line | None = Field(default=None, description="The group it belongs to, such as Transferable skills.")
    description: Prose | None = Field(default=None, description="What a learner who has it can do.")
    scale: Id | None = Field(
        default=None, description="The id of the scale it is placed on. Left out: the first scale."
    )


class Pathway(Part):
    """A flexible pathway that the school offers. Source: PLP manual, Critical Element 2."""

    manual: ClassVar[str] = "Essential Elements, Flexibility"
    id: Id = Field(description="A short name that plans point to, such as work-based.")
    name: Line = Field(description="The pathway's name.")
    description: Prose | None = Field(default=None, description="What it offers.")


class OwnField(Part):
    """A field that the school adds to its plans. Source: PLP manual, Critical Elements: schools may add their own."""

    name: str = Field(
        pattern=r"^[a-z][a-z0-9_]{0,39}$", description="How the field is written in plp.yml, such as pronouns."
    )
    label: Line = Field(description="How it is shown.")
    description: Line | None = Field(default=None, description="What belongs there, for the people who fill it in.")


class School(Part):
    """The file school.yml."""

    name: Line = Field(description="The school's name (PLP manual: Plan Information).")
    language: LanguageTag = Field(default="en", description="The language of pages, unless a recipient has another.")
    languages: tuple[LanguageTag, ...] = Field(
        default=(),
        description="Languages that every link offers besides its recipient's, such as [en, es]. Left out: those of "
        "the other recipients who see the same.",
    )
    contact: Line | None = Field(
        default=None,
        description="Whom to ask when a link does not open, such as the school office. Everyone can read this.",
    )
    scales: tuple[Scale, ...] = Field(default=(), description="The school's own scales.")
    proficiencies: tuple[Proficiency, ...] = Field(default=(), description="The school's common learning expectations.")
    pathways: tuple[Annotated[Pathway, FromText("name")], ...] = Field(
        default=(), description="The flexible pathways that learners can take."
    )
    fields: dict[Kind, tuple[OwnField, ...]] = Field(
        default_factory=dict,
        description="The school's own fields, by the part that holds them (PLP manual: Critical Elements).",
    )
    visibility: dict[Section, tuple[Audience, ...]] = Field(
        default_factory=dict, description="Who sees a section unless an item says otherwise with for:."
    )

    def audiences_of(self, section: Section) -> tuple[Audience, ...]:
        """Who sees `section` by default; the learner always does."""
        return (Audience.SELF, *self.visibility.get(section, DEFAULT_VISIBILITY[section]))

    def scale_of(self, proficiency: Proficiency) -> Scale | None:
        """The scale on which `proficiency` is placed, or None where the school has none."""
        if proficiency.scale is None:
            return self.scales[0] if self.scales else None
        return next((scale for scale in self.scales if scale.id == proficiency.scale), None)
