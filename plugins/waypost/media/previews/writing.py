"""Text documents of Word. Source: ECMA-376, part 1, section 17; read by Mammoth."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import mammoth
from mammoth.documents import Image

from ..cleaning.trouble import DAMAGED
from .markup import lower_headings
from .pictures import Pictures

_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_MARK = "waypost-picture-"
_HELD = re.compile(rf'<img[^>]*\bsrc="{_MARK}(\d+)"[^>]*>')
# A title stands above headings; without one, `lower_headings` closes the gap.
STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        *(f"p[style-name='Heading {rank}'] => h{rank + 1}:fresh" for rank in range(1, 6)),
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Quote'] => blockquote:fresh",
        "p[style-name='Intense Quote'] => blockquote:fresh",
        "u => u",
    )
)


def draw_preview(source: Path, _name: str) -> str:
    """A text document. Raises what its parsers do where it is damaged."""
    pictures = Pictures()
    drawn: list[str] = []

    def hold(image: Image) -> Any:
        # Mammoth builds elements; what stands for a picture may be words, so they are put in afterwards.
        try:
            with image.open() as opened:
                content = opened.read()
        except DAMAGED:
            # It lies outside of the document, where nobody looks for it.
            content = b""
        drawn.append(pictures.draw(content, image.alt_text or ""))
        return {"src": f"{_MARK}{len(drawn) - 1}", "alt": ""}

    with source.open("rb") as file:
        html = mammoth.convert_to_html(
            file,
            convert_image=mammoth.images.img_element(hold),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    return lower_headings(_HELD.sub(lambda match: drawn[int(match[1])], _BACK.sub("", html)))
