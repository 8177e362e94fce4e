"""Encoded pictures, kept by the content of their originals, so that each is made once.

What lies here is in the clear; the school has the originals in the clear beside it.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from .images import LONG_EDGES, QUALITY, SUFFIX, encode_picture

MAKING = f"2-{QUALITY}-{'-'.join(map(str, LONG_EDGES))}"


@dataclass(frozen=True)
class StoredPicture:
    """One encoded size of a picture, as a file."""

    path: Path
    width: int
    height: int
    size: int


def store_picture(source: Path, folder: Path) -> tuple[StoredPicture, ...]:
    """The encoded sizes of a picture, smallest first: taken from `folder`, or made and put there.

    Raises PictureError where it cannot be decoded. What was damaged in `folder` is made again.
    """
    with source.open("rb") as file:
        key = hashlib.file_digest(file, "sha256").hexdigest()
    place = folder / key[:2] / key
    known = _read(place)
    if known is not None:
        return known
    pictures = encode_picture(source)
    place.mkdir(parents=True, exist_ok=True)
    rows = []
    stored = []
    for number, picture in enumerate(pictures):
        path = place / f"{number}{SUFFIX}"
        _write(path, picture.content)
        rows.append([path.name, picture.width, picture.height, hashlib.sha256(picture.content).hexdigest()])
        stored.append(StoredPicture(path, picture.width, picture.height, len(picture.content)))
    _write(place / "sizes.json", json.dumps({"making": MAKING, "sizes": rows}).encode())
    return tuple(stored)


def _read(place: Path) -> tuple[StoredPicture, ...] | None:
    try:
        listing = json.loads((place / "sizes.json").read_bytes())
        if listing["making"] != MAKING:
            return None
        found = []
        for name, width, height, digest in listing["sizes"]:
            content = (place / name).read_bytes()
            if hashlib.sha256(content).hexdigest() != digest:
                return None
            found.append(StoredPicture(place / name, width, height, len(content)))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return tuple(found)


def _write(path: Path, content: bytes) -> None:
    # Two builds of two learners may hold the same picture; the rename keeps a half-written one from being read.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
