"""How a portfolio looks: one of six themes, and a colour of the learner's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from .base import Part
from .colour import SHAPE, TEXT, contrast, make_legible, mix

Theme = Literal["paper", "harbor", "moss", "clay", "dusk", "ink"]
THEMES: tuple[Theme, ...] = get_args(Theme)
Shade = Literal["light", "dark"]

NAMED: dict[str, dict[Shade, str]] = {
    "red": {"light": "#b3261e", "dark": "#ff9d94"},
    "orange": {"light": "#a24b09", "dark": "#ffb072"},
    "gold": {"light": "#7f5d00", "dark": "#e6c25a"},
    "olive": {"light": "#5d6a14", "dark": "#c3cf6f"},
    "green": {"light": "#1c6b35", "dark": "#8fd6a0"},
    "teal": {"light": "#0b6470", "dark": "#7fd3dc"},
    "blue": {"light": "#1f5fae", "dark": "#93c4ff"},
    "purple": {"light": "#6a3fa0", "dark": "#d0b4ff"},
    "pink": {"light": "#a82a6b", "dark": "#ffa6cf"},
    "brown": {"light": "#7a4a28", "dark": "#e0b595"},
}
"""Colours that can be asked for by a name; in every theme they can be read as they are."""
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


@dataclass(frozen=True)
class Ground:
    """What a theme writes on in one light: paper, paper for insets, and ink. theme/styles draws the same."""

    paper: str
    paper_deep: str
    ink: str


GROUNDS: dict[Theme, dict[Shade, Ground]] = {
    "paper": {"light": Ground("#f8f9f5", "#e9ece6", "#16202b"), "dark": Ground("#101a2b", "#1c283c", "#ebe8de")},
    "harbor": {"light": Ground("#f2f6fa", "#e1e9f0", "#10202e"), "dark": Ground("#0b1b27", "#172b3a", "#e3ecf2")},
    "moss": {"light": Ground("#f6f7ef", "#e7eadc", "#1c2416"), "dark": Ground("#141c13", "#222c1f", "#e9ebdb")},
    "clay": {"light": Ground("#fbf5ee", "#f1e6d9", "#2a1c15"), "dark": Ground("#1f1814", "#30261f", "#f2e7db")},
    "dusk": {"light": Ground("#f8f5fa", "#ebe5f0", "#231a2e"), "dark": Ground("#1b1828", "#2a253c", "#ebe6f2")},
    "ink": {"light": Ground("#fdfdfb", "#eeeeea", "#101010"), "dark": Ground("#161719", "#25272a", "#f1f0ec")},
}


@dataclass(frozen=True)
class Accent:
    """A learner's colour as it is used in one light, and the tone of it that surfaces have."""

    colour: str
    tone: str


def read_colour(value: Any) -> Any:
    """Takes `#1F5FAE`, `1f5fae` or one of the ten names to itself in small letters; raises with the mend otherwise."""
    if not isinstance(value, str):
        return value
    # Word processors turn quotation marks into curly ones, which YAML takes for a part of the text.
    written = value.strip().strip("“”„‘’").lower()
    if written in NAMED:
        return written
    found = _HEX.fullmatch(written)
    if found is None:
        names = ", ".join(NAMED)
        message = 'write a colour as six digits in quotes, such as "#1f5fae", or one of these names: {names}'
        raise PydanticCustomError("colour", message, {"names": names})
    return f"#{found[1]}"


class ColourSchema:
    """Shows a colour in JSON Schema as one of the names or six digits."""

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        six = {"type": "string", "pattern": "^#?[0-9A-Fa-f]{6}$", "examples": ["#1f5fae"]}
        return {"anyOf": [{"enum": list(NAMED)}, six]}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(source)


Colour = Annotated[str, BeforeValidator(read_colour), ColourSchema]


class Design(Part):
    """How the portfolio looks. Whatever is chosen, text can be read by day and by night."""

    kind: ClassVar[str] = ""
    theme: Theme = Field(
        default="paper", description="Paper, ink and the face of titles: one of paper, harbor, moss, clay, dusk, ink."
    )
    accent: Colour | None = Field(
        default=None,
        description="The colour of links and of the pattern on the first page: six digits in quotes, or one of "
        "ten names. Where it could not be read, a darker or lighter one is used. Left out: the theme's own.",
    )

    def given(self, shade: Shade) -> str | None:
        """The learner's colour by day or by night as `#rrggbb`, or None where the theme's own is to be used."""
        return NAMED[self.accent][shade] if self.accent in NAMED else self.accent


@lru_cache(maxsize=1024)
def fit_accent(colour: str, theme: Theme, shade: Shade) -> Accent:
    """`colour` as it can be used in `theme` by day or by night: as it is, or darker or lighter in the same hue.

    It can be read on both papers (WCAG 2.2, 1.4.3), so it also serves for the ring around what has the focus and
    for a button with paper-coloured words; ink can be read on its tone, on which the colour itself can be made out.
    """
    ground = GROUNDS[theme][shade]
    fitted = make_legible(colour, (ground.paper, ground.paper_deep))
    tones = (mix(fitted, ground.paper, share / 100) for share in range(30, -1, -2))
    tone = next(one for one in tones if contrast(fitted, one) >= SHAPE and contrast(ground.ink, one) >= TEXT)
    return Accent(fitted, tone)
