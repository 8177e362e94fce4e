"""The word that somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 80
_MOST = 300


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that is most like `word` in its letters, or None where nothing comes near."""
    folded = word.casefold()[:_LONGEST]
    by_fold: dict[str, str] = {}
    for candidate in known:
        by_fold.setdefault(candidate.casefold()[:_LONGEST], candidate)
    candidates = list(by_fold)
    if len(candidates) > _MOST:
        # Comparing with each of thousands takes seconds a word; slips of the pen seldom touch the first letters.
        candidates = [candidate for candidate in candidates if candidate[:2] == folded[:2]][:_MOST]
    found = difflib.get_close_matches(folded, candidates, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean goals?` or nothing, to be put behind a problem."""
    found = nearest(word, known)
    return f"; did you mean {found}?" if found else ""


def one_of(known: Iterable[str]) -> str:
    """A list to choose from, cut where it would be too long to read."""
    words = list(known)
    return ", ".join(words) if len(words) <= 20 else ", ".join(words[:20]) + " …"
