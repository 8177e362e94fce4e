"""Words, dates and numbers follow the reader's language."""

from __future__ import annotations

import datetime
import json
import subprocess
from pathlib import Path

import pytest

from waypost.render import known_languages, load_language

DAY = datetime.date(2026, 10, 12)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("tag", "date", "months", "size", "number"),
    [
        ("en", "October 12, 2026", "October 2026 – March 2027", "3.2 MB", "1,250"),
        ("en-GB", "12 October 2026", "October 2026 – March 2027", "3.2 MB", "1,250"),
        ("es", "12 de octubre de 2026", "octubre de 2026–marzo de 2027", "3.2 MB", "1,250"),
        ("es-CL", "12 de octubre de 2026", "octubre de 2026–marzo de 2027", "3,2 MB", "1.250"),
        ("ar", "12 أكتوبر 2026", "أكتوبر 2026 – مارس 2027", "3.2 م.ب", "1,250"),
    ],
)
def test_dates_and_numbers_are_said_as_in(tag: str, date: str, months: str, size: str, number: str) -> None:
    language = load_language(tag)
    assert language.date(DAY) == date
    assert _plain(language.months(DAY, datetime.date(2027, 3, 1))) == months
    assert _plain(language.size(3_200_000)) == size
    assert language.number(1250) == number


def _plain(text: str) -> str:
    return text.replace("\u2009", " ").replace("\u00a0", " ").replace("\u202f", " ").replace("\u2013", "–")


def test_a_file_of_a_few_bytes_has_a_size() -> None:
    assert load_language("en").size(8) == "1 kB"


@pytest.mark.parametrize(
    ("tag", "words"),
    [("es", "Mis metas"), ("es-MX", "Mis metas"), ("es-419", "Mis metas"), ("en-US", "My goals"), ("ar-EG", "أهدافي")],
)
def test_a_region_speaks_the_words_of_its_language(tag: str, words: str) -> None:
    language = load_language(tag)
    assert (language.tag, language.gettext("My goals")) == (tag, words)


def test_a_language_without_words_is_english_as_a_whole() -> None:
    language = load_language("bs")
    assert (language.tag, language.gettext("My goals")) == ("en", "My goals")
    assert language.date(DAY) == "October 12, 2026"


@pytest.mark.parametrize("tag", ["", "x", "tlh", "es-", "es-ZZZZ-1", "../es", "en-Qaaa"])
def test_a_tag_that_means_little_still_gives_words(tag: str) -> None:
    assert load_language(tag).date(DAY)


@pytest.mark.parametrize(("tag", "direction"), [("ar", "rtl"), ("ar-EG", "rtl"), ("en", "ltr"), ("es", "ltr")])
def test_direction_follows_the_language(tag: str, direction: str) -> None:
    assert load_language(tag).direction == direction


def test_languages_are_those_with_a_catalogue() -> None:
    assert known_languages() == ("en", "ar", "es")


def test_a_theme_of_the_schools_own_brings_its_words(tmp_path: Path) -> None:
    catalogue = tmp_path / "locales" / "pt" / "LC_MESSAGES" / "waypost.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "My goals"\nmsgstr "As minhas metas"\n',
        encoding="utf-8",
    )
    assert known_languages(tmp_path) == ("en", "pt")
    assert load_language("pt-BR", tmp_path).gettext("My goals") == "As minhas metas"


@pytest.mark.parametrize(
    ("count", "phrase"),
    [(1, "هدف واحد"), (2, "هدفان"), (5, "5 أهداف"), (11, "11 هدفًا"), (40, "40 هدفًا"), (100, "100 هدفًا")],
)
def test_arabic_counts_in_its_own_way(count: int, phrase: str) -> None:
    language = load_language("ar")
    said = language.ngettext("%(count)s goal", "%(count)s goals", count) % {"count": language.number(count)}
    assert said == phrase


def test_the_viewer_writes_numbers_and_days_as_the_pages_do() -> None:
    tags = ("en", "en-GB", "es", "es-CL", "ar", "ar-EG")
    script = f"""
      import {{ localeOf }} from "./theme/scripts/viewer/words.js";
      const day = new Date("2026-10-12T12:00");
      const say = (at) => [(1250).toLocaleString(at), day.toLocaleDateString(at, {{ dateStyle: "long" }})];
      console.log(JSON.stringify({list(tags)}.map((tag) => say(localeOf(tag)))));
    """
    command = ["node", "--no-warnings", "--input-type=module", "-e", script]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    languages = [load_language(tag) for tag in tags]
    assert json.loads(said) == [[language.number(1250), language.date(DAY)] for language in languages]
