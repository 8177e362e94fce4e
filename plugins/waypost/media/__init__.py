"""Evidence made ready for publishing: pictures encoded anew, other files cleaned, both without metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .build import build_media, inspect_media

__all__ = ["build_media", "inspect_media"]


def __getattr__(name: str) -> object:
    # The process that cleans files comes through here too, and needs neither plans nor pictures.
    if name not in __all__:
        raise AttributeError(name)
    from . import build

    return getattr(build, name)
