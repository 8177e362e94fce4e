"""Evidence made ready for publishing: pictures re-encoded without metadata, every other kind of file as it is."""

from .build import build_media, inspect_media

__all__ = ["build_media", "inspect_media"]
