"""What is about to be published unsealed, gathered so that it can be searched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from .forms import LEAST_ENCODED
from .readings import Reading, readings_of

MOST_BEGINNINGS = 1 << 20
"""More of them would take more memory than the search for everything takes time."""


@dataclass(frozen=True)
class PlainText:
    """One published file that is not sealed: its path, and its path and content in every reading of them."""

    path: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Corpus:
    """All plain files of a staged site. `digest` follows from their paths and contents."""

    folder: Path
    paths: tuple[str, ...]
    digest: str

    @cached_property
    def texts(self) -> tuple[PlainText, ...]:
        """Every plain file unwrapped; the same content is unwrapped once, under its first path."""
        seen: set[bytes] = set()
        return tuple(PlainText(path, tuple(self._readings(path, seen))) for path in self.paths)

    @property
    def readings(self) -> Iterator[Reading]:
        """Every reading of every file."""
        return (reading for text in self.texts for reading in text.readings)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word in any reading."""
        return frozenset(word for reading in self.readings for word in reading.words.split())

    def may_hold(self, words: str) -> bool:
        """Whether these words can stand one after another in any reading: false where one that would stand between two
        others is in none. Of a thousand sentences, hardly one is left.
        """
        between = words.split()[1:-1]
        return not between or max(between, key=len) in self.vocabulary

    def may_hold_encoded(self, form: str) -> bool:
        """Whether something encoded can begin as `form`, of at least `LEAST_ENCODED` letters."""
        return self._beginnings is None or form[:LEAST_ENCODED] in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str] | None:
        texts = [reading.decoded for reading in self.readings]
        if sum(map(len, texts)) > MOST_BEGINNINGS:
            return None
        return frozenset(text[at : at + LEAST_ENCODED] for text in texts for at in range(len(text)))

    def _readings(self, path: str, seen: set[bytes]) -> Iterable[Reading]:
        yield from (replace(reading, is_path=True) for reading in readings_of(os.fsencode(path)))
        content = (self.folder / path).read_bytes()
        digest = hashlib.sha256(content).digest()
        if digest not in seen:
            seen.add(digest)
            yield from readings_of(content)


def build_corpus(folder: Path, files: Iterable[str], sealed: frozenset[str], shells: frozenset[str]) -> Corpus:
    """The plain ones of all `files` in `folder`: all but the `sealed`, and of the `shells` (all alike) only one."""
    one_shell = min(shells, default=None)
    paths = sorted(path for path in files if path not in sealed and (path not in shells or path == one_shell))
    digest = hashlib.sha256()
    for path in paths:
        with (folder / path).open("rb") as file:
            content = hashlib.file_digest(file, "sha256").digest()
        digest.update(content if path in shells else os.fsencode(path) + b"\0" + content)
    return Corpus(folder, tuple(paths), digest.hexdigest())
