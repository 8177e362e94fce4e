"""What a value should have been, in words for the people who fill plans in; the schema library's own never show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from waypost.model.base import IDENTIFIER

from .places import quote
from .suggestions import did_you_mean, one_of

Details = Mapping[str, Any]
_CHOICE = re.compile(r"'([^']*)'")
_ENDING = re.compile(r"\.(?!\d+$)[A-Za-z0-9]{2,5}$")
_PLAIN = re.compile(r"[\w .,-]{1,40}")
_EMPTY_ENTRY = "this entry is empty: write something behind the dash, or remove it"
_DATE = "write the date as year-month-day, such as 2026-09-01"


def slug(text: str) -> str:
    """`text` as an id: small letters, digits and hyphens; empty where nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")


def explain_value(kind: str, value: Any, details: Details) -> str | None:
    """What to write instead of `value`, after the schema library's `kind` of error; None for a kind without words."""
    words = _WORDS.get(kind)
    return words(value, details) if words else None


def _pattern(value: Any, details: Details) -> str:
    pattern = str(details.get("pattern", ""))
    if pattern == IDENTIFIER:
        like = slug(_stem(str(value))) or "bridge-photo"
        return f"an id has small letters, digits and hyphens only: write it like {like}"
    if "_" in pattern:
        like = slug(str(value)).replace("-", "_").lstrip("0123456789_")[:40]
        return f"a field's name has small letters, digits and _ only: write it like {like or 'home_language'}"
    if "LE|" in pattern:
        return f"{quote(str(value))} is not a LEAP indicator: write one such as LE.1, P.4 or I.7"
    if "http" in pattern:
        return f"{quote(str(value))} is not a web address: begin with https:// and leave no spaces"
    return f"{quote(str(value))} is not the short code of a language: write one such as en, es or pt-BR"


def _stem(written: str) -> str:
    """Without the ending of a file's name: where an id belongs, people write the name of the file that has it."""
    return _ENDING.sub("", written.strip())


def _choice(value: Any, details: Details) -> str:
    choices = _CHOICE.findall(str(details.get("expected", "")))
    if not isinstance(value, str):
        return f"write one of {one_of(choices)}"
    return f"{quote(value)} is not one of {one_of(choices)}{did_you_mean(value, choices) or ': choose one'}"


def _list(value: Any, _details: Details) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return f"a list belongs here: write [{value}]"
    return "a list belongs here: begin each entry with a dash on a line of its own"


def _text(value: Any, _details: Details) -> str:
    if value is None:
        return _EMPTY_ENTRY
    if isinstance(value, list):
        return "one text belongs here, and a list stands here: remove the dashes or brackets"
    return "one text belongs here, and fields stand here: put a text with a colon in quotation marks"


def _part(value: Any, _details: Details) -> str:
    if value is None:
        return _EMPTY_ENTRY
    found = "a list" if isinstance(value, list) else "a text"
    return f"fields belong here, and {found} stands here: give each field a line with its name, a colon and its value"


def _short(value: Any, details: Details) -> str:
    length = len(str(value).strip())
    if not length:
        return "this is empty: fill it in"
    return f"this has {_characters(length)}, and {details['min_length']} is the least: say more"


def _few(_value: Any, details: Details) -> str:
    length = details["actual_length"]
    if not length:
        return f"this list is empty: write at least {_entries(details['min_length'])}"
    return f"this list has {_entries(length)}, and {details['min_length']} is the least: add what is missing"


def _characters(count: int) -> str:
    return "one character" if count == 1 else f"{count} characters"


def _entries(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"


def _flag(value: Any, _details: Details) -> str:
    return f"{quote(value)} is neither yes nor no: write one of them" if isinstance(value, str) else "write yes or no"


def _date(value: Any, _details: Details) -> str:
    return f"{quote(value)} is not a date: {_DATE}" if isinstance(value, str) else _DATE


_WORDS: dict[str, Callable[[Any, Details], str]] = {
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _short,
    "string_too_long": lambda value, details: (
        f"this has {len(str(value))} characters, and {details['max_length']} is the most: shorten it"
    ),
    "literal_error": _choice,
    "enum": _choice,
    "tuple_type": _list,
    "too_short": _few,
    "too_long": lambda _value, details: (
        f"this list has {details['actual_length']} entries, and {details['max_length']} is the most: shorten it"
    ),
    "model_type": _part,
    "dict_type": _part,
    "int_parsing": lambda value, _details: f"{quote(str(value))} is not a whole number: write it in digits, such as 9",
    "int_parsing_size": lambda _value, _details: "this number is too large: write a smaller one",
    "int_type": lambda _value, _details: "write a whole number in digits, such as 9",
    "greater_than_equal": lambda _value, details: f"this number is too small: write {details['ge']} or more",
    "less_than_equal": lambda _value, details: f"this number is too large: write {details['le']} or less",
    "date_type": _date,
    "date_form": _date,
    "date_impossible": lambda value, _details: f"no calendar has the day {quote(str(value))}: correct it",
    "bool_type": _flag,
    "yes_or_no": _flag,
    "address_unseen": lambda _value, _details: (
        "there is a character in this address that nobody can see: copy it again from the browser, or type it"
    ),
    "address_slash": lambda _value, _details: "there is a \\ in this address: web addresses have / only",
    "address_login": lambda _value, _details: (
        "a name or password stands in front of the @, and everybody who opens the portfolio would have it: leave out "
        "all between // and @"
    ),
    "address_host": lambda value, _details: (
        f"{quote(str(value))} has no name of a website behind the //: write it such as https://example.org/our-play"
    ),
}
