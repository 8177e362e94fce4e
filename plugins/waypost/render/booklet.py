"""A portfolio as a booklet: what stands at the head of each sheet, and contents that say where each part begins.

Source: CSS Paged Media, margin boxes and named pages. `target-counter`, which would write the numbers of the contents,
is in no browser; so they are written in once it is known where everything came to stand.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from .language import Language
from .page import Page
from .words import N_

PLAYED = N_("Play it in the page that goes with this booklet.")
SIZES = {"letter": "8.5in 11in", "a4": "210mm 297mm"}
"""Sheets, upright, by name."""
LISTED = re.compile(r'(<li><a href="#page-([^"]+)">.*?)</li>', re.DOTALL)
FOLIO = re.compile(r'<span class="folio" data-at="([^"]*)"></span>')
OPENS = re.compile(r'<article class="(?:goal|piece)"[^>]* id="([^"]*)"')
TITLES = re.compile(r'<h3 class="(?:goal|piece)-title"([^>]*)>(.*?)</h3>', re.DOTALL)
FOLDED = re.compile(r'<details(?! class="(?:look|index)[ "]| open)')


def sheet_rules(name: str, pages: Sequence[Page], language: Language, size: str | None = None) -> str:
    """The rules of style for the sheets of one portfolio: its `name` and the page's title at the head of each.

    `size` is one of SIZES, or None where the printer's own is to rule.
    """
    near, far = ("right", "left") if language.direction == "rtl" else ("left", "right")
    cover, *others = pages
    number = f"@bottom-right{{content:none}}@bottom-{far}{{content:counter(page)}}"
    rules = [
        f"@page{{{f'size:{SIZES[size]};' if size else ''}@top-{near}{{content:{_quoted(name)}}}{number}}}",
        f"@page {cover.slug}{{@top-{near}{{content:none}}@bottom-{far}{{content:none}}}}",
        f"@page contents{{@top-{far}{{content:{_quoted(language.gettext('In this portfolio'))}}}}}",
    ]
    rules += [f"@page {page.slug}{{@top-{far}{{content:{_quoted(page.title)}}}}}" for page in others]
    rules += [f'.print-page[data-page="{page.slug}"]{{page:{page.slug}}}' for page in pages]
    rules += [f"@media print{{.masthead{{page:{cover.slug}}}}}"]
    return "".join(rules)


def list_places(body: str, bodies: Mapping[str, str]) -> str:
    """The cover's `body` with a place for a number on each line of its contents, and below it the page's own entries.

    `bodies` are the other pages, by slug, as they stand in the one document.
    """

    def line(match: re.Match[str]) -> str:
        inner = "".join(
            f'<li><a href="#{place}"{marks}>{title}</a> {_folio(place)}</li>'
            for place, marks, title in _entries(bodies.get(match[2], ""))
        )
        inside = f'<ol class="booklet-entries" role="list">{inner}</ol>' if inner else ""
        return f"{match[1]} {_folio(f'page-{match[2]}')}{inside}</li>"

    return LISTED.sub(line, body)


def write_numbers(document: str, numbers: Mapping[str, int], language: Language) -> str:
    """`document` with the number of the sheet on which each listed place begins; without one where it is not known."""

    def number(match: re.Match[str]) -> str:
        found = numbers.get(html.unescape(match[1]))
        return f'<span class="folio">{language.number(found) if found else ""}</span>'

    return FOLIO.sub(number, document)


def unfold(body: str) -> str:
    """A page's `body` with what is folded in it open, but for documents and lists of titles: nobody unfolds paper."""
    return FOLDED.sub("<details open", body)


def _entries(body: str) -> list[tuple[str, str, str]]:
    """The entries of a page that have a title of their own: place, marks of its language, title as HTML."""
    found = []
    starts = [*OPENS.finditer(body)]
    for start, after in zip(starts, [*(each.start() for each in starts[1:]), len(body)], strict=False):
        title = TITLES.search(body, start.end(), after)
        if title:
            found.append((start[1], title[1], title[2]))
    return found


def _folio(place: str) -> str:
    return f'<span class="folio" data-at="{place}"></span>'


def _quoted(text: str) -> str:
    """`text` as a string of CSS, which can end neither the string nor the style that it stands in."""
    return '"' + re.sub(r'["\\<>&\x00-\x1f\x7f]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'
