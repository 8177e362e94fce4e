"""Reading a file that somebody else put there: never through a link, never from a pipe, never without an end."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

LARGEST_TEXT = 1 << 20
"""Bytes that a YAML or Markdown file may have. A plan with years of revisions stays under a tenth of it."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class UnreadableError(Exception):
    """A file cannot be used; `line` and `column` say where, or are 0 for the file as a whole."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def name_kind(mode: int) -> str | None:
    """What makes a directory entry with this `st_mode` unfit to be read, with the mend; None for an ordinary file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return "is a shortcut (a symbolic link) to another place: copy what it leads to here"
    if stat.S_ISDIR(mode):
        return "is a folder, and a file is needed here: move the folder away"
    return "is not an ordinary file but a pipe or a device: take it out of the folder"


def read_text(path: Path, beneath: Path | None = None, most_bytes: int = LARGEST_TEXT) -> str:
    """Reads a UTF-8 text, without its byte order mark.

    `beneath` is a folder above `path`; none of the folders between them may be a link. Raises UnreadableError.
    """
    return decode_text(read_bytes(path, beneath, most_bytes))


def read_bytes(path: Path, beneath: Path | None = None, most_bytes: int = LARGEST_TEXT) -> bytes:
    """Reads an ordinary file of at most `most_bytes` without following links. Raises UnreadableError."""
    try:
        for folder in _folders_between(path, beneath):
            if stat.S_ISLNK(folder.lstat().st_mode):
                raise UnreadableError("this file lies in a folder that is a shortcut: put the folder itself here")
        _refuse_odd_kind(path.lstat().st_mode)
        with open_plain(path) as file:
            _refuse_odd_kind(os.fstat(file.fileno()).st_mode)
            data = file.read(most_bytes + 1)
    except FileNotFoundError:
        raise UnreadableError("this file does not exist") from None
    except OSError as error:
        raise UnreadableError(f"this file cannot be read ({error.strerror}): check who may open it") from None
    if len(data) > most_bytes:
        raise UnreadableError(f"this file is larger than {_size(most_bytes)}: split it, or shorten it")
    return data


def open_plain(path: Path) -> BinaryIO:
    """Opens a file to read, never through a link. Raises OSError.

    A pipe without a writer would hold the build for ever; O_NONBLOCK closes the gap between looking and opening.
    """
    return os.fdopen(os.open(path, _FLAGS), "rb")


def decode_text(data: bytes) -> str:
    """Takes UTF-8 bytes to text, without its byte order mark. Raises UnreadableError with the place."""
    if data.startswith(_UTF_16):
        raise UnreadableError("this file is saved as UTF-16: save it again with the encoding UTF-8", 1, 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the mark when there is one.
        before = error.object[: error.start].decode("utf-8")
        raise UnreadableError(
            "this character is not saved as UTF-8: save the file again with the encoding UTF-8", *end_of(before)
        ) from None
    found = _CONTROL.search(text)
    if found:
        raise UnreadableError(
            f"an invisible control character (U+{ord(found[0]):04X}) stands here: delete it",
            *end_of(text[: found.start()]),
        )
    return text


def split_lines(text: str) -> list[str]:
    """The lines of `text` as YAML and editors count them."""
    return _one_break(text).split("\n")


def end_of(text: str) -> tuple[int, int]:
    """Line and column behind the last character of `text`."""
    text = _one_break(text)
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _one_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def has_control(text: str) -> bool:
    """Whether `text` holds a character that no text should hold."""
    return _CONTROL.search(text) is not None


def _refuse_odd_kind(mode: int) -> None:
    kind = name_kind(mode)
    if kind:
        raise UnreadableError(f"this {kind}")


def _folders_between(path: Path, beneath: Path | None) -> list[Path]:
    if beneath is None:
        return []
    return [
        beneath.joinpath(*path.relative_to(beneath).parts[:end])
        for end in range(1, len(path.relative_to(beneath).parts))
    ]


def _size(count: int) -> str:
    return f"{count >> 20} MiB" if count >= 1 << 20 else f"{count} bytes"
