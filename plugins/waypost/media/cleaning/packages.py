"""Zip packages, such as documents of Word and LibreOffice: read within limits, written without dates or names.

Source: APPNOTE.TXT (zip), sections 4.3 and 4.4.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from .room import share
from .trouble import CleaningError, damaged, too_large

MOST_PARTS = 20_000
PART, WHOLE = 4, 2
"""The shares of the memory that one part of a package may take, and all of them."""
HIGHEST_RATIO = 250
SURELY_SMALL = 4 << 20
# The first day that a zip can tell: the same for every file that was ever cleaned.
_DAY = (1980, 1, 1, 0, 0, 0)
_LOCKED = 0x1


class Package:
    """A package's parts by name. Raises CleaningError where it is damaged, locked, or larger than it pretends."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        self._entries = {entry.filename: entry for entry in entries}
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > share(WHOLE):
            raise too_large()
        if len(self._entries) < len(entries):
            # Two parts of one name show one thing to one program and another to the next.
            raise damaged()
        for entry in entries:
            if entry.flag_bits & _LOCKED:
                raise CleaningError("this file is locked with a password; save a copy without one and use that")
            packed = max(1, entry.compress_size)
            if entry.file_size > share(PART) or (
                entry.file_size > SURELY_SMALL and entry.file_size / packed > HIGHEST_RATIO
            ):
                raise too_large()

    @property
    def names(self) -> list[str]:
        """The names of the parts, in their order."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """What a part holds."""
        entry = self._entries[name]
        with self._archive.open(entry) as part:
            content = part.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise damaged()
        return content


def write_package(target: Path, parts: list[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> None:
    """Writes a package of parts, in their order; those in `stored` are not packed."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system = 0
            entry.external_attr = 0
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
