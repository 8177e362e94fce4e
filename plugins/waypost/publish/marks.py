"""What the leak gate has passed already: which parcels, beside which plain files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from .record import MALFORMED, read_record, write_record


def search_digest(corpus: str, allowed: Iterable[str]) -> str:
    """A digest of all that a search is made in: the plain files by their digest, and the words that may pass."""
    return hashlib.sha256(json.dumps([corpus, sorted(allowed)]).encode()).hexdigest()


def read_marks(path: Path, search: str, key: bytes) -> frozenset[str]:
    """The stamps of the parcels that passed the search with digest `search`; none where unsure."""
    row = read_record(path, key)
    try:
        return frozenset(row["stamps"]) if row and row["search"] == search else frozenset()
    except MALFORMED:
        return frozenset()


def write_marks(path: Path, search: str, stamps: frozenset[str], key: bytes) -> None:
    """Writes down that nothing of the parcels with these stamps was found."""
    write_record(path, {"search": search, "stamps": sorted(stamps)}, key)
