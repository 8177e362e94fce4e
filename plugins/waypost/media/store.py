"""What was made from files, kept by their content, so that each is made once.

What lies here is in the clear; the school has the originals in the clear beside it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Made:
    """What a maker has written into a folder: names with their width and height (0 where there is none), and `facts`
    for JSON that it found out."""

    files: tuple[tuple[str, int, int], ...]
    facts: dict[str, Any] = field(default_factory=dict)


def made_of(given: dict[str, Any]) -> Made:
    """What a task of the workroom gave: its `files`, and the rest as facts."""
    files = tuple((str(name), int(width), int(height)) for name, width, height in given.pop("files", ()))
    return Made(files, given)


@dataclass(frozen=True)
class StoredFile:
    """One file of the store."""

    path: Path
    width: int
    height: int
    size: int


@dataclass(frozen=True)
class Stored:
    """What was made of one file."""

    files: tuple[StoredFile, ...]
    facts: dict[str, Any]


def store_made(source: Path, folder: Path, name: str, making: str, make: Callable[[Path], Made]) -> Stored:
    """What `make` makes of `source`: taken from `folder`, or made and put there under `name`.

    `making` says how it is made: what was made in another way, or was damaged since, is made again. `make` writes into
    the folder that it gets; what it raises comes through, and leaves nothing behind.
    """
    key = digest_of(source)
    place = folder / key[:2] / key
    # A cleaned file may lie beside it under the bare name.
    listing = place / f"{name}.list"
    known = _read(listing, making)
    if known is not None:
        return known
    place.mkdir(parents=True, exist_ok=True)
    # Two builds of two learners may hold the same file; the rename keeps a half-written one from being read.
    draft = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=place))
    try:
        made = make(draft)
        rows = []
        for inner, width, height in made.files:
            target = place / f"{name}.{inner}"
            (draft / inner).replace(target)
            rows.append([target.name, width, height, digest_of(target)])
        content = json.dumps([rows, made.facts]).encode()
        (draft / name).write_bytes(_seal(making, content) + b"\n" + content)
        (draft / name).replace(listing)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        for path in (place, place.parent, folder):
            with suppress(OSError):
                path.rmdir()
    return Stored(_files(place, rows), made.facts)


def _read(listing: Path, making: str) -> Stored | None:
    try:
        seal, _, content = listing.read_bytes().partition(b"\n")
        if seal != _seal(making, content):
            return None
        rows, facts = json.loads(content)
        if any(digest_of(listing.parent / name) != expected for name, _, _, expected in rows):
            return None
        return Stored(_files(listing.parent, rows), facts)
    except OSError:
        return None


def _files(place: Path, rows: list[list[Any]]) -> tuple[StoredFile, ...]:
    return tuple(
        StoredFile(place / name, width, height, (place / name).stat().st_size) for name, width, height, _ in rows
    )


def _seal(making: str, content: bytes) -> bytes:
    # Sizes go into the pages, so a listing that was damaged, or made in another way, must not pass for a whole one.
    return hashlib.sha256(making.encode() + content).hexdigest().encode()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=8)
def digest_making(folder: Path, *libraries: str) -> str:
    """Names the code in `folder` and the `libraries` that make something: their versions and every byte of the code."""
    digest = hashlib.sha256(" ".join(version(name) for name in libraries).encode())
    for path in sorted(folder.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
