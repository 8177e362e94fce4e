"""The leak gate: nothing is published while a private string stands in anything unsealed. Source: design, section 4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from waypost.errors import WaypostError

from .corpus import Corpus, Reading, plain
from .forms import encoded_forms, text_forms
from .privacy import PrivateKind, PrivateString

WHOLE_WORDS: frozenset[PrivateKind] = frozenset({"the name", "a name", "an id", "a title"})
GIVEN_NAME = 4
MOST_TOLD = 10
LEAST_IN_BINARY = 9


@dataclass(frozen=True, order=True)
class Leak:
    """Where something private would have been published, whose it is and what it is; never the string itself."""

    path: str
    student: str
    kind: PrivateKind


def find_leaks(
    corpus: Corpus, strings: Mapping[str, Iterable[PrivateString]], allowed: Iterable[str] = ()
) -> tuple[Leak, ...]:
    """Searches `corpus` for the private strings of each learner (by student), in every form. None: an empty tuple.

    `allowed` are strings that the school declared to be no secret.
    """
    open_words = {plain(text).casefold() for text in allowed}
    folded: dict[str, tuple[str, PrivateKind]] = {}
    exact: dict[str, tuple[str, PrivateKind]] = {}
    for student, private in strings.items():
        for one in private:
            if plain(one.text).casefold() in open_words:
                continue
            owner = (student, one.kind)
            if one.kind != "the name" or " " in one.text.strip():
                folded.update((form, owner) for form in text_forms(one.text) if form)
            exact.update((form, owner) for form in encoded_forms(one.text))
            if one.kind == "the name":
                exact.update((f"\0{part}", owner) for part in _parts(one.text) if part.casefold() not in open_words)
    return tuple(sorted({*_search_folded(corpus, folded), *_search_exact(corpus, exact)}))


def refuse_leaks(leaks: tuple[Leak, ...]) -> None:
    """Raises WaypostError where there are leaks, naming each place."""
    if not leaks:
        return
    rows = [f"  {leak.path}: {leak.kind} of {leak.student}" for leak in leaks[:MOST_TOLD]]
    if len(leaks) > MOST_TOLD:
        rows.append(f"  and {len(leaks) - MOST_TOLD} more")
    raise WaypostError(
        "Nothing was published: something private stands in a file that everyone can read.\n"
        + "\n".join(rows)
        + "\nTake it out of that page or file, then build again. A word that is no secret can be listed under "
        "`public_words` in the options of the waypost plugin."
    )


def _parts(name: str) -> list[str]:
    return [part for part in re.findall(r"[^\W\d_]+", plain(name)) if len(part) >= GIVEN_NAME]


def _search_folded(corpus: Corpus, patterns: Mapping[str, tuple[str, PrivateKind]]) -> Iterable[Leak]:
    if not patterns:
        return
    forms = list(patterns)
    automaton = AhoCorasick(forms, matchkind=MatchKind.Standard)
    for text in corpus.texts:
        for reading in text.readings:
            haystack = reading.text.casefold()
            for index, start, end in automaton.find_matches_as_indexes(haystack, overlapping=True):
                student, kind = patterns[forms[index]]
                if _by_chance(reading, start, end):
                    continue
                if kind not in WHOLE_WORDS or _stands_alone(haystack, start, end):
                    yield Leak(text.path, student, kind)


def _search_exact(corpus: Corpus, patterns: Mapping[str, tuple[str, PrivateKind]]) -> Iterable[Leak]:
    if not patterns:
        return
    forms = list(patterns)
    automaton = AhoCorasick([form.lstrip("\0") for form in forms], matchkind=MatchKind.Standard)
    hits: list[tuple[str, str, str, PrivateKind]] = []
    for text in corpus.texts:
        for reading in text.readings:
            for index, start, end in automaton.find_matches_as_indexes(reading.text, overlapping=True):
                form = forms[index]
                if not form.startswith("\0"):
                    hits.append((text.path, "", *patterns[form]))
                elif _stands_alone(reading.text, start, end) and not _by_chance(reading, start, end):
                    hits.append((text.path, form[1:], *patterns[form]))
    ordinary = {word for _, word, _, _ in hits if word and _is_ordinary(corpus, word)}
    yield from (Leak(path, student, kind) for path, word, student, kind in hits if word not in ordinary)


def _is_ordinary(corpus: Corpus, name: str) -> bool:
    # A name such as Will or Rose is also a word. Where the public pages use it as one, it tells nothing by itself;
    # the whole name is still looked for.
    word = re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)")
    return name.lower() != name and any(word.search(reading.text) for text in corpus.texts for reading in text.readings)


def _by_chance(reading: Reading, start: int, end: int) -> bool:
    return reading.is_binary and end - start < LEAST_IN_BINARY


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
