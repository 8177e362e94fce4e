"""Every private string of a learner that must not stand in anything that is published unsealed.

Source: design, section 4 (leak gate): names, ids, file names, titles, free text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Literal, NamedTuple

from waypost.model import Part, Portfolio
from waypost.model.achievement import Assessment
from waypost.model.address import read_address
from waypost.model.captions import captions_as_markdown
from waypost.model.evidence import Evidence, PersonShown
from waypost.model.plan import Participant, PlanInformation
from waypost.model.reflections import Reflection
from waypost.model.sharing import Recipient

from .forms import is_unspaced
from .ordinary import COMMON_NAMES, COMMON_STEMS, ROLES
from .readings import LETTERS, words_of

PrivateKind = Literal[
    "the name", "a name", "an id", "a file name", "a title", "a sentence", "a web address", "a link or passphrase"
]
YEAR = re.compile("(?:19|20)[0-9]{2}")
ENDS = tuple((f"{end} ", f"{end}\n") for end in ".!?…")
LINKED = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
SHORTEST: dict[PrivateKind, int] = {
    "the name": 2,
    "a name": 4,
    "an id": 4,
    "a file name": 6,
    "a title": 16,
    "a sentence": 24,
    "a web address": 16,
    "a link or passphrase": 8,
}
NAMED = (PlanInformation, Participant, PersonShown, Recipient, Reflection, Assessment)
IDS = frozenset({"student_id"})
OWN: frozenset[PrivateKind] = frozenset({"the name", "an id"})
"""Stay private even where the school's own name or contact holds them."""
TITLES = frozenset({"title", "what", "sentence", "advisory"})
NOT_TEXT = frozenset({"language", "id", "picture", "meeting", "item", "level", "expectation", "pathway", "stage"})


class PrivateString(NamedTuple):
    """A string and what it is, for a message that need not repeat it."""

    text: str
    kind: PrivateKind


def private_strings(portfolio: Portfolio) -> frozenset[PrivateString]:
    """The private strings of a learner. What is too short or too common to tell anybody is left out."""
    found = {PrivateString(portfolio.student, "an id")}
    for path in portfolio.files.values():
        if path.name.casefold() in COMMON_NAMES or set(LETTERS.findall(path.stem.casefold())) <= COMMON_STEMS:
            continue
        found.add(PrivateString(path.name, "a file name"))
        if len(PurePath(path.name).stem) >= SHORTEST["a title"]:
            found.add(PrivateString(path.stem, "a file name"))
    for part in (portfolio.plp, portfolio.sharing):
        _gather_from(part, found)
    public = set(words_of(f"{portfolio.school.name}. {portfolio.school.contact or ''}").split())
    return frozenset(
        one
        for one in found
        if _size(one.text) >= SHORTEST[one.kind]
        and (one.kind in OWN or not public.issuperset(words_of(one.text).split()))
    )


def _gather_from(part: Part, found: set[PrivateString]) -> None:
    for name, value in part:
        if name == "name" and isinstance(part, NAMED):
            if isinstance(part, PlanInformation):
                found.add(PrivateString(value, "the name"))
            elif value and _may_name(value):
                found.add(PrivateString(value, "a name"))
        elif name == "who" and value and _may_name(value):
            found.add(PrivateString(value, "a name"))
        elif name in IDS and value:
            # So short a number is the year in which everybody graduates.
            if not YEAR.fullmatch(str(value)):
                found.add(PrivateString(str(value), "an id"))
        elif value and name == "captions" and isinstance(part, Evidence):
            # Their times say nothing of anybody.
            _gather(captions_as_markdown(value), "a sentence", found)
        elif value and name == "link" and isinstance(part, Evidence):
            # Where a page of somebody's own lies. A website as a whole tells nobody anything.
            address = read_address(value)
            if address.rest:
                found.add(PrivateString(address.href.partition("//")[2], "a web address"))
                found.add(PrivateString(value.partition("//")[2], "a web address"))
        elif value and name not in NOT_TEXT:
            _gather(value, "a title" if name in TITLES else "a sentence", found)


def _gather(value: Any, kind: PrivateKind, found: set[PrivateString]) -> None:
    if type(value) is str:
        if kind == "a title":
            found.add(PrivateString(value.strip(), kind))
            found.update(PrivateString(sentence, kind) for sentence in _sentences(value))
        else:
            for sentence in _sentences(LINKED.sub(r"\1", value) if "[" in value else value):
                found.add(PrivateString(sentence, "a sentence"))
    elif isinstance(value, Part):
        _gather_from(value, found)
    elif isinstance(value, tuple | list):
        for one in value:
            _gather(one, kind, found)
    elif isinstance(value, dict):
        for one in value.values():
            _gather(one, kind, found)


def _may_name(text: str) -> bool:
    """Whether `text`, which says who somebody is, may hold a name: "Dad", "two classmates" and "Mom and Dad" do not; a
    capital past the first word may be one, and so may words of a script without capitals or spaces.
    """
    others = [word for word in text.split()[1:] if word[0].isalpha() and not word[0].islower()]
    return is_unspaced(text) or any(words_of(word).strip() not in ROLES for word in others)


def _size(text: str) -> int:
    """How much a string tells: in Chinese, Japanese or Korean, one letter is as much as two others."""
    return len(text) if text.isascii() else sum(2 if is_unspaced(letter) else 1 for letter in text)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of `text`, with single spaces; a line ends one as well."""
    for line in text.split("\n"):
        parts = " ".join(line.split())
        # Several times as quick as to look for ends by a pattern.
        for end, broken in ENDS:
            parts = parts.replace(end, broken)
        yield from parts.split("\n")
