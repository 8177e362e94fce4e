"""File names that work on every machine that a folder may travel to."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from waypost.model.media import FILM_SUFFIXES, IMAGE_SUFFIXES, SOUND_SUFFIXES

from .places import quote_name

_RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")]
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HIDDEN = frozenset({"thumbs.db", "desktop.ini"})


def is_hidden(name: str) -> bool:
    """Whether a file was put there by a computer and not by a person, such as `.DS_Store`."""
    return name.startswith(".") or name.casefold() in _HIDDEN


def is_image(name: str) -> bool:
    """Whether a file of this name should be a picture."""
    return suffix_of(name) in IMAGE_SUFFIXES


def is_film(name: str) -> bool:
    """Whether a file of this name should be a film."""
    return suffix_of(name) in FILM_SUFFIXES


def is_sound(name: str) -> bool:
    """Whether a file of this name should be a recording."""
    return suffix_of(name) in SOUND_SUFFIXES


def suffix_of(name: str) -> str:
    """The ending of a file's name, in small letters, with its dot."""
    return os.path.splitext(name)[1].casefold()  # noqa: PTH122 - a name, not a path


def composed(name: str) -> str:
    """The name as most keyboards write it, whatever the file system made of its accents."""
    return unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """What two names have in common that some machine cannot tell apart."""
    return composed(composed(name).casefold())


def is_text(name: str) -> bool:
    """Whether a name is text: what a file system holds in another encoding is none, and cannot be written down."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def name_trouble(name: str) -> str | None:
    """What is wrong with a file's or folder's name, with the mend; None where it works everywhere."""
    if not is_text(name):
        return "has a name that is not written in UTF-8: rename it"
    if _CONTROL.search(name):
        return "has an invisible character in its name: rename it"
    if any(part.split(".")[0].rstrip().upper() in _RESERVED for part in name.split("/")):
        return "has a name that Windows keeps for itself: rename it"
    return None


def twins(names: Iterable[str]) -> dict[str, str]:
    """For each name that some machine takes for another one of `names`: that other one."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[folded(name)].append(name)
    return {
        name: next(other for other in group if other != name)
        for group in alike.values()
        if len(group) > 1
        for name in group
    }


def twin_trouble(name: str, other: str) -> str:
    """How two names are taken for one, with the mend."""
    if composed(name) == composed(other):
        return "has a twin whose name looks the same but is stored with other accents: rename one, or remove it"
    return f"and {quote_name(other)} are one name on machines that do not tell small letters from capitals: rename one"
