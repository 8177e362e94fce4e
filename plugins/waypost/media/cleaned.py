"""Cleaned files, kept by the content of their originals, so that each is cleaned once.

What lies here is in the clear; the school has the originals in the clear beside it.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from .cleaning import sorts
from .store import digest_making, digest_of
from .workroom import Workroom

LIBRARIES = ("lxml", "pikepdf", "pillow")


def store_cleaned(source: Path, sort: sorts.Sort, folder: Path, workroom: Workroom) -> Path:
    """The cleaned copy of a file: taken from `folder`, or made and put there.

    Raises CleaningError where it cannot be cleaned. What was damaged in `folder` is made again.
    """
    key = digest_of(source)
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
    return hashlib.sha256(f"{_making()} {digest_of(path)}".encode()).hexdigest()


def _making() -> str:
    """Names the code and libraries that clean."""
    return digest_making(Path(sorts.__file__).parent, *LIBRARIES)
