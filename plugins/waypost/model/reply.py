"""What somebody wrote back after they had looked at a portfolio, as it comes out of its seal."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .base import IDENTIFIER, Day

VERSION = 1
LONGEST_ANSWER = 4000
LONGEST_NAME = 120
LONGEST_RELATION = 80
QUESTIONS = ("noticed", "surprised", "question", "help")
"""The questions of the form, in its order."""
VOICES = ("teacher", "mentor", "employer", "peer", "other")
"""What somebody on a panel can be to the learner. Nobody is a learner, an advisor or a family by their own word."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters, and those that turn the direction of what follows them, are no part of what people type.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_GAP = re.compile("\n{3,}")


def plain_text(text: str) -> str:
    """`text` without what no keyboard types and a terminal or a file might obey; lines end in one way."""
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")
    return _GAP.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def plain_line(text: str) -> str:
    """As `plain_text`, on one line."""
    return " ".join(plain_text(text).split())


def _voice(value: object) -> object:
    return value if value in VOICES else "other"


Text = Annotated[str, Field(max_length=LONGEST_ANSWER), AfterValidator(plain_text)]
Opaque = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Tag = Annotated[str, Field(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$")]


class _Sealed(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class Answers(_Sealed):
    """One text for each question; those that were left out are empty."""

    noticed: Text = ""
    surprised: Text = ""
    question: Text = ""
    help: Text = ""

    def given(self) -> dict[str, str]:
        """The answers that hold something, by question, in the form's order."""
        said = self.model_dump()
        return {question: said[question] for question in QUESTIONS if said[question]}


class Reply(_Sealed):
    """A reply: by which link it came (and the proof that the writer had it), who wrote, about what, in which language.

    `page` is the language of the page that it was written on, `language` that of the words, empty where nobody said.
    `about` is the id of a goal, an action step or a piece of evidence; empty for the whole portfolio.
    """

    waypost: Literal["reply"]
    v: Literal[1]
    link: Opaque
    proof: Opaque
    page: Tag
    language: Tag = ""
    day: Day
    name: Annotated[str, Field(max_length=LONGEST_NAME), AfterValidator(plain_line)]
    relation: Annotated[str, Field(max_length=LONGEST_RELATION), AfterValidator(plain_line)] = ""
    voice: Annotated[str, BeforeValidator(_voice)] = "other"
    about: Annotated[str, Field(pattern=rf"^$|{IDENTIFIER}")] = ""
    answers: Answers

    @model_validator(mode="after")
    def _says_something(self) -> Reply:
        if not self.name or not self.answers.given():
            raise PydanticCustomError("empty_reply", "it says nothing, or not who wrote it")
        return self

    @property
    def signature(self) -> str:
        """Who wrote it, on one line, such as Ana Rivera (grandmother)."""
        return f"{self.name} ({self.relation})" if self.relation else self.name
