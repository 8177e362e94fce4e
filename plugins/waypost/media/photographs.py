"""Pictures as files of the store: how a picture begins, in its sizes, and how it moves, where it does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .images import LONG_EDGES, QUALITY, SUFFIX, Picture, encode_picture
from .limits import USUAL
from .moving import MotionError, encode_moving
from .store import Made, StoredFile, store_made

MAKING = f"3-{QUALITY}-{'-'.join(map(str, LONG_EDGES))}"


@dataclass(frozen=True)
class StoredPicture:
    """A picture in its sizes, smallest first; `moving` where it moves; `told` says why it does not where it should."""

    sizes: tuple[StoredFile, ...]
    moving: StoredFile | None
    told: str | None


def store_picture(source: Path, folder: Path, pixels: int = USUAL.pixels) -> StoredPicture:
    """The encoded picture: taken from `folder`, or made and put there. Raises PictureError as `encode_picture` does."""
    stored = store_made(source, folder, "picture", MAKING, lambda draft: _make(source, draft, pixels))
    moves = bool(stored.facts["moves"])
    return StoredPicture(
        stored.files[:-1] if moves else stored.files, stored.files[-1] if moves else None, stored.facts["told"]
    )


def _make(source: Path, draft: Path, pixels: int) -> Made:
    pictures: dict[str, Picture] = {
        f"{number}{SUFFIX}": picture for number, picture in enumerate(encode_picture(source, pixels))
    }
    told = moving = None
    try:
        moving = encode_moving(source, pixels)
    except MotionError as error:
        told = str(error)
    if moving:
        pictures[f"moving{SUFFIX}"] = moving
    for name, picture in pictures.items():
        (draft / name).write_bytes(picture.content)
    files = tuple((name, picture.width, picture.height) for name, picture in pictures.items())
    return Made(files, {"moves": moving is not None, "told": told})
