"""A YAML file as plain data that remembers where each of its values stands. Source: design, section 3 (YAML)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waypost.errors import Problem, Severity

from .contents import LARGEST_TEXT, UnreadableError, decode_text, read_bytes
from .reading import MOST_LEVELS, Loc, Place, Reading

__all__ = ["Document", "Loc", "Place", "load_document", "read_document"]


@dataclass
class Document:
    """What a YAML file holds: mappings, lists, texts and None, each with its place by its path of keys and indices.

    A part that comes from another file is grafted: its places are that file's.
    """

    data: dict[str, Any]
    file: str
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    spoiled: set[Loc] = field(default_factory=set)
    grafts: dict[Loc, Document] = field(default_factory=dict)

    def place(self, loc: Loc) -> Place:
        """Line and column of the value at `loc`, or of the nearest value around it."""
        owner, loc = self._owner(loc)
        while loc and loc not in owner.values:
            loc = loc[:-1]
        return owner.values.get(loc, (1, 1))

    def key_place(self, loc: Loc) -> Place:
        """Line and column of the key whose value stands at `loc`; of the value where it has no key."""
        owner, inner = self._owner(loc)
        return owner.keys[inner] if inner in owner.keys else self.place(loc)

    def holds(self, loc: Loc) -> bool:
        """Whether the key at `loc` is written, be it without a value."""
        owner, inner = self._owner(loc)
        return inner in owner.keys

    def problem(self, loc: Loc, message: str, *, at_key: bool = False, severity: Severity = "error") -> Problem:
        """A problem at the value (or key) at `loc`, in the file from which it came."""
        line, column = self.key_place(loc) if at_key else self.place(loc)
        return Problem(self._owner(loc)[0].file, line, column, message, severity)

    def is_spoiled(self, loc: Loc) -> bool:
        """Whether something at or around `loc` was already told as unreadable, so that no more is said of it."""
        owner, inner = self._owner(loc)
        return bool(owner.spoiled) and any(inner[:end] in owner.spoiled for end in range(len(inner) + 1))

    def _owner(self, loc: Loc) -> tuple[Document, Loc]:
        if self.grafts:
            for end in range(1, len(loc) + 1):
                if loc[:end] in self.grafts:
                    return self.grafts[loc[:end]], loc[end:]
        return self, loc


def load_document(
    path: Path,
    shown: str,
    *,
    beneath: Path | None = None,
    most_bytes: int = LARGEST_TEXT,
    most_levels: int = MOST_LEVELS,
) -> tuple[Document | None, list[Problem]]:
    """Reads a YAML file from a person, safely: it is data, never code, and every scalar is text or None.

    Gives the document (None where nothing of it can be used) and every problem found. Raises nothing for bad input.
    """
    try:
        data = read_bytes(path, beneath, most_bytes)
    except UnreadableError as error:
        return None, [Problem(shown, error.line, error.column, error.message)]
    return read_document(data, shown, most_levels=most_levels)


def read_document(data: bytes, shown: str, *, most_levels: int = MOST_LEVELS) -> tuple[Document | None, list[Problem]]:
    """Does the same with bytes that were already read."""
    try:
        text = decode_text(data)
    except UnreadableError as error:
        return None, [Problem(shown, error.line, error.column, error.message)]
    reading = Reading(text, shown, most_levels)
    held = reading.read()
    if not isinstance(held, dict):
        return None, reading.problems
    document = Document(held, shown, reading.values, reading.keys, reading.spoiled)
    return document, reading.problems
