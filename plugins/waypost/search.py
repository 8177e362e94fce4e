"""The leak gate over a whole school: some learners at a time, so that memory stays small, and side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from .load import list_folders, load_portfolio
from .model import School
from .private import read_strings, strings_of
from .processes import run_in_processes
from .publish.corpus import Corpus
from .publish.gate import Leak, find_leaks, refuse_leaks
from .publish.privacy import SHORTEST, PrivateString
from .publish.readings import accented_words_of, words_of
from .workshop import Workshop, student_of

AT_ONCE = 50


def search_corpus(workshop: Workshop, school: School, corpus: Corpus, students: Sequence[str]) -> None:
    """Looks in `corpus` for the private strings of `students`, which are in the cache.

    Of a learner whose folder cannot be loaded and who is not in the cache, the name of the folder is all that is known.
    Raises WaypostError where something is found.
    """
    # The school's own name stands on every page. A learner may share a word with it.
    public = (*workshop.settings.public_words, *accented_words_of(school.name).split())
    search = partial(_search, workshop, school, corpus, public)
    jobs = [(students[start : start + AT_ONCE],) for start in range(0, len(students), AT_ONCE)]
    if len(jobs) == 1 or workshop.settings.workers == 1:
        found = [search(*job) for job in jobs]
    else:
        found = list(run_in_processes(search, jobs, workshop.settings.workers))
    refuse_leaks(tuple(sorted({leak for leaks in found for leak in leaks})))


def _search(
    workshop: Workshop, school: School, corpus: Corpus, public: Iterable[str], students: Sequence[str]
) -> tuple[Leak, ...]:
    strings = {student: _recall(workshop, school, student) for student in students}
    return find_leaks(_at_hand(corpus), strings, public, _examples)


@lru_cache(maxsize=1)
def _examples() -> str:
    """What Waypost says in every school's schemas and guides: whoever repeats an example of ours tells nothing."""
    from .scaffold import GUIDES, guide
    from .schemas import MODELS, build_schema

    schemas = json.dumps([build_schema(name) for name in MODELS], ensure_ascii=False)
    return words_of("\n".join((schemas, *map(guide, GUIDES))))


@lru_cache(maxsize=1)
def _at_hand(corpus: Corpus) -> Corpus:
    """The corpus as this process first had it, with its texts: every job brings a copy without them."""
    return corpus


def _recall(workshop: Workshop, school: School, student: str) -> frozenset[PrivateString]:
    strings = read_strings(workshop, student)
    if strings is not None:
        return strings
    for folder in list_folders(workshop.settings.portfolios):
        if student_of(folder) == student:
            portfolio = load_portfolio(folder, school, workshop.settings.shown).portfolio
            if portfolio is not None:
                return strings_of(workshop, portfolio)
    return frozenset({PrivateString(student, "an id")} if len(student) >= SHORTEST["an id"] else ())
