"""Plain text as Markdown that shows it just as it is."""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*_\[\]<>&|~^{}]")
_NUMBER = re.compile(r"([0-9]+)([.)])")
_BREAK = re.compile("\r\n|\r|\n")


def as_markdown(text: str) -> str:
    """`text` as Markdown: every line stays a line, an empty one begins a paragraph, and no sign does anything."""
    paragraphs: list[list[str]] = [[]]
    for row in _BREAK.split(text):
        line = " ".join(row.split())
        if line:
            paragraphs[-1].append(_escaped(line))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("  \n".join(lines) for lines in paragraphs if lines)


def _escaped(line: str) -> str:
    # Numbers of characters, since Markdown knows a backslash before some signs only.
    plain = _INLINE.sub(_number, line)
    listed = _NUMBER.match(plain)
    if listed:
        return f"{listed[1]}{_number_of(listed[2])}{plain[listed.end() :]}"
    return _number_of(plain[0]) + plain[1:] if plain[0] in "-+#=:" else plain


def _number(found: re.Match[str]) -> str:
    return _number_of(found[0])


def _number_of(sign: str) -> str:
    return f"&#{ord(sign)};"
