"""The leak gate: nothing is published while a private string stands in anything unsealed. Source: design, section 4."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from waypost.errors import WaypostError

from .corpus import Corpus
from .forms import decoded_form, word_forms
from .privacy import PrivateKind, PrivateString
from .readings import Reading, plain, words_of

PROSE: frozenset[PrivateKind] = frozenset({"a title", "a sentence"})
WHOLE_WORDS: frozenset[PrivateKind] = frozenset({"the name", "a name", "an id", "a title"})
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
# Thai, Lao, Myanmar and Khmer put no space between words. Chinese, Japanese and Korean are known by their width.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@dataclass(frozen=True, order=True)
class Leak:
    """Where something private would have been published, whose it is and what it is; never the string itself."""

    path: str
    student: str
    kind: PrivateKind


class _Pattern(NamedTuple):
    """Something to look for, and how: `word` is a given or family name alone, which may be an ordinary word too."""

    student: str
    kind: PrivateKind
    is_cut: bool = False
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
    open_words = {words_of(text) for text in allowed}
    in_words: dict[str, _Pattern] = {}
    names: dict[str, _Pattern] = {}
    encoded: dict[str, _Pattern] = {}
    for student, private in strings.items():
        for text, kind in sorted(private, key=_order):
            words = words_of(text)
            if words in open_words:
                continue
            if kind != "the name" or " " in text.strip() or _is_unspaced(text):
                for form, is_cut in word_forms(text, words):
                    # A folder is often named as its learner is; then it is the name that is told of.
                    if kind == "the name" or form not in in_words:
                        in_words[form] = _Pattern(student, kind, is_cut)
            encoded[decoded_form(text)] = _Pattern(student, kind)
            if kind == "the name":
                for part in _parts(text):
                    if words_of(part) not in open_words:
                        names[part] = _Pattern(student, kind, word=part)
    encoded.pop("", None)
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

    In small letters it would be any word; so would a part that is never written otherwise, such as "della".
    """
    for part in re.findall(r"[^\W\d_]+", plain(name)):
        if len(part) >= GIVEN_NAME:
            forms = {part, part.capitalize(), part.upper()}
            yield from forms - {part.lower()} or forms


def _search_words(corpus: Corpus, patterns: Mapping[str, _Pattern], examples: Callable[[], str]) -> Iterator[Leak]:
    for text, reading, form, start, end in _matches(corpus, list(patterns), attrgetter("words")):
        one = patterns[form]
        if _by_chance(reading, start, end) or (one.kind in PROSE and form in examples()):
            continue
        if one.kind not in WHOLE_WORDS or _is_unspaced(form) or _stands_alone(reading.words, start, end, one.is_cut):
            yield Leak(text, one.student, one.kind)


def _search_names(corpus: Corpus, patterns: Mapping[str, _Pattern]) -> Iterator[Leak]:
    hits = []
    for text, reading, form, start, end in _matches(corpus, list(patterns), attrgetter("text")):
        if _stands_alone(reading.text, start, end) and not _by_chance(reading, start, end):
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
    # A name such as Will or Rose is also a word. Where the public pages use it as one, it tells nothing by itself;
    # the whole name is still looked for. The slug of a heading is no such use: every heading has one.
    if name.lower() == name:
        return False
    word = re.compile(rf"(?<!\S){re.escape(name.lower())}(?=[\s,.;:!?]|$)")
    return any(word.search(reading.text) for text in corpus.texts for reading in text.readings if not reading.is_binary)


def _is_unspaced(text: str) -> bool:
    return bool(UNSPACED.search(text)) or any(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def _by_chance(reading: Reading, start: int, end: int) -> bool:
    return reading.is_binary and end - start < LEAST_IN_BINARY


def _stands_alone(text: str, start: int, end: int, is_cut: bool = False) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isalnum() or (after.isalnum() and not is_cut))
