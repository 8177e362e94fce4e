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
LISTING = "sizes"


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
    listing = json.dumps(rows).encode()
    _write(place / LISTING, _digest_of(listing) + b"\n" + listing)
    return tuple(stored)


def _read(place: Path) -> tuple[StoredPicture, ...] | None:
    found = []
    try:
        digest, _, listing = (place / LISTING).read_bytes().partition(b"\n")
        if digest != _digest_of(listing):
            return None
        for name, width, height, expected in json.loads(listing):
            content = (place / name).read_bytes()
            if hashlib.sha256(content).hexdigest() != expected:
                return None
            found.append(StoredPicture(place / name, width, height, len(content)))
    except OSError:
        return None
    return tuple(found)


def _digest_of(listing: bytes) -> bytes:
    # Sizes go into the pages, so a listing that was damaged, or made in another way, must not pass for a whole one.
    return hashlib.sha256(MAKING.encode() + listing).hexdigest().encode()


def _write(path: Path, content: bytes) -> None:
    # Two builds of two learners may hold the same picture; the rename keeps a half-written one from being read.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
