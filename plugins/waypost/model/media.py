"""Files as they are published: made by the media stage, drawn by render, sealed by seal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

MediaKind = Literal["image", "video", "audio", "document"]

IMAGE_SUFFIXES = frozenset(
    [
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".gif", ".tif", ".tiff", ".bmp"),
        *(".heic", ".heif", ".hif", ".avif"),
    ]
)
"""Endings of the names of pictures. What is missing here is published with everything that a camera wrote into it."""
FILM_SUFFIXES = frozenset([".mp4", ".m4v", ".mov", ".webm"])
SOUND_SUFFIXES = frozenset([".mp3", ".m4a", ".aac", ".wav", ".ogg", ".oga", ".opus", ".flac", ".weba"])


@dataclass(frozen=True)
class MediaFile:
    """One file to be sealed. `token` is how pages name it; `name` is what a download is called; `size` in bytes."""

    token: str
    path: Path
    type: str
    name: str
    size: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class Pages:
    """A document's pages as pictures, in order: `sheets` the first of them, `total` how many the document has.

    `words` holds what each sheet says, as a list in JSON; `opening` is the beginning of what the first one says.
    """

    sheets: tuple[MediaFile, ...]
    total: int
    words: MediaFile
    opening: str


@dataclass(frozen=True)
class MediaSet:
    """What stands for one piece of evidence: for an image its sizes, smallest first; for any other kind the file."""

    kind: MediaKind
    files: tuple[MediaFile, ...]
    preview: MediaFile | None = None
    """A document as a page of its own to read in place: HTML that was made and sanitised here."""
    too_large: bool = False
    """Whether a document is one that would be shown to read in place, were it smaller."""
    text: str = ""
    """What a document says, for search: white space collapsed, at most 20,000 characters."""

    kept: bool = False
    """Whether the last of an image's files is the learner's own, just as it was."""
    moving: MediaFile | None = None
    """An image that moves; `files` then show how it begins."""
    poster: tuple[MediaFile, ...] = ()
    """Pictures that stand for a film, or for a document whose first page they show: smallest first."""
    pages: Pages | None = None
    web: MediaFile | None = None
    """A light copy of a film, which every browser plays."""
    unplayed: str = ""
    """What in a film itself not every browser plays, by name."""
    seconds: float | None = None
    """How long a film or recording lasts."""
    peaks: tuple[int, ...] = ()
    """How loud a recording is from beginning to end, from 0 to 100, in steps of one length."""
    captions: MediaFile | None = None
    """The words of a film or recording with their times, in WebVTT."""

    @property
    def everything(self) -> tuple[MediaFile, ...]:
        """Every file that is published for this piece."""
        pages = (*self.pages.sheets, self.pages.words) if self.pages else ()
        found = (*self.files, self.moving, *self.poster, *pages, self.preview, self.captions, self.web)
        return tuple(dict.fromkeys(file for file in found if file is not None))

    @property
    def sizes(self) -> tuple[MediaFile, ...]:
        """The sizes in which a page can show an image, smallest first: never the learner's own file."""
        return self.files[:-1] if self.kept and len(self.files) > 1 else self.files

    @property
    def tile(self) -> MediaFile | None:
        """The smallest picture of the piece, where there is one."""
        shown = self.files if self.kind == "image" else self.poster
        return shown[0] if shown else None

    @property
    def played(self) -> MediaFile:
        """The file that plays in the page, of a film or recording."""
        return self.web or self.large

    @property
    def small(self) -> MediaFile:
        """The file to show first."""
        return self.files[0]

    @property
    def large(self) -> MediaFile:
        """The file to show when somebody looks closer."""
        return self.files[-1]
