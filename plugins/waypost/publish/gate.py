"""The leak gate: nothing is published while a private string stands in anything unsealed. Source: design, section 4."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from waypost.errors import WaypostError

from .corpus import Corpus
from .forms import LONGEST, LONGEST_ADDRESS, LONGEST_ENCODED, decoded_form, is_unspaced, name_forms, word_forms
from .privacy import PrivateKind, PrivateString
from .readings import LETTERS, Reading, accented_words_of, plain, unaccented, words_of

PROSE: frozenset[PrivateKind] = frozenset({"a title", "a sentence"})
NAMES: frozenset[PrivateKind] = frozenset({"the name", "a name"})
WHOLE_WORDS: frozenset[PrivateKind] = frozenset({"the name", "a name", "an id", "a title", "a file name"})
TELLING: tuple[PrivateKind, ...] = (
    "the name",
    "an id",
    "a name",
    "a link or passphrase",
    "a file name",
    "a web address",
    "a title",
    "a sentence",
)
"""Of a learner's strings that are found by the same words, the first of these is told."""
GIVEN_NAME = 4
MOST_TOLD = 10
LEAST_IN_BINARY = 9
LEAST_ORDINARY = 2
NEAR = 24


@dataclass(frozen=True, order=True)
class Leak:
    """Where something private would have been published, whose it is and what it is; never the string itself."""

    path: str
    student: str
    kind: PrivateKind


class _Pattern(NamedTuple):
    """Something to look for, and how (see `WordForm`); `word` is something that may be an ordinary word too."""

    student: str
    kind: PrivateKind
    is_cut: bool = False
    is_sure: bool = False
    word: str = ""


def find_leaks(
    corpus: Corpus,
    strings: Mapping[str, Iterable[PrivateString]],
    allowed: Iterable[str] = (),
    examples: Callable[[], str] = str,
) -> tuple[Leak, ...]:
    """Searches `corpus` for the private strings of each learner (by student), in every form. None: an empty tuple.

    `allowed` are strings that the school declared to be no secret. `examples` gives what Waypost itself publishes at
    every school, as words alone, and is asked only about what was found: whoever repeats an example of ours tells
    nothing by it. What is private to several learners is told for one of them.
    """
    open_words = {accented_words_of(text) for text in allowed}
    in_words: dict[str, _Pattern] = {}
    names: dict[str, _Pattern] = {}
    encoded: dict[str, _Pattern] = {}
    for student, private in strings.items():
        open_names: set[str] = set()
        for text, kind in sorted(private, key=_order):
            words = words_of(text)
            if words in open_names or (words if text.isascii() else accented_words_of(text)) in open_words:
                # Whoever may say the name may say the folder that is named by it.
                open_names.add(words)
                continue
            is_name, is_address = kind == "the name", kind == "a web address"
            beginning = decoded_form(text, LONGEST_ADDRESS if is_address else LONGEST_ENCODED)
            if beginning and corpus.may_hold_encoded(beginning):
                encoded[beginning] = _Pattern(student, kind)
            if kind in PROSE and not corpus.may_hold(words[:LONGEST]):
                continue
            word = text if kind == "an id" and text.isalpha() else ""
            for form in name_forms(text) if is_name else word_forms(words, LONGEST_ADDRESS if is_address else LONGEST):
                # A folder is often named as its learner is; then it is the name that is told of.
                if is_name or form.text not in in_words:
                    in_words[form.text] = _Pattern(student, kind, form.is_cut, form.is_sure, word)
            for part in _parts(text) if is_name else ():
                if accented_words_of(part) not in open_words:
                    names[unaccented(part)] = _Pattern(student, kind, word=unaccented(part))
    found = (_search_words(corpus, in_words, examples), _search_names(corpus, names), _search_encoded(corpus, encoded))
    return tuple(sorted({leak for leaks in found for leak in leaks}))


def _order(private: PrivateString) -> tuple[int, str]:
    return TELLING.index(private.kind), private.text


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


