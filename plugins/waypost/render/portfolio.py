"""A learner's portfolio, drawn for one audience."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from waypost.model.media import MediaSet

from .contents import list_chapters
from .language import Language
from .page import Page
from .setting import page_setting, portfolio_setting
from .templates import template

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView


def render_portfolio(
    view: PortfolioView, media: Mapping[str, MediaSet], language: Language, today: datetime.date
) -> tuple[Page, ...]:
    """Draws the pages of `view`, those that this audience sees, in order.

    `media` maps ids of evidence to their files; a piece whose file is not there is drawn without it. `language` is
    the recipient's: it rules the words around the learner's own, dates and numbers. `today` is only said on the
    cover, as the day on which these pages were made, so they stay true for as long as the view does.
    """
    cover, *chapters = list_chapters(view, language)
    shared = portfolio_setting(view, media, chapters, language, today)
    return tuple(
        Page(
            chapter.slug,
            chapter.title,
            template(f"{chapter.slug}.html").render(shared, **page_setting(chapter, language)),
        )
        for chapter in (cover, *chapters)
    )
