"""What came to a portfolio, newest first, for readers who were here before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waypost.model.media import MediaSet

from .label import Labels
from .language import Language

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView

MOST = 24
"""Lines that a cover holds ready."""


@dataclass(frozen=True)
class NewsLine:
    """A piece of evidence, a reflection or a placement: its day, the way to it, its title, and what it is or by whom.

    `own` tells whether the title is in the learner's words, and so in the learner's language.
    """

    day: datetime.date
    href: str
    title: str
    said: str
    own: bool


def list_news(
    view: PortfolioView, media: Mapping[str, MediaSet], labels: Labels, language: Language
) -> tuple[tuple[NewsLine, ...], bool]:
    """The newest lines of `view`, at most `MOST`, and whether there are more.

    The day of a line is the item's own: on which a piece was made, a reflection written, a placement given. When it
    was published is not known of a single item, so what is entered long after its day is not told as new, and what
    has no day is not told at all.
    """
    lines = [*_evidence(view, media, labels), *_reflections(view, labels, language), *_placements(view, labels)]
    lines.sort(key=lambda line: line.day, reverse=True)
    return tuple(lines[:MOST]), len(lines) > MOST


def _evidence(view: PortfolioView, media: Mapping[str, MediaSet], labels: Labels) -> Iterator[NewsLine]:
    for piece in view.evidence or ():
        if piece.date:
            kind = labels.kind(media.get(piece.id), piece.id)
            yield NewsLine(piece.date, f"#evidence/{piece.id}", piece.title, kind, own=True)


def _reflections(view: PortfolioView, labels: Labels, language: Language) -> Iterator[NewsLine]:
    for one in view.reflections or ():
        who = view.learner.name if one.by == "student" else labels.voice("voice", one.by, one.name)
        kind = language.gettext("Reflection")
        said = language.series((kind, who)) if one.title else who
        own = bool(one.title and not one.language)
        yield NewsLine(one.date, f"#reflections/{one.id}", one.title or kind, said, own)


def _placements(view: PortfolioView, labels: Labels) -> Iterator[NewsLine]:
    for proficiency in view.growth or ():
        for one in proficiency.placements:
            said = labels.voice("by", one.by, one.name)
            yield NewsLine(one.date, f"#growth/{proficiency.id}", f"{proficiency.name}: {one.level}", said, own=False)
