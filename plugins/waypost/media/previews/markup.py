"""The pieces that previews are made of. Words of ours are not in them: whoever shows one fills them in.

An element with `data-say` or `data-label` names a sentence of `render.words` (all of them begin with "look-"), and
carries the numbers that go into it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_HEADING = re.compile(r"<(/?)h([1-6])\b[^>]*>")
TOP = 4
"""The rank of a document's highest heading: a piece of evidence has one of rank 3."""


def draw_text(text: str) -> str:
    """Text as text."""
    return escape(text, quote=False)


def draw_paragraph(text: str) -> str:
    """A paragraph of text; nothing where there is none."""
    return f"<p>{draw_text(text)}</p>" if text.strip() else ""


def draw_block(text: str, look: str = "") -> str:
    """Text whose lines and spaces are kept; with the class `look`."""
    worn = f' class="{look}"' if look else ""
    return f"<pre{worn}>{draw_text(text)}</pre>" if text.strip() else ""


def draw_note(sentence: str, **numbers: int) -> str:
    """A line of ours: the id of its sentence without "look-", and the numbers in it."""
    return f'<p class="look-note" data-say="look-{sentence}"{_attributes(numbers)}></p>'


def draw_slide_title(number: int, title: str) -> str:
    """The heading over one slide."""
    named = f'<span class="look-number" data-say="look-slide" data-number="{number}"></span>'
    return f"<h{TOP}>{' '.join(filter(None, (named, draw_text(title.strip()))))}</h{TOP}>"


def draw_absent(alt: str) -> str:
    """What stands where a picture is not shown."""
    said = f" {draw_text(alt.strip())}" if alt.strip() else ""
    return f'<span class="look-absent"><span data-say="look-picture"></span>{said}</span>'


def lower_headings(html: str) -> str:
    """Headings moved below that of the piece of evidence, without gaps between ranks."""
    ranks = [int(match[2]) for match in _HEADING.finditer(html) if not match[1]]
    if not ranks:
        return html
    highest, before, now = min(ranks), TOP - 1, TOP

    def lowered(match: re.Match[str]) -> str:
        nonlocal before, now
        if not match[1]:
            now = before = min(TOP + int(match[2]) - highest, before + 1, 6)
        return f"<{match[1]}h{now}>"

    return _HEADING.sub(lowered, html)


def join(parts: Sequence[str]) -> str:
    """Parts one below the other."""
    return "\n".join(part for part in parts if part)


def _attributes(numbers: dict[str, int]) -> str:
    return "".join(f' data-{name}="{number}"' for name, number in numbers.items())
