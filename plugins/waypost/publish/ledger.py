"""The ledger: what is published, for whom, sealed to the school and kept in the site itself.

From it the next build knows the files that are its own, and a learner's last good portfolio even when the cache is
gone. Nobody but the school can open it; its name says nothing.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waypost.errors import SealedError

from .parcel import ParcelFile, are_whole
from .record import MALFORMED

LEDGER_PURPOSE = "ledger"


@dataclass(frozen=True)
class Ledger:
    """Every published file, and each learner's own among them."""

    files: frozenset[str]
    learners: Mapping[str, tuple[ParcelFile, ...]]

    def last_good(self, student: str, site: Path) -> tuple[ParcelFile, ...]:
        """A learner's files where all of them still stand in `site` unchanged, or none at all."""
        files = self.learners.get(student, ())
        return files if are_whole(files, site) else ()


def pack_ledger(ledger: Ledger) -> bytes:
    """The ledger as bytes, to be sealed."""
    rows = {
        student: [[file.path, file.size, file.digest] for file in files]
        for student, files in sorted(ledger.learners.items())
    }
    text = json.dumps({"v": 1, "files": sorted(ledger.files), "learners": rows})
    # Digests hardly shrink, and the school alone reads it: a better level would take longer than all the rest.
    return gzip.compress(text.encode(), 1, mtime=0)


def unpack_ledger(data: bytes) -> Ledger:
    """The ledger from bytes that were opened. Raises SealedError where they are no ledger."""
    try:
        row = json.loads(gzip.decompress(data))
        learners = {student: tuple(ParcelFile(*file) for file in files) for student, files in row["learners"].items()}
        return Ledger(frozenset(row["files"]), learners)
    except (OSError, EOFError, zlib.error, *MALFORMED):
        raise SealedError("The site's ledger is not as it was published.") from None
