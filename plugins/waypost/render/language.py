"""The language of the words around a learner's own: catalogues, dates, numbers, direction."""

from __future__ import annotations

import datetime
import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.units import format_unit

from .place import theme_dir

SOURCE_LANGUAGE = "en"
"""The language that templates are written in; it needs no catalogue."""
_HOME_REGION = {"es": "es-419"}
"""Whose dates and numbers a language without a region follows, where that is not its first country."""
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def direction_of(tag: str) -> str:
    """`rtl` or `ltr`: how the language `tag` runs."""
    return "rtl" if tag.lower().split("-", 1)[0] in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, eq=False)
class Language:
    """A language of interface words. `tag` is what a page states as `lang`, `direction` is `ltr` or `rtl`."""

    tag: str
    direction: str
    locale: Locale
    translations: gettext.NullTranslations

    def gettext(self, text: str) -> str:
        """`text` in this language, or as it is where the catalogue lacks it."""
        return self.translations.gettext(text)

    def knows(self, text: str) -> bool:
        """Whether the catalogue says `text` in other words: what it lacks comes back as it is."""
        return self.translations.gettext(text) != text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form that goes with `count`, its `%(count)s` still to be filled in."""
        return self.translations.ngettext(one, many, count)

    def pgettext(self, context: str, text: str) -> str:
        """As `gettext`, for a word that is said differently in different places."""
        return self.translations.pgettext(context, text)

    def date(self, day: datetime.date) -> str:
        """A day in full, such as October 12, 2026."""
        return _date(self.locale, day)

    def months(self, start: datetime.date, end: datetime.date) -> str:
        """The months from one day to another, such as September 2024 – October 2026."""
        return format_interval(start, end, "yMMMM", locale=self.locale)

    def month(self, day: datetime.date) -> str:
        """The month of a day, such as September 2024."""
        return _part_of_date(self.locale, day, "yMMMM")

    def short_month(self, day: datetime.date) -> str:
        """The month of a day where there is little room, such as Sep 2024."""
        return _part_of_date(self.locale, day, "yMMM")

    def year(self, year: int) -> str:
        """A year, such as 2024, in the language's figures."""
        return _part_of_date(self.locale, datetime.date(year, 1, 1), "y")

    def number(self, value: int) -> str:
        """A whole number, grouped as the language does."""
        return _number(self.locale, value)

    def size(self, size: int) -> str:
        """A file's size, such as 3.2 MB."""
        if size < 1_000_000:
            return format_unit(max(1, round(size / 1000)), "kilobyte", "short", locale=self.locale)
        return format_unit(round(size / 1_000_000, 1), "megabyte", "short", locale=self.locale)

    def length(self, seconds: float) -> str:
        """How long something lasts, such as 3 minutes, 20 seconds."""
        whole = max(1, round(seconds))
        minutes, rest = divmod(whole, 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, "hour"), (minutes, "minute"), (rest if not hours else 0, "second"))
        return self.series(
            format_unit(count, f"duration-{unit}", "long", locale=self.locale) for count, unit in parts if count
        )

    @property
    def own_name(self) -> str:
        """What the language calls itself, such as Español, as it is written at the head of a line."""
        # Whose dates it follows says nothing of whose language it is.
        name = str(_parsed(self.tag).get_display_name())
        return name[:1].upper() + name[1:]

    @property
    def comma(self) -> str:
        """What stands between the parts of a series, with the space after it."""
        return self.pgettext("between the parts of a series", ", ")

    def series(self, parts: Iterable[str]) -> str:
        """Several phrases one after the other, such as 3 goals, 9 action steps. Without a last "and", which would
        join words of one language with another's.
        """
        return self.comma.join(parts)


@lru_cache(maxsize=4096)
def _number(locale: Locale, value: int) -> str:
    return format_decimal(value, locale=locale)


@lru_cache(maxsize=4096)
def _date(locale: Locale, day: datetime.date) -> str:
    return format_date(day, "long", locale)


@lru_cache(maxsize=4096)
def _part_of_date(locale: Locale, day: datetime.date, parts: str) -> str:
    return format_skeleton(parts, day, locale=locale)


def known_languages(theme: Path | None = None) -> tuple[str, ...]:
    """The tags of all languages that interface words exist in, the source language first."""
    catalogues = ((theme or theme_dir()) / "locales").glob("*/LC_MESSAGES/waypost.po")
    return (SOURCE_LANGUAGE, *sorted(path.parts[-3] for path in catalogues if path.parts[-3] != SOURCE_LANGUAGE))


@lru_cache(maxsize=64)
def load_language(tag: str, theme: Path | None = None) -> Language:
    """Loads the words of `tag`, or of the nearest language there is: es-MX, then es, then English.

    A language without any catalogue becomes English as a whole, so that no page mixes two. Catalogues are those of
    `theme`, or of the theme that comes with the package. Raises `OSError` where one cannot be read.
    """
    theme = theme or theme_dir()
    parts = tag.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        candidate = "-".join(parts[:length])
        if candidate == SOURCE_LANGUAGE:
            return _language(tag, gettext.NullTranslations())
        catalogue = theme / "locales" / candidate / "LC_MESSAGES" / "waypost.po"
        if catalogue.is_file():
            return _language(tag, _translations(catalogue, parts[0]))
    return _language(SOURCE_LANGUAGE, gettext.NullTranslations())


def _language(tag: str, translations: gettext.NullTranslations) -> Language:
    return Language(tag, direction_of(tag), _locale(tag), translations)


def _locale(tag: str) -> Locale:
    return _parsed(_HOME_REGION.get(tag, tag))


def _parsed(tag: str) -> Locale:
    parts = tag.replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale(SOURCE_LANGUAGE)


def _translations(catalogue: Path, language: str) -> gettext.NullTranslations:
    with catalogue.open("rb") as file:
        words = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, words)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
