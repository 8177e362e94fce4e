"""A learner's portfolio, drawn for one audience."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from waypost.model.media import MediaSet

from .contents import Chapter, list_chapters
from .drawings import Drawings, Sources
from .label import Labels
from .language import Language
from .page import Page
from .reply import reply_chapter, reply_setting
from .setting import Marks, portfolio_setting
from .templates import draw, shared

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView
    from waypost.views.reply import ReplyView

OF_ONE = ("cover", "reply")
"""Pages that no two audiences share."""


def render_portfolio(
    view: PortfolioView,
    media: Mapping[str, MediaSet],
    language: Language,
    today: datetime.date,
    reply: ReplyView | None = None,
    drawings: Drawings | None = None,
) -> tuple[Page, ...]:
    """Draws the pages of `view`, those that this audience sees, in order.

    `media` maps ids of evidence to their files; a piece whose file is not there is drawn without it. `language` is
    the recipient's: it rules the words around the learner's own, dates and numbers. `today` is only said on the
    cover, as the day on which these pages were made, so they stay true for as long as the view does. With `reply`
    there is a page for writing back, which only a link can have. `drawings` are of the same learner and day: a page
    that would come out the same is taken from there.
    """
    drawings = drawings or Drawings()
    cover, *chapters = list_chapters(view, language)
    if reply is not None:
        chapters.append(reply_chapter(language))
    sources = Sources(
        view=view,
        learner=view.learner,
        media=media,
        labels=Labels(view, language),
        insider=view.audience in ("self", "advisor"),
        reply=reply is not None,
    )
    marks = Marks(language)
    own = {"chapters": chapters, "made_on": today, **reply_setting(view, reply, language)}
    learner = view.learner
    same = (language.tag, learner.language, learner.school_language, learner.name, learner.design.theme)

    def page(chapter: Chapter) -> Page:
        marks.begin(chapter.slug)
        setting = {**common, "chapter": chapter, **(own if chapter.slug in OF_ONE else {})}
        return Page(chapter.slug, chapter.title, draw(f"{chapter.slug}.html", **setting))

    with shared(**portfolio_setting(view.learner, sources, language, marks)) as common:
        return tuple(
            page(chapter) if chapter.slug in OF_ONE else drawings.page((same, chapter), sources, partial(page, chapter))
            for chapter in (cover, *chapters)
        )
