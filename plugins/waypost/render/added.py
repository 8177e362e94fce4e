"""What a plan says of a file that was just added: a title where its name says nothing, and what is still to tell."""

from __future__ import annotations

import datetime
from typing import Literal

from .language import Language
from .words import N_

AddedKind = Literal["photo", "film", "sound", "screenshot", "scan", "file"]
_TITLES: dict[AddedKind, str] = {
    "photo": N_("Photo"),
    "film": N_("Film"),
    "sound": N_("Sound"),
    "screenshot": N_("Screenshot"),
    "scan": N_("Scan"),
    "file": N_("File"),
}
CAPTION = N_("What you want people to notice, in your words.")
SEEN = N_("What can be seen, for people who cannot see it.")
HEARD = N_("What can be heard, for people who cannot hear it.")


def added_title(language: Language, kind: AddedKind, day: datetime.date | None, number: int) -> str:
    """A title by kind and day, such as "Photo, March 12, 2026"; the second of that day is Photo 2."""
    word = language.gettext(_TITLES[kind])
    counted = word if number == 1 else f"{word} {language.number(number)}"
    return language.series((counted, language.date(day))) if day else counted


def added_prompts(language: Language, kind: Literal["seen", "heard"] | None) -> dict[str, str]:
    """What the learner is still asked to write, by field."""
    alt = {"seen": SEEN, "heard": HEARD}.get(kind or "")
    asked = {"alt": alt} if alt else {}
    return {field: language.gettext(text) for field, text in (asked | {"caption": CAPTION}).items()}
