"""A portfolio's pages as files that open from a folder: the same content that the viewer shows, without the viewer."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from .documents import PLACE, place_previews
from .language import load_language
from .templates import draw

MEDIA = re.compile(r'data-media="([^"]*)"')
LARGE = re.compile(r' data-(?:large|moving)="[^"]*"')
SIZES = re.compile(r' data-sizes="([^"]*)"')
POSTER = re.compile(r' data-poster="([^"]*)"(?: data-sizes="([^"]*)")?')
SHEETS = re.compile(r' data-sheets="([^"]*)" data-total="\d+" data-said="([^"]*)" data-title="[^"]*"')
"""What only the viewer turns to: the pages of a document behind the first, and what they say."""
PLACES = "(min-width: 60rem) 60vw, 100vw"
DOWNLOAD = re.compile(r'data-download="([^"]*)"')
ADDRESS = "/:;,=+"
"""What stands in a path, or in an address that holds its content, as it is."""
ROUTE = re.compile(r'href="#([^"/]*)(?:/([^"]*))?"')


def list_previews(manifest: Mapping[str, Any]) -> frozenset[str]:
    """The tokens of what the pages hold themselves, rather than lead to."""
    return frozenset(html.unescape(match[1]) for page in manifest["pages"] for match in PLACE.finditer(page["html"]))


def list_unshown(manifest: Mapping[str, Any]) -> frozenset[str]:
    """The tokens of what pages outside the viewer have no place for; the document that it belongs to holds it."""
    found: set[str] = set()
    for match in (match for page in manifest["pages"] for match in SHEETS.finditer(page["html"])):
        found.update((*html.unescape(match[1]).split()[3::3], html.unescape(match[2])))
    return frozenset(found)


def render_standalone(
    manifest: Mapping[str, Any], media: Mapping[str, str], style: str | None, previews: Mapping[str, str]
) -> dict[str, str]:
    """Each page as a whole HTML document, by file name; the first page is index.html.

    `media` maps tokens to paths beside the pages; `style` is the path of the style sheet, or None; `previews` are
    those of `list_previews`, as HTML.
    """
    language = load_language(manifest["lang"])
    names = {
        page["slug"]: "index.html" if number == 0 else f"{page['slug']}.html"
        for number, page in enumerate(manifest["pages"])
    }
    contents = [
        {"slug": page["slug"], "title": page["title"], "file": names[page["slug"]]} for page in manifest["pages"]
    ]
    return {
        names[page["slug"]]: draw(
            "standalone.html",
            name=manifest["name"],
            language=manifest["lang"],
            direction=manifest["dir"],
            words=manifest["words"],
            audience=manifest["audience"],
            design=manifest.get("design") or {},
            page=page,
            contents=contents,
            style=style,
            body=place_previews(_wire(page["html"], names, media), previews.get, manifest["words"], language),
        )
        for page in manifest["pages"]
    }


def _wire(body: str, names: Mapping[str, str], media: Mapping[str, str]) -> str:
    def path(token: str) -> str:
        return html.escape(quote(media.get(html.unescape(token), ""), safe=ADDRESS), quote=True)

    def route(match: re.Match[str]) -> str:
        page = names.get(match[1])
        if page is None:
            return match[0]
        return f'href="{page}#{match[2]}"' if match[2] else f'href="{page}"'

    def sizes(match: re.Match[str]) -> str:
        words = html.unescape(match[1]).split()
        files = ", ".join(
            f"{quote(media.get(token, ''))} {width}w" for token, width in zip(*[iter(words)] * 2, strict=True)
        )
        return f' srcset="{html.escape(files, quote=True)}" sizes="{PLACES}"'

    def poster(match: re.Match[str]) -> str:
        words = html.unescape(match[2] or match[1]).split()
        return f' poster="{path(words[-2] if match[2] else words[0])}"'

    body = SIZES.sub(sizes, POSTER.sub(poster, SHEETS.sub("", LARGE.sub("", body))))
    body = MEDIA.sub(lambda match: f'src="{path(match[1])}"', body)
    body = DOWNLOAD.sub(lambda match: f'href="{path(match[1])}" download', body)
    return ROUTE.sub(route, body)
