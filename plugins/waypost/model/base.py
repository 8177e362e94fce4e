"""The kinds of value that every part of a plan is made of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MARKDOWN_FILE = re.compile(r"\S+\.md")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
IDENTIFIER = r"^[a-z0-9][a-z0-9-]{0,79}$"
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""The short code of a language, such as en, es or pt-BR."""
FLAGS = {"yes": True, "true": True, "no": False, "false": False}


class Audience(StrEnum):
    """Who a view is made for. Source: design, section 4."""

    SELF = "self"
    ADVISOR = "advisor"
    FAMILY = "family"
    PANEL = "panel"
    PUBLIC = "public"


def read_day(value: Any) -> Any:
    """Takes `2026-09-01` (or a date) to a date; raises with the mend for every other text."""
    if not isinstance(value, str):
        return value
    if not DATE.fullmatch(value):
        raise PydanticCustomError("date_form", "write the date as year-month-day, such as 2026-09-01")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_impossible", "{day} is not a day in the calendar", {"day": value}) from None


def read_flag(value: Any) -> Any:
    """Takes `yes` and `no` to a bool; YAML's other spellings of them are not accepted, so that nothing is guessed."""
    if isinstance(value, str):
        if value.lower() not in FLAGS:
            raise PydanticCustomError("yes_or_no", "write yes or no")
        return FLAGS[value.lower()]
    return value


def read_prose(value: Any, info: ValidationInfo) -> Any:
    """Takes the name of a Markdown file to its text, by the `read_prose` callback of the validation context."""
    if isinstance(value, str) and MARKDOWN_FILE.fullmatch(value.strip()):
        reader: Callable[[str], str] | None = (info.context or {}).get("read_prose")
        if reader is not None:
            return reader(value.strip())
    return value


def read_transcript(value: Any, info: ValidationInfo) -> Any:
    """Takes a transcript, or its file's name, to its text, by the `read_transcript` callback of the context."""
    reader: Callable[[str], str] | None = (info.context or {}).get("read_transcript")
    return reader(value.strip()) if isinstance(value, str) and reader is not None else value


def read_captions(value: Any, info: ValidationInfo) -> Any:
    """Takes the name of a file of captions to captions, by the `read_captions` callback of the context."""
    reader: Callable[[str], str] | None = (info.context or {}).get("read_captions")
    return reader(value.strip()) if isinstance(value, str) and reader is not None else value


class DaySchema:
    """Shows a day in JSON Schema as text with a pattern, since plans hold dates as they are written."""

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2026-09-01"]}


class FlagSchema:
    """Shows a flag in JSON Schema in every form that an editor's YAML reader may hand it on."""

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"enum": ["yes", "no", True, False]}


Day = Annotated[datetime.date, BeforeValidator(read_day), DaySchema]
Flag = Annotated[bool, BeforeValidator(read_flag), FlagSchema]
Prose = Annotated[str, BeforeValidator(read_prose)]
"""Markdown, or the name of a Markdown file in the learner's folder."""
Transcript = Annotated[str, BeforeValidator(read_transcript)]
"""Markdown, or the name of a text file in evidence/."""
Captions = Annotated[str, BeforeValidator(read_captions)]
"""WebVTT as `captions.write_captions` writes it; in a plan, the name of a file in evidence/."""
Line = Annotated[str, Field(min_length=1, max_length=300)]
"""One line of plain text."""
Id = Annotated[str, Field(pattern=IDENTIFIER)]
Ids = tuple[Id, ...]


class Part(BaseModel):
    """A mapping in a YAML file. Unknown keys are kept; the loader judges them, since it knows the school's fields."""

    model_config = ConfigDict(extra="allow", frozen=True, str_strip_whitespace=True)
    kind: ClassVar[str] = ""
    """The noun by which school.yml adds fields to this part (`fields: {goal: …}`); empty where it cannot."""
    manual: ClassVar[str] = ""
    """The part of the PLP manual that this part of a plan answers; empty where it answers none."""

    @property
    def own(self) -> dict[str, Any]:
        """The school's own fields on this part, by name, in the order they were written."""
        return dict(self.__pydantic_extra__ or {})


class Item(Part):
    """Something that a learner lists, and may show to fewer or more people than its section."""

    audiences: tuple[Audience, ...] | None = Field(
        default=None,
        alias="for",
        description="Who may see this: any of self, advisor, family, panel, public. Left out: as school.yml says for "
        "its section. The learner always sees it.",
    )


@dataclass(frozen=True)
class FromText:
    """Lets a plain text stand for a mapping with that text as `field`."""

    field: str

    def read(self, value: Any) -> Any:
        """Takes a text to the mapping that it stands for; leaves everything else as it is."""
        return {self.field: value} if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        mapping = handler(core)
        if set(handler.resolve_ref_schema(mapping).get("required", ())) - {self.field}:
            # The text alone could never do: it is read only so that what else is needed can be told.
            return mapping
        return {"anyOf": [{"type": "string"}, mapping]}
