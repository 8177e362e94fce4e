"""Pictures as files of the store: how a picture begins, in its sizes, and how it moves, where it does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .cleaning.trouble import CleaningError
from .limits import USUAL
from .store import Made, Stored, StoredFile, made_of, store_made
from .webp import LONG_EDGES, QUALITY
from .workroom import Workroom

MAKING = f"4-{QUALITY}-{'-'.join(map(str, LONG_EDGES))}"
MOTION = "1"
STILL = "this picture moves, but is shown still: {reason}"


@dataclass(frozen=True)
class StoredPicture:
    """A picture in its sizes, smallest first; `extent` is its own width and height as it is seen; `moving` is there
    where it moves; `told` says why it does not where it should."""

    sizes: tuple[StoredFile, ...]
    extent: tuple[int, int]
    moving: StoredFile | None
    told: str | None


def store_picture(source: Path, folder: Path, workroom: Workroom, pixels: int = USUAL.pixels) -> StoredPicture:
    """The encoded picture: taken from `folder`, or made and put there.

    Raises CleaningError where it cannot be decoded, or has more `pixels` than it may.
    """
    still = store_made(
        source, folder, "picture", MAKING, lambda draft: _ask("picture", source, draft, workroom, pixels)
    )
    extent = still.facts["width"], still.facts["height"]
    motion = _motion(source, folder, workroom, pixels) if still.facts["moves"] else Stored((), {"told": None})
    return StoredPicture(still.files, extent, next(iter(motion.files), None), motion.facts["told"])


def _motion(source: Path, folder: Path, workroom: Workroom, pixels: int) -> Stored:
    def make(draft: Path) -> Made:
        try:
            return _ask("motion", source, draft, workroom, pixels)
        except CleaningError as error:
            # It is remembered: trying again would take as long at every build.
            for path in draft.iterdir():
                path.unlink()
            return Made((), {"told": STILL.format(reason=error)})

    return store_made(source, folder, "motion", f"{MOTION} {workroom.allowance}", make)


def _ask(task: str, source: Path, draft: Path, workroom: Workroom, pixels: int) -> Made:
    return made_of(workroom.ask(task, source, draft, pixels))
