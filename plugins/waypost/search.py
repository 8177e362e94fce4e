"""The leak gate over a whole school, some learners at a time, so that memory stays small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .learner import read_strings
from .load import load_portfolio
from .model import School
from .publish.corpus import Corpus
from .publish.gate import Leak, find_leaks, refuse_leaks
from .publish.privacy import PrivateString, private_strings
from .workshop import Workshop

AT_ONCE = 50


def search_corpus(
    workshop: Workshop,
    school: School,
    corpus: Corpus,
    students: Sequence[str],
    known: Mapping[str, frozenset[PrivateString]],
) -> None:
    """Looks in `corpus` for the private strings of `students`: those in `known` are at hand, others are in the cache.

    Raises WaypostError where something is found.
    """
    leaks: list[Leak] = []
    for start in range(0, len(students), AT_ONCE):
        batch = students[start : start + AT_ONCE]
        strings = {
            student: known[student] if student in known else _recall(workshop, school, student) for student in batch
        }
        leaks += find_leaks(corpus, strings, workshop.settings.public_words)
    refuse_leaks(tuple(leaks))


def _recall(workshop: Workshop, school: School, student: str) -> frozenset[PrivateString]:
    strings = read_strings(workshop, student)
    if strings is not None:
        return strings
    loaded = load_portfolio(workshop.settings.portfolios / student, school, workshop.settings.shown)
    return private_strings(loaded.portfolio) if loaded.portfolio else frozenset()
