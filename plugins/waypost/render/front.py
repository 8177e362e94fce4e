"""The page for whoever comes to a site of portfolios without a link, where a school builds no pages of its own."""

from __future__ import annotations

from .language import Language
from .templates import draw


def render_front_page(school_name: str, contact: str | None, style: str, language: Language) -> str:
    """Draws the front page: what is here, whom to ask, and the way to the toolbox. `style` is the way to the sheet."""
    _ = language.gettext
    return draw(
        "front.html",
        language=language.tag,
        direction=language.direction,
        school_name=school_name,
        style=style,
        title=_("Portfolios"),
        text=_("Learners of this school publish their portfolios here. Each opens with a link of its own."),
        ask=contact or _("To see one, ask the learner or the school for a link."),
        toolbox=_("For teachers and coaches: find the next move"),
    )
