"""How a longer text begins, where there is room for a few lines."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import takewhile

LONGEST = 320
"""Letters of a text that a room can read from a slide."""
SENTENCE_END = re.compile(r"[.!?…؟。][\"'”’)]*(?=\s)")


@dataclass(frozen=True)
class QuoteView:
    """The opening of a reflection; `whole` says that there is no more of it."""

    id: str
    date: datetime.date
    language: str | None
    text_md: str
    whole: bool = False


def opening_of(text: str, most: int = LONGEST) -> str:
    """The first sentences of a Markdown text, about `most` letters, at least one of them.

    What is more than sentences, such as a list or a table, ends it.
    """
    paragraphs = re.split(r"\n\s*\n", text.strip())
    whole = "\n\n".join([paragraphs[0], *takewhile(_is_plain, paragraphs[1:])])
    if len(whole) <= most:
        return whole
    ends = [found.end() for found in SENTENCE_END.finditer(whole) if _is_closed(whole[: found.end()])]
    return whole[: max([end for end in ends if end <= most] or ends[:1] or [len(whole)])]


def _is_plain(paragraph: str) -> bool:
    return re.match(r"[-*+#>|`~]\s|\d+[.)]\s|[|`~]|    ", paragraph) is None


def _is_closed(part: str) -> bool:
    """Whether no emphasis, code or link is cut in two at the end of `part`."""
    return part.count("*") % 2 == 0 and part.count("`") % 2 == 0 and part.count("[") == part.count("]")
