"""Where a problem is, written as the person who has to mend it would type it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

Shown = Callable[[Path], str]
"""Takes a path to the text that stands for it in a problem."""

_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST_QUOTE = 40


def printable(text: str) -> str:
    """Makes a file's name or a piece of text safe to print: whatever cannot be seen stands as its number."""
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def show_path(path: Path) -> str:
    """The path from the folder in which the command was started; as it is where it lies elsewhere."""
    with contextlib.suppress(ValueError):
        path = path.relative_to(Path.cwd()) if path.is_absolute() else path
    return printable(str(path))


def quote_name(name: str) -> str:
    """A file's name in quotation marks, with every space that it has."""
    return f"“{printable(name)}”"


def quote(text: str) -> str:
    """A short piece of somebody's text in quotation marks."""
    line = printable(" ".join(text.split()))
    return f"“{line[: _LONGEST_QUOTE - 1]}…”" if len(line) > _LONGEST_QUOTE else f"“{line}”"
