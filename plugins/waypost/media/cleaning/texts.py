"""Texts: what a learner wrote themselves, published as it is. A text that is none is told."""

from __future__ import annotations

from pathlib import Path

from .trouble import misnamed

PIECE = 1 << 20
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def check_text(source: Path) -> None:
    """Looks through a text. Raises CleaningError where it holds what no text does."""
    with source.open("rb") as file:
        first = True
        while piece := file.read(PIECE):
            if first and piece.startswith(_WIDE):
                return
            first = False
            if b"\0" in piece:
                raise misnamed("text")
