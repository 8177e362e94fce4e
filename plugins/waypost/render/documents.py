"""Previews of documents, put into pages that have no viewer: with the words and numbers of the page's language."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from .language import Language

PLACE = re.compile(r' data-preview="([^"]*)"([^>]*)></div>')
_SAID = re.compile(r'<(p|span)( class="[^"]*")? data-say="([^"]*)"((?: data-[a-z]+="\d+")*)></\1>')
_LABELLED = re.compile(r' data-label="([^"]*)"((?: data-[a-z]+="\d+")*)>')
_NUMBER = re.compile(r' data-([a-z]+)="(\d+)"')


def place_previews(
    body: str, preview: Callable[[str], str | None], words: Mapping[str, str], language: Language
) -> str:
    """The page `body` with every document's preview where it would open.

    `preview` gives the HTML of a token, sanitised when it was made; `words` are the viewer's.
    """

    def placed(match: re.Match[str]) -> str:
        found = preview(html.unescape(match[1])) or ""
        return f"{match[2]}>{say_in_preview(found, words, language)}</div>"

    return PLACE.sub(placed, body)


def say_in_preview(fragment: str, words: Mapping[str, str], language: Language) -> str:
    """A preview with our words in their places."""

    def sentence(id_: str, numbers: str) -> str:
        said = words.get(id_, "")
        for name, number in _NUMBER.findall(numbers):
            said = said.replace(f"{{{name}}}", language.number(int(number)))
        return html.escape(said)

    fragment = _SAID.sub(
        lambda match: f"<{match[1]}{match[2] or ''}>{sentence(match[3], match[4])}</{match[1]}>", fragment
    )
    return _LABELLED.sub(lambda match: f' aria-label="{sentence(match[1], match[2])}">', fragment)
