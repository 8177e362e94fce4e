"""A whole portfolio as one HTML file: pages one after another, with style, fonts, pictures and files inside it."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .design import accent_rule
from .documents import place_previews
from .language import Language
from .page import Page
from .templates import template
from .words import viewer_words

MEDIA = re.compile(r'data-media="([^"]*)"(?: data-large="([^"]*)")?(?: data-sizes="[^"]* ([^" ]*) \d+")?')
MOVING = re.compile(r' data-moving="[^"]*"')
SHEETS = re.compile(r' data-sheets="[^"]*" data-total="\d+" data-said="[^"]*" data-title="[^"]*"')
POSTER = re.compile(r' data-poster="([^"]*)"(?: data-sizes="[^"]* ([^" ]*) \d+")?')
DOWNLOAD = re.compile(r'data-download="([^"]*)"')
ROUTE = re.compile(r'href="#([^"/]*)(?:/([^"]*))?"')
NAMED = re.compile(r'(?<=\s)(id|for|aria-labelledby|aria-describedby)="([^"]*)"')
FACE = re.compile(r"@font-face\s*\{[^}]*\}")
FONT = re.compile(r"""url\(["']?\./fonts/([^"')]+)["']?\)""")


@dataclass(frozen=True)
class Inside:
    """A file that is inside the document: its data: address, and the name to save it under."""

    address: str
    name: str


def render_single(
    name: str,
    audience: str,
    pages: Sequence[Page],
    language: Language,
    style: str,
    inside: Callable[[str], Inside | None],
    preview: Callable[[str], str | None],
    design: Mapping[str, Any] | None = None,
) -> str:
    """One document with every page of a portfolio, which asks nothing of any host.

    `style` is CSS whose fonts are already inside it (see `embed_fonts`). `inside` gives the file of a media token, or
    None for one that is too large to be inside: it is named where it would stand. `preview` gives the HTML of a
    document's preview. `design` is the learner's look, as `design_data` gives it.
    """
    look = design or {}
    style += accent_rule(look)
    slugs = {page.slug for page in pages}
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; media-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    words = viewer_words(language)
    bodies = [place_previews(_wire(page, slugs, inside), preview, words, language) for page in pages]
    sections = [
        {"slug": page.slug, "title": page.title, "body": body} for page, body in zip(pages, bodies, strict=True)
    ]
    return template("single.html").render(
        name=name,
        language=language.tag,
        direction=language.direction,
        audience=audience,
        design=look,
        words=words,
        style=style,
        policy=policy,
        sections=sections,
    )


def embed_fonts(style: str, fonts: Mapping[str, bytes]) -> str:
    """`style` with `fonts` (content by file name) inside it; faces of other fonts are left out."""

    def embedded(face: re.Match[str]) -> str:
        name = FONT.search(face[0])
        if name is None:
            return face[0]
        if name[1] not in fonts:
            return ""
        return FONT.sub(f"url({data_address('font/woff2', fonts[name[1]])})", face[0])

    return FACE.sub(embedded, style)


def data_address(type_: str, content: bytes) -> str:
    """An address that holds `content` itself."""
    return f"data:{type_};base64,{base64.b64encode(content).decode()}"


def _wire(page: Page, slugs: set[str], inside: Callable[[str], Inside | None]) -> str:
    """The page's HTML with its files inside it, and with names that no other page of the document has."""
    shown: set[str] = set()

    def place(name: str) -> str:
        return f"{page.slug}.{name}"

    def source(match: re.Match[str]) -> str:
        token = html.unescape(match[2] or match[3] or match[1])
        shown.add(token)
        found = inside(token)
        return f'src="{found.address}"' if found else ""

    def download(match: re.Match[str]) -> str:
        token = html.unescape(match[1])
        # What is shown can be saved from where it is shown: it need not be inside twice.
        found = None if token in shown else inside(token)
        return f'href="{found.address}" download="{html.escape(found.name, quote=True)}"' if found else ""

    def route(match: re.Match[str]) -> str:
        slug, inner = match[1], match[2]
        if slug not in slugs:
            return f'href="#{place(slug)}"'
        return f'href="#{slug}.{inner}"' if inner else f'href="#page-{slug}"'

    def renamed(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(place(name) for name in match[2].split())}"'

    def poster(match: re.Match[str]) -> str:
        found = inside(html.unescape(match[2] or match[1]))
        return f' poster="{found.address}"' if found else ""

    body = NAMED.sub(renamed, ROUTE.sub(route, page.html))
    body = POSTER.sub(poster, SHEETS.sub("", MOVING.sub("", body)))
    return DOWNLOAD.sub(download, MEDIA.sub(source, body))
