"""What a page's files become where everything stands in one document: addresses that hold the files themselves."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .language import Language
from .page import Page

MEDIA = re.compile(r'data-media="([^"]*)"(?: data-large="([^"]*)")?(?: data-sizes="((?:[^" ]* \d+ )*([^" ]*) \d+)")?')
MOVING = re.compile(r' data-moving="[^"]*"')
SHEETS = re.compile(
    r'(<div class="sheets") data-sheets="([^"]*)" data-total="(\d+)" data-said="([^"]*)" data-title="([^"]*)"'
    r"(>.*?</div>)",
    re.DOTALL,
)
POSTER = re.compile(r' data-poster="([^"]*)"(?: data-sizes="[^"]* ([^" ]*) \d+")?')
DOWNLOAD = re.compile(r'data-download="([^"]*)"')
ROUTE = re.compile(r'href="#([^"/]*)(?:/([^"]*))?"')
NAMED = re.compile(r'(?<=\s)(id|for|aria-labelledby|aria-describedby)="([^"]*)"')
FACE = re.compile(r"@font-face\s*\{[^}]*\}")
FONT = re.compile(r"""url\(["']?\./fonts/([^"')]+)["']?\)""")

Find = Callable[[str], "Inside | None"]
"""Gives the file of a token, or None where it is not to be inside."""


@dataclass(frozen=True)
class Inside:
    """A file that is inside the document: its data: address, and the name to save it under."""

    address: str
    name: str


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


def wire_page(page: Page, slugs: set[str], inside: Find) -> str:
    """The page's HTML with its files inside it, and with names that no other page of the document has."""
    shown: set[str] = set()

    def place(name: str) -> str:
        return f"{page.slug}.{name}"

    def source(match: re.Match[str]) -> str:
        token = html.unescape(match[2] or match[4] or match[1])
        shown.add(token)
        found = inside(token)
        others = (match[3] or "").split()[::2]
        tokens = " ".join(dict.fromkeys((match[1], *([match[2]] if match[2] else []), *others)))
        return f'src="{found.address}" data-of="{tokens}"' if found else ""

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
    body = POSTER.sub(poster, MOVING.sub("", body))
    return DOWNLOAD.sub(download, MEDIA.sub(source, body))


def place_sheets(
    body: str,
    inside: Find,
    preview: Callable[[str], str | None],
    words: Mapping[str, str],
    language: Language,
    size: str | None,
) -> str:
    """A page's `body` with every page of its documents: the first as it stands, the others folded; on paper the first
    alone.
    """

    def rest(match: re.Match[str]) -> str:
        sheets = [*zip(*[iter(html.unescape(match[2]).split())] * 3, strict=True)]
        if size or len(sheets) < 2:
            return match[1] + match[6]
        said = json.loads(preview(html.unescape(match[4])) or "[]")
        shown = []
        for number, (token, width, height) in enumerate(sheets[1:], 2):
            name = words["page-rest" if number == len(sheets) < int(match[3]) else "page-of"]
            name = name.format(page=language.number(number), total=language.number(int(match[3])))
            found = inside(token)
            if found:
                shown.append(f'<img src="{found.address}" width="{width}" height="{height}" alt="{html.escape(name)}">')
                shown.append(f'<p class="unseen">{html.escape(said[number - 1] if number <= len(said) else "")}</p>')
        label = words["pages-of"].format(title=match[5])
        return (
            f'{match[1]}{match[6]}\n<details class="look sheets-rest"><summary>{label}</summary>'
            f'<div class="sheets">{"".join(shown)}</div></details>'
        )

    return SHEETS.sub(rest, body)
