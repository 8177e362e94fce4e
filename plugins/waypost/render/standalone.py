"""A portfolio's pages as files that open from a folder: the same content that the viewer shows, without the viewer."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from .templates import template

MEDIA = re.compile(r'data-media="([^"]*)"')
LARGE = re.compile(r' data-large="[^"]*"')
DOWNLOAD = re.compile(r'data-download="([^"]*)"')
ROUTE = re.compile(r'href="#([^"/]*)(?:/([^"]*))?"')


def render_standalone(manifest: Mapping[str, Any], media: Mapping[str, str], style: str | None) -> dict[str, str]:
    """Each page as a whole HTML document, by file name; the first page is index.html.

    `media` maps tokens to paths beside the pages; `style` is the path of the style sheet, or None.
    """
    names = {
        page["slug"]: "index.html" if number == 0 else f"{page['slug']}.html"
        for number, page in enumerate(manifest["pages"])
    }
    contents = [
        {"slug": page["slug"], "title": page["title"], "file": names[page["slug"]]} for page in manifest["pages"]
    ]
    return {
        names[page["slug"]]: template("standalone.html").render(
            name=manifest["name"],
            language=manifest["lang"],
            direction=manifest["dir"],
            words=manifest["words"],
            audience=manifest["audience"],
            page=page,
            contents=contents,
            style=style,
            body=_wire(page["html"], names, media),
        )
        for page in manifest["pages"]
    }


def _wire(body: str, names: Mapping[str, str], media: Mapping[str, str]) -> str:
    def path(token: str) -> str:
        return html.escape(media.get(html.unescape(token), ""), quote=True)

    def route(match: re.Match[str]) -> str:
        page = names.get(match[1])
        if page is None:
            return match[0]
        return f'href="{page}#{match[2]}"' if match[2] else f'href="{page}"'

    body = LARGE.sub("", body)
    body = MEDIA.sub(lambda match: f'src="{path(match[1])}"', body)
    body = DOWNLOAD.sub(lambda match: f'href="{path(match[1])}" download', body)
    return ROUTE.sub(route, body)
