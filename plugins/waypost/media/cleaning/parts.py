"""Files inside a document: each is cleaned as it would be on its own, or it is left out."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

from .pictures import clean_picture
from .trouble import DAMAGED, CleaningError

FONTS = frozenset((".odttf", ".fntdata", ".ttf", ".otf"))
PACKAGES = frozenset((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"))


def clean_part(name: str, content: bytes) -> bytes | None:
    """What a part may hold on, or None where it must go.

    Raises CleaningError where it is a picture, film or recording that is damaged: whoever opens the document would
    see the gap.
    """
    from .sorts import sort_of

    if PurePosixPath(name).suffix.lower() in FONTS:
        return content
    try:
        picture = clean_picture(content)
    except (*DAMAGED, MemoryError):
        raise _within(name) from None
    if picture is not None:
        return picture
    sort = sort_of(name)
    if sort is None or sort.clean is None or (sort.name in ("office", "opendocument")):
        return None
    return _clean_apart(name, content)


def clean_package(name: str, content: bytes) -> bytes:
    """A document inside a document, cleaned; empty where it cannot be, which leaves its picture on the page."""
    if PurePosixPath(name).suffix.lower() not in PACKAGES:
        return b""
    try:
        return _clean_apart(name, content)
    except CleaningError:
        return b""


def _clean_apart(name: str, content: bytes) -> bytes:
    from .sorts import clean_file

    with tempfile.TemporaryDirectory(prefix="waypost-") as folder:
        source = Path(folder, "before" + PurePosixPath(name).suffix.lower())
        source.write_bytes(content)
        try:
            clean_file(source, Path(folder, "after"))
        except CleaningError:
            raise _within(name) from None
        return Path(folder, "after").read_bytes()


def _within(name: str) -> CleaningError:
    return CleaningError(
        f"this document has something in it that cannot be read ({PurePosixPath(name).name}); take it out, "
        "or put it in again, and save the document"
    )
