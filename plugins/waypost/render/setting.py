"""What templates find at hand: the view, its files, the words of the language, and small ways to say things."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import count
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from waypost.model.address import read_address
from waypost.model.media import MediaFile

from .contents import each_goal
from .drawings import Sources
from .gallery import gallery_data
from .gaps import say_gap_count
from .growth import draw_growth, draw_sign, find_growth_span
from .language import Language
from .news import list_news
from .pattern import draw_pattern
from .presentation import presenter_words
from .prose import Prose, inline, person, spoken
from .stages import tell_guide
from .terms import say_term
from .wave import draw_wave

if TYPE_CHECKING:
    from waypost.views.portfolio import LearnerView


def portfolio_setting(learner: LearnerView, sources: Sources, language: Language, marks: Marks) -> dict[str, Any]:
    """What all pages of one portfolio share. Of `sources`, nothing is read before a page asks for it; `marks` are
    begun with each page.
    """
    view, media, labels = sources.shown("view"), sources.media("media"), sources.shown("labels")
    return {
        "_": language.gettext,
        "language": language,
        "view": view,
        "learner": sources.shown("learner"),
        "every_goal": lambda: tuple(each_goal(view.goals or ())),
        "media": media,
        "insider": sources.flag("insider"),
        "reply": sources.flag("reply"),
        "own_words": spoken(learner.language, language),
        "school_words": spoken(learner.school_language, language),
        "school_said": partial(inline, tag=learner.school_language, language=language),
        "own_said": partial(inline, tag=learner.language, language=language),
        "person": partial(person, tag=learner.language, language=language),
        "spoken": partial(spoken, language=language),
        "guide": partial(tell_guide, language=language),
        "name": person(learner.name, learner.language, language),
        "labels": labels,
        "term": partial(say_term, language),
        "day": partial(_day, language),
        "say": say,
        "site": read_address,
        "extent": extent,
        "size_list": size_list,
        "sheet_list": sheet_list,
        "wave": draw_wave,
        "pattern": lambda: draw_pattern(learner.name, learner.design.theme),
        "sign": draw_sign,
        "growth_picture": lambda proficiency: draw_growth(
            proficiency, find_growth_span(view.growth or ()), labels, language
        ),
        "gap_count": partial(say_gap_count, language=language),
        "news": partial(list_news, view, media, labels, language),
        "ways": partial(gallery_data, view, media, labels, language),
        "presenter_words": partial(presenter_words, language),
        "prose": marks.draw_prose,
        "first": marks.is_first,
        "part": marks.name_part,
    }


def say(sentence: str, **values: object) -> Markup:
    """A sentence with its places filled in; what is no markup is escaped."""
    # Markup's own % wraps every value before it is looked at, which takes three times as long.
    return Markup(str(escape(sentence)) % {name: escape(value) for name, value in values.items()})  # noqa: S704


def extent(file: MediaFile) -> Markup:
    """The attributes that keep a picture's place before it is there."""
    if file.width is None or file.height is None:
        return Markup("")
    return Markup(' width="{}" height="{}"').format(file.width, file.height)


def size_list(sizes: Sequence[MediaFile]) -> Markup:
    """The attribute that names a picture's sizes, smallest first, each with its width."""
    if len(sizes) < 2:
        return Markup("")
    return Markup(' data-sizes="{}"').format(" ".join(f"{file.token} {file.width}" for file in sizes))


def sheet_list(sheets: Sequence[MediaFile]) -> str:
    """The pages of a document in order, each with its width and height."""
    return " ".join(f"{file.token} {file.width} {file.height}" for file in sheets)


@lru_cache(maxsize=4096)
def _day(language: Language, day: datetime.date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), language.date(day))


class Marks:
    """What a page counts while it is drawn, so that no id stands in it twice."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.begin("")

    def begin(self, slug: str) -> None:
        """Counts anew, for the page `slug`."""
        self._prose = Prose(slug, self._language)
        self._seen: set[str] = set()
        self._parts = count(1)

    def draw_prose(self, text: str, top: int = 4) -> Markup:
        """One of the page's texts: see `Prose`."""
        return self._prose(text, top)

    def is_first(self, id_: str) -> bool:
        """Whether the page asks for `id_` for the first time: one id, one element."""
        new = id_ not in self._seen
        self._seen.add(id_)
        return new

    def name_part(self) -> Markup:
        """The id of a part of the page that has none in the plan, so that a search can lead to it."""
        return Markup(f' id="part_{next(self._parts)}"')  # noqa: S704 (a number alone)
