"""Plain texts: every line as it was written."""

from __future__ import annotations

from pathlib import Path

from .markup import draw_block, draw_note, join

LONGEST = 200_000
"""Characters of a text that are shown."""
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_letters(source: Path) -> str:
    """The text of a file, whatever it was written with. What is no letter in it becomes a mark."""
    content = source.read_bytes()
    wide = _WIDE.get(content[:2])
    try:
        text = content.decode(wide or "utf-8-sig")
    except UnicodeDecodeError:
        # What Windows writes where nobody asks for anything else.
        text = content.decode(wide or "cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def shorten(text: str) -> tuple[str, str]:
    """As much of a text as is shown, up to the end of a line, and the note on it, if there is more."""
    if len(text) <= LONGEST:
        return text, ""
    return text[: LONGEST - len(text[:LONGEST].rpartition("\n")[2])] or text[:LONGEST], draw_note("beginning")


def draw_preview(source: Path, _name: str) -> str:
    """A text. Raises OSError where it cannot be read."""
    text, note = shorten(read_letters(source))
    return join([draw_block(text.strip("\n"), "look-plain"), note])
