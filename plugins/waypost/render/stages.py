"""The planning cycle as a page says it: the guide is in English, and the catalogues have its texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from .language import SOURCE_LANGUAGE, Language
from .prose import spoken


@dataclass(frozen=True)
class Told:
    """Some texts in one language, and the attributes that tell which where it is not the page's."""

    texts: tuple[str, ...]
    mark: Markup


def tell_guide(texts: Iterable[str], language: Language) -> Told:
    """The guide's `texts` in `language`; all of them in English, and marked, where a single one is not translated.

    So no list mixes two languages, and a guide with words of its own is shown as it is.
    """
    source = tuple(texts)
    if spoken(SOURCE_LANGUAGE, language) and not all(language.knows(text) for text in source):
        return Told(source, spoken(SOURCE_LANGUAGE, language))
    return Told(tuple(language.gettext(text) for text in source), Markup(""))
