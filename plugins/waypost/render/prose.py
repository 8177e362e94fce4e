"""A page's prose: drawn Markdown with the page's own names for its footnotes, and whose language it is in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from .language import Language, direction_of
from .markdown import render_text
from .signs import BACK, NOTE


class Prose:
    """Draws the texts of one page, one call for each; footnotes of different texts never share an id."""

    def __init__(self, slug: str, language: Language) -> None:
        self._slug = slug
        self._back = str(escape(language.gettext("back")))
        self._texts = 0

    def __call__(self, text: str, top: int = 4) -> Markup:
        """Draws `text`; its headings start at rank `top`."""
        html = render_text(text, top)
        if NOTE in html:
            self._texts += 1
            # Ids of a plan have no underscore, so a footnote cannot take the place of a goal.
            html = html.replace(NOTE, f"_{self._slug}{self._texts}_").replace(BACK, self._back)
        return Markup(html)  # noqa: S704 (sanitised by render_text)


@lru_cache(maxsize=256)
def spoken(tag: str, language: Language) -> Markup:
    """The attributes of an element whose words are in the language `tag`; none where the page is in it anyway."""
    if tag.split("-", 1)[0].lower() == language.tag.split("-", 1)[0].lower():
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(tag, direction_of(tag))


def inline(text: str, tag: str, language: Language) -> Markup:
    """Words in the language `tag` among the page's own, kept apart from what stands around them."""
    if not spoken(tag, language):
        return escape(text)
    return Markup('<bdi lang="{}">{}</bdi>').format(tag, text)


@lru_cache(maxsize=4096, typed=True)
def person(name: str, tag: str, language: Language) -> Markup:
    """Somebody's name, which may run another way than the page, as it is called in the language `tag`."""
    said = Markup(' lang="{}"').format(tag) if spoken(tag, language) else ""
    return Markup("<bdi{}>{}</bdi>").format(said, name)


def series(parts: Iterable[str], language: Language) -> Markup:
    """As `Language.series`, of markup."""
    return escape(language.comma).join(parts)
