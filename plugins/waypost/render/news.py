"""What came to a portfolio, newest first, for readers who were here before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from waypost.model.media import MediaSet

from .label import Labels
from .language import Language
from .prose import person, series

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView

MOST = 24
"""Lines that a cover holds ready."""


@dataclass(frozen=True)
class NewsLine:
    """A piece of evidence, a reflection or a placement: its day, the way to it, its title, and what it is or by whom.

    `language` is that of the title, or None where the title is the page's own.
    """

    day: datetime.date
    href: str
    title: str
    said: Markup
    language: str | None


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
            kind = escape(labels.kind(media.get(piece.id), piece.id))
            yield NewsLine(piece.date, f"#evidence/{piece.id}", piece.title, kind, view.learner.language)


def _reflections(view: PortfolioView, labels: Labels, language: Language) -> Iterator[NewsLine]:
    name, tongue = view.learner.name, view.learner.language
    for one in view.reflections or ():
        own = one.by == "student"
        who = person(name, tongue, language) if own else labels.who("voice", one.by, one.name)
        kind = language.gettext("Reflection")
        said = series((kind, who), language) if one.title else who
        tag = one.language or tongue if one.title else None
        yield NewsLine(one.date, f"#reflections/{one.id}", one.title or kind, said, tag)


def _placements(view: PortfolioView, labels: Labels) -> Iterator[NewsLine]:
    for proficiency in view.growth or ():
        for one in proficiency.placements:
            said, title = labels.who("by", one.by, one.name), f"{proficiency.name}: {one.level}"
            yield NewsLine(one.date, f"#growth/{proficiency.id}", title, said, view.learner.school_language)
