"""Plain paragraphs: the short way for texts in which Markdown would find nothing to do."""

from __future__ import annotations

import re

# One class of characters, which Python looks for four times as fast as for two in turn; `_` is looked for by itself.
_WORD = r"[\w.,;:!?'\"()/%$€@’‘“”–—…¿¡«»-]+"
# A line that starts with a digit, a dash or a colon may start a list, a rule or a definition.
_FIRST = r"(?!\d+[.)])(?=[^\W_]|[\"'“‘«¿¡(])"
_LINE = rf"{_FIRST}{_WORD}(?: {_WORD})*"
_TEXT = re.compile(rf"{_LINE}(?:\n{{1,2}}{_LINE})*\n?")


def render_plain(text: str) -> str | None:
    """Draws paragraphs of plain words, or returns None where the whole of Markdown has to look at the text.

    Gives exactly what `markdown.render_markdown` would give.
    """
    if "_" in text or _TEXT.fullmatch(text) is None:
        return None
    return "<p>" + text.rstrip("\n").replace("\n\n", "</p>\n<p>") + "</p>"
