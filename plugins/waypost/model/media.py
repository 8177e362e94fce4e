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
class MediaSet:
    """What stands for one piece of evidence: for an image its sizes, smallest first; for any other kind the file."""

    kind: MediaKind
    files: tuple[MediaFile, ...]

    @property
    def small(self) -> MediaFile:
        """The file to show first."""
        return self.files[0]

    @property
    def large(self) -> MediaFile:
        """The file to show when somebody looks closer."""
        return self.files[-1]
