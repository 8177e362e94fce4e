"""Cleaned files, kept by the content of their originals, so that each is cleaned once.

What lies here is in the clear; the school has the originals in the clear beside it.
"""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from .cleaning import sorts
from .workroom import Workroom

LIBRARIES = ("lxml", "pikepdf", "pillow")


def store_cleaned(source: Path, sort: sorts.Sort, folder: Path, workroom: Workroom) -> Path:
    """The cleaned copy of a file: taken from `folder`, or made and put there.

    Raises CleaningError where it cannot be cleaned. What was damaged in `folder` is made again.
    """
    key = _digest(source)
    place = folder / key[:2] / key
    clean, seal = place / sort.name, place / f"{sort.name}.seal"
    try:
        if seal.read_text(encoding="ascii") == _seal(clean):
            return clean
    except (OSError, UnicodeDecodeError):
        pass
    place.mkdir(parents=True, exist_ok=True)
    # Two builds of two learners may hold the same file; the rename keeps a half-written one from being read.
    draft = place / f"{sort.name}.{os.getpid()}"
    try:
        workroom.clean(source, draft)
        draft.replace(clean)
        draft.write_text(_seal(clean), encoding="ascii")
        draft.replace(seal)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return clean


def _seal(path: Path) -> str:
    # What an older cleaner has left in a file must not be published once a newer one would take it out.
    return hashlib.sha256(f"{_making()} {_digest(path)}".encode()).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=1)
def _making() -> str:
    """Names the code and libraries that clean."""
    digest = hashlib.sha256(" ".join(version(name) for name in LIBRARIES).encode())
    for path in sorted(Path(sorts.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
