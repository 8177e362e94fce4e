"""A whole portfolio as one HTML file: pages one after another, with style, fonts, pictures and files inside it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from .booklet import PLAYED, list_places, sheet_rules, unfold
from .design import accent_rule
from .documents import place_previews
from .embedding import Find, place_sheets, wire_page
from .language import Language
from .page import Page
from .policy import Stage, policy_of
from .templates import draw
from .words import viewer_words

FILM = re.compile(r"<(video|audio) .*?</\1>", re.DOTALL)
SHOWN = re.compile(r' poster="([^"]*)"')


def render_single(
    name: str,
    audience: str,
    pages: Sequence[Page],
    language: Language,
    style: str,
    inside: Find,
    preview: Callable[[str], str | None],
    design: Mapping[str, Any] | None = None,
    size: str | None = None,
    stage: Stage | None = None,
) -> str:
    """One document with every page of a portfolio, which asks nothing of any host.

    `style` is CSS whose fonts are already inside it (see `embed_fonts`). `inside` gives the file of a media token, or
    None for one that is too large to be inside: it is named where it would stand. `preview` gives the HTML of a
    document's preview. `design` is the learner's look, as `design_data` gives it. With a `size` of sheets the document
    is for paper alone, and has places for the numbers of its contents (see `booklet.write_numbers`). `stage` goes in
    where there is a presentation to be given.
    """
    look = design or {}
    own = accent_rule(look) + sheet_rules(name, pages, language, size)
    slugs = {page.slug for page in pages}
    stage = stage if "presentation" in slugs and not size else None
    words = viewer_words(language)
    wired = (place_sheets(wire_page(page, slugs, inside), inside, preview, words, language, size) for page in pages)
    bodies = {
        page.slug: place_previews(body, preview, words, language) for page, body in zip(pages, wired, strict=True)
    }
    if size:
        still = partial(_still, language.gettext(PLAYED))
        bodies = {slug: unfold(FILM.sub(still, body)) for slug, body in bodies.items()}
        bodies[pages[0].slug] = list_places(bodies[pages[0].slug], bodies)
    sections = [{"slug": page.slug, "title": page.title, "body": bodies[page.slug]} for page in pages]
    return draw(
        "single.html",
        name=name,
        language=language.tag,
        direction=language.direction,
        audience=audience,
        design=look,
        words=words,
        style=style,
        own=own,
        policy=policy_of((style, own, *([stage.style] if stage else [])), [stage.script] if stage else []),
        stage=stage,
        sections=sections,
    )


def _still(where: str, film: re.Match[str]) -> str:
    """A film or recording on paper: its poster, and where it is to be seen or heard.

    No code that opens it: an export belongs to no link, and a code that leads nowhere is worse than none.
    """
    poster = SHOWN.search(film[0])
    shown = f'<img class="media-poster" src="{poster[1]}" alt="">' if poster else ""
    return f'{shown}<p class="plate-where">{html.escape(where)}</p>'