def _parts(name: str) -> Iterator[str]:
    """Each longer part of a name as it is written at the head of a sentence and in capitals; never in small letters.
    Of a name that is one word, that word, however short.

    In small letters it would be any word; so would a part that is never written otherwise, such as "della".
    """
    parts = LETTERS.findall(plain(name))
    for part in parts:
        if len(part) >= GIVEN_NAME or len(parts) == 1:
            forms = {part, part.capitalize(), part.upper()}
            yield from forms - {part.lower()} or forms


def _search_words(corpus: Corpus, patterns: Mapping[str, _Pattern], examples: Callable[[], str]) -> Iterator[Leak]:
    is_ordinary = cache(partial(_is_ordinary, corpus))
    for text, reading, form, start, end in _matches(corpus, list(patterns), attrgetter("words")):
        one = patterns[form]
        if _by_chance(reading, start, end) or (one.kind in PROSE and form in examples()):
            continue
        if one.word and is_ordinary(one.word):
            continue
        loose = one.is_sure or one.kind not in WHOLE_WORDS or is_unspaced(form)
        if loose or _stands_alone(
            reading.words, start, end, one.is_cut, str.isalpha if one.kind in NAMES else str.isalnum
        ):
            yield Leak(text, one.student, one.kind)


def _search_names(corpus: Corpus, patterns: Mapping[str, _Pattern]) -> Iterator[Leak]:
    hits = []
    for text, reading, form, start, end in _matches(corpus, list(patterns), attrgetter("bare")):
        if _stands_alone(reading.bare, start, end, by=str.isalpha) and not _by_chance(reading, start, end):
            hits.append((text, patterns[form]))
    ordinary = {word for word in {one.word for _, one in hits} if _is_ordinary(corpus, word)}
    yield from (Leak(path, one.student, one.kind) for path, one in hits if one.word not in ordinary)


def _search_encoded(corpus: Corpus, patterns: Mapping[str, _Pattern]) -> Iterator[Leak]:
    for text, _, form, _, _ in _matches(corpus, list(patterns), attrgetter("decoded")):
        yield Leak(text, patterns[form].student, patterns[form].kind)


def _matches(
    corpus: Corpus, forms: list[str], haystack_of: Callable[[Reading], str]
) -> Iterator[tuple[str, Reading, str, int, int]]:
    if not forms:
        return
    automaton = AhoCorasick(forms, matchkind=MatchKind.Standard)
    for text in corpus.texts:
        for reading in text.readings:
            for index, start, end in automaton.find_matches_as_indexes(haystack_of(reading), overlapping=True):
                yield text.path, reading, forms[index], start, end


def _is_ordinary(corpus: Corpus, name: str) -> bool:
    """Whether the public pages use a name, such as Will or Rose, as a word as well: it tells nothing by itself then.
    The whole name is still looked for.

    Small letters in one place may be somebody's haste, so there have to be several, and not many more capitals. What
    stands in a path or in an address is no such use.
    """
    small: set[tuple[str, ...]] = set()
    capital: set[tuple[str, ...]] = set()
    pattern = re.compile(rf"(?<!\S){re.escape(name)}(?=[\s,.;:!?]|$)", re.IGNORECASE)
    for reading in corpus.readings:
        # The same place is in several readings of a file, and in the index of the site's search.
        if reading.is_binary or reading.is_path or "</" in reading.bare:
            continue
        for found in pattern.finditer(reading.bare):
            before = words_of(reading.bare[max(0, found.start() - NEAR) : found.start()]).split()[-1:]
            after = words_of(reading.bare[found.end() : found.end() + NEAR]).split()[:1]
            (small if found[0].islower() else capital).add((*before, "", *after))
    return len(small) >= LEAST_ORDINARY and 2 * len(small) >= len(capital)


def _by_chance(reading: Reading, start: int, end: int) -> bool:
    return reading.is_binary and end - start < LEAST_IN_BINARY


def _stands_alone(
    text: str, start: int, end: int, is_cut: bool = False, by: Callable[[str], bool] = str.isalnum
) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (by(before) or (by(after) and not is_cut))
