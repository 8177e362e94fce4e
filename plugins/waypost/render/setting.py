"""What templates find at hand: the view, its files, the words of the language, and small ways to say things."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from waypost.model.media import MediaFile, MediaSet

from .contents import Chapter, each_goal
from .label import Labels
from .language import Language
from .pattern import draw_pattern
from .presentation import presenter_words
from .prose import Prose, spoken
from .terms import say_term

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView


def portfolio_setting(
    view: PortfolioView,
    media: Mapping[str, MediaSet],
    chapters: Sequence[Chapter],
    language: Language,
    today: datetime.date,
) -> dict[str, Any]:
    """What all pages of one portfolio share."""
    learner = view.learner
    labels = Labels(view, language)
    return {
        "_": language.gettext,
        "language": language,
        "view": view,
        "learner": learner,
        "goals": tuple(each_goal(view.goals or ())),
        "media": media,
        "chapters": chapters,
        "made_on": today,
        "insider": view.audience in ("self", "advisor"),
        "own_words": spoken(learner.language, language),
        "spoken": partial(spoken, language=language),
        "name": Markup("<bdi>{}</bdi>").format(learner.name),
        "labels": labels,
        "term": partial(say_term, language),
        "day": partial(_day, language),
        "say": say,
        "extent": extent,
        "pattern": partial(draw_pattern, learner.name),
        "presenter_words": partial(presenter_words, language),
    }


def page_setting(chapter: Chapter, language: Language) -> dict[str, Any]:
    """What one page has for itself."""
    return {
        "chapter": chapter,
        "title": chapter.title,
        "prose": Prose(chapter.slug, language),
        "first": _first_time(),
    }


def say(sentence: str, **values: object) -> Markup:
    """A sentence with its places filled in; what is no markup is escaped."""
    return escape(sentence) % values


def extent(file: MediaFile) -> Markup:
    """The attributes that keep a picture's place before it is there."""
    if file.width is None or file.height is None:
        return Markup("")
    return Markup(' width="{}" height="{}"').format(file.width, file.height)


@lru_cache(maxsize=4096)
def _day(language: Language, day: datetime.date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), language.date(day))


def _first_time() -> Callable[[str], bool]:
    seen: set[str] = set()

    def first(id_: str) -> bool:
        """Whether the page asks for `id_` for the first time: one id, one element."""
        new = id_ not in seen
        seen.add(id_)
        return new

    return first
