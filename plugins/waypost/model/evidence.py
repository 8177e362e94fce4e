"""Evidence of learning. Source: PLP manual, Achievement of Action Steps; design, section 5."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .address import Address
from .base import Captions, Day, Flag, FromText, Id, Ids, Item, Line, Part, Prose, Transcript


class PersonShown(Part):
    """Somebody else who can be seen or heard in a piece of evidence."""

    name: Line = Field(description="Who it is, or how many, such as two classmates.")
    consent: Flag = Field(
        default=False,
        description="yes once this person (or their family) has agreed. Until then only self and advisor see it.",
    )
    date: Day | None = Field(default=None, description="The day on which consent was given.")


class Evidence(Item):
    """A piece of work or a record of it. Source: PLP manual, Achievement of Action Steps, evidence."""

    kind: ClassVar[str] = "evidence"
    manual: ClassVar[str] = "Achievement of Action Steps"
    id: Id = Field(description="A short name that other parts point to, such as bridge-photo.")
    file: Line | None = Field(default=None, description="The file's name inside evidence/.")
    link: Address | None = Field(
        default=None,
        description="A web address, for work that lives elsewhere. Nothing of it is copied or shown; it opens when "
        "somebody chooses it.",
    )
    title: Line = Field(description="What it is, in a few words.")
    caption: Prose | None = Field(default=None, description="The learner's words beside it.")
    date: Day | None = Field(default=None, description="The day it was made.")
    alt: str | None = Field(
        default=None, max_length=1000, description="What can be seen or heard, for people who cannot see or hear it."
    )
    before: Id | None = Field(
        default=None,
        description="The id of an earlier piece of evidence. The two are then shown side by side, before and after.",
    )
    transcript: Transcript | None = Field(
        default=None,
        description="What is said in a film or recording, or the name of the .md or .txt file in evidence/ that holds "
        "it.",
    )
    captions: Captions | None = Field(
        default=None,
        description="The name of the .vtt file in evidence/ with the words of a film or recording, each with its time.",
    )
    language: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language of its transcript and captions, where it is not the learner's.",
    )
    clean: Literal["keep"] | None = Field(
        default=None,
        description="keep, to publish the file just as it is, with every name, day and place in it. Left out: they are "
        "taken out first.",
    )
    playback: Literal["web", "original"] | None = Field(
        default=None,
        description="For a film. web: a light copy that every browser plays is made for the page, and the film itself "
        "is offered to download. original: the film is played as it is. Left out: as the school has it.",
    )
    goals: Ids = Field(default=(), description="Ids of the goals that it belongs to.")
    steps: Ids = Field(default=(), description="Ids of the action steps that it belongs to.")
    expectations: Ids = Field(
        default=(), description="The school's proficiencies that it shows, by their ids in school.yml."
    )
    people: tuple[Annotated[PersonShown, FromText("name")], ...] = Field(
        default=(), description="Other people shown, each with their consent."
    )
