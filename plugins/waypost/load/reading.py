"""From YAML's events to plain data, in one pass and without recursion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from waypost.errors import Problem

from .contents import end_of, has_control, split_lines
from .limits import MORE, MOST_PROBLEMS
from .places import quote
from .syntax import explain_syntax_error

Loc = tuple[str | int, ...]
"""The keys and indices that lead to a value."""
Place = tuple[int, int]
"""Line and column, from 1."""

MOST_LEVELS = 20
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
# Breaks to YAML 1.1 but not to editors: as spaces they neither end a line nor shift one.
_ODD_BREAKS = "\x85\u2028\u2029"
_REFUSED = "which plans do not have: remove it, or put quotation marks around a text with"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Frame:
    """A mapping or list that is being filled. What stands in one without `keep` was refused as a whole."""

    __slots__ = ("held", "is_key", "keep", "key", "loc", "wants_key")

    def __init__(self, held: dict[str, Any] | list[Any], loc: Loc, keep: bool, is_key: bool = False) -> None:
        self.held = held
        self.loc = loc
        self.keep = keep
        self.is_key = is_key
        self.key: str | None = None
        self.wants_key = isinstance(held, dict)


class Reading:
    """One reading of one text. Gathers `values`, `keys`, `spoiled` places and `problems`."""

    def __init__(self, text: str, shown: str, most_levels: int = MOST_LEVELS) -> None:
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.spoiled: set[Loc] = set()
        self.problems: list[Problem] = []
        for odd in _ODD_BREAKS:
            text = text.replace(odd, " ")
        self._text = text
        self._end = end_of(text)
        self._shown = shown
        self._most_levels = most_levels
        self._frames: list[_Frame] = []
        self._root: Any = None

    def read(self) -> Any:
        """The data, or None where the text as a whole cannot be used. Adds to `problems`, raises nothing."""
        try:
            loader = _LOADER(self._text)
            # As yaml.parse does it, without asking before each event whether there is one.
            if not self._read_events(iter(loader.get_event, None)):
                return None
        except yaml.YAMLError as error:
            self._tell(explain_syntax_error(error, split_lines(self._text)))
            return None
        if self._root is None:
            self._tell((1, 1, "this file is empty: fill it in, or delete it"))
        elif not isinstance(self._root, dict):
            found = "a list" if isinstance(self._root, list) else "a text"
            self._tell((*self.values[()], f"the file begins with {found}: begin with a field's name and a colon"))
        return self._root

    def _read_events(self, events: Iterator[Event]) -> bool:
        """Whether the data is whole enough to go on with."""
        documents = 0
        for event in events:
            if isinstance(event, NodeEvent):
                self._take(event)
                if len(self._frames) > self._most_levels:
                    self._tell(
                        (*self._place(event), f"this stands more than {self._most_levels} levels deep: nest it less")
                    )
                    return False
            elif isinstance(event, CollectionEndEvent):
                frame = self._frames.pop()
                if not frame.is_key:
                    self._settle(self._frames[-1] if self._frames else None, frame.held)
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._tell(
                        (*self._place(event), "a second document begins here: remove this line, or what follows it")
                    )
                    return True
            if len(self.problems) >= MOST_PROBLEMS:
                self._tell((0, 0, MORE))
                return False
        return True

    def _take(self, event: NodeEvent) -> None:
        place = self._place(event)
        frame = self._frames[-1] if self._frames else None
        if event.anchor is not None:
            self._tell((*place, _anchor_message(event)))
        if frame is not None and frame.wants_key:
            self._take_key(frame, event, place)
            return
        loc, keep = self._next_loc(frame)
        if keep:
            self.values[loc] = place
        if isinstance(event, AliasEvent):
            if keep:
                self.spoiled.add(loc)
            self._settle(frame, None)
            return
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._tell((*place, f"{quote(_short(tag))} is a YAML tag, {_REFUSED} !"))
        if isinstance(event, ScalarEvent):
            self._settle(frame, self._text_of(event, place))
        else:
            self._frames.append(_Frame({} if isinstance(event, MappingStartEvent) else [], loc, keep))

    def _take_key(self, frame: _Frame, event: NodeEvent, place: Place) -> None:
        frame.wants_key = False
        frame.key = None
        if isinstance(event, CollectionStartEvent):
            self._tell((*place, "a field's name must be a word, not a list or a part: write a name and a colon"))
            self._frames.append(_Frame({} if isinstance(event, MappingStartEvent) else [], (), False, is_key=True))
            return
        key = self._text_of(event, place) if isinstance(event, ScalarEvent) else None
        if key is None:
            if event.anchor is None:
                self._tell((*place, "a field's name is missing here: write it before the colon"))
            return
        assert isinstance(frame.held, dict)  # noqa: S101 - only mappings want keys
        if not frame.keep:
            frame.key = key
        elif key in frame.held:
            line = self.keys[(*frame.loc, key)][0]
            self._tell((*place, f"{quote(key)} stands here a second time (first on line {line}): keep one of the two"))
        else:
            frame.key = key
            self.keys[(*frame.loc, key)] = place

    def _next_loc(self, frame: _Frame | None) -> tuple[Loc, bool]:
        if frame is None:
            return (), True
        if isinstance(frame.held, list):
            return (*frame.loc, len(frame.held)), frame.keep
        return ((*frame.loc, frame.key), frame.keep) if frame.key is not None else ((), False)

    def _settle(self, frame: _Frame | None, value: Any) -> None:
        """Puts a finished value where it belongs: into `frame`, or where there is none, at the root."""
        if frame is None:
            self._root = value
            return
        if isinstance(frame.held, list):
            frame.held.append(value)
            return
        if frame.key is not None:
            frame.held[frame.key] = value
        frame.wants_key = True

    def _text_of(self, event: ScalarEvent, place: Place) -> str | None:
        text: str = event.value
        if not event.style:
            return None if text in _NOTHING else text
        if event.style == '"' and has_control(text):
            self._tell((*place, "an invisible control character is written here with a backslash: delete it"))
        return text

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        # The parser puts what is missing at the end of a file on a line of its own behind it.
        return place if place < self._end else self._end

    def _tell(self, problem: tuple[int, int, str]) -> None:
        self.problems.append(Problem(self._shown, *problem))


def _anchor_message(event: NodeEvent) -> str:
    if isinstance(event, AliasEvent):
        return f"{quote(f'*{event.anchor}')} is a YAML alias, {_REFUSED} *"
    return f"{quote(f'&{event.anchor}')} is a YAML anchor, {_REFUSED} &"


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
