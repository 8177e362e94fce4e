"""Pages that were drawn for one audience and serve another that sees the same.

A page is what its template makes of what it reads. So each page is kept together with everything that it read: of the
view, of the learner, of the files, and what each was called. Another audience gets the page only where it would have
read the same, thing by thing; whatever differs, a single word even, has the page drawn anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from waypost.model.media import MediaSet

from .page import Page

Read = tuple[str, str, tuple[Any, ...]]
"""Of what, which attribute or method, and the arguments that the method had."""
ATTRIBUTE = ("",)
"""Where nothing was called, in the arguments' place."""


class Sources:
    """What pages of one audience are drawn from, by name; `reads` are what was read of it since `begin`."""

    def __init__(self, **named: Any) -> None:
        self._named = named
        self.reads: dict[Read, Any] = {}

    def begin(self) -> None:
        """Starts a page."""
        self.reads = {}

    def has(self, name: str) -> bool:
        """Whether there is a source of this name."""
        return name in self._named

    def shown(self, name: str) -> Any:
        """One of the sources, as templates are given it: reading it leaves a note."""
        return _Noted(self, name, self._named[name])

    def media(self, name: str) -> Mapping[str, MediaSet]:
        """The same for a mapping of files."""
        return _NotedMedia(self, name, self._named[name])

    def flag(self, name: str) -> Any:
        """The same for something that is true or not."""
        return _NotedFlag(self, name)

    def note(self, name: str, attribute: str, arguments: tuple[Any, ...]) -> Any:
        """Reads something, and remembers what it was."""
        read = (name, attribute, arguments)
        if read not in self.reads:
            self.reads[read] = self.value_of(read)
        return self.reads[read]

    def value_of(self, read: Read) -> Any:
        """What is read there."""
        name, attribute, arguments = read
        source = self._named[name]
        if not attribute:
            return source
        if attribute == "[]":
            return source.get(*arguments)
        value = getattr(source, attribute)
        return value if arguments is ATTRIBUTE else value(*arguments)


class Drawings:
    """The pages of one learner that were drawn so far, with what each of them read."""

    def __init__(self) -> None:
        self._drawn: dict[object, list[tuple[dict[Read, Any], Page]]] = {}

    def page(self, kind: object, sources: Sources, draw: Callable[[], Page]) -> Page:
        """A page of `kind`: one that read what would be read of `sources` now, or else the one that `draw` makes."""
        known = self._drawn.setdefault(kind, [])
        for reads, page in known:
            if all(sources.value_of(read) == value for read, value in reads.items()):
                return page
        sources.begin()
        page = draw()
        known.append((sources.reads, page))
        return page


class _Noted:
    def __init__(self, sources: Sources, name: str, source: Any) -> None:
        self._sources = sources
        self._name = name
        self._source = source

    def __getattr__(self, attribute: str) -> Any:
        if self._sources.has(attribute):
            # The learner of a view is read bit by bit, as the view itself is.
            return self._sources.shown(attribute)
        if not callable(getattr(type(self._source), attribute, None)):
            return self._sources.note(self._name, attribute, ATTRIBUTE)

        # A method is the same for all pages: the next time, Python finds it by itself.
        call = partial(_call, self._sources, self._name, attribute)
        setattr(self, attribute, call)
        return call


def _call(sources: Sources, name: str, method: str, *arguments: Any) -> Any:
    return sources.note(name, method, arguments)


class _NotedMedia(Mapping[str, MediaSet]):
    def __init__(self, sources: Sources, name: str, media: Mapping[str, MediaSet]) -> None:
        self._sources = sources
        self._name = name
        self._media = media

    def __getitem__(self, id_: str) -> MediaSet:
        found: MediaSet | None = self._sources.note(self._name, "[]", (id_,))
        if found is None:
            raise KeyError(id_)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources.note(self._name, "", ()))

    def __len__(self) -> int:
        return len(self._sources.note(self._name, "", ()))


class _NotedFlag:
    def __init__(self, sources: Sources, name: str) -> None:
        self._sources = sources
        self._name = name

    def __bool__(self) -> bool:
        return bool(self._sources.note(self._name, "", ()))
