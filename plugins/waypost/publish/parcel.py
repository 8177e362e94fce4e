"""A parcel: everything that is published for one learner, as it lies in the cache.

A parcel is believed only with the school's own authentication code, and used only where every file still has the
digest that was written down: a cache that is foreign or damaged costs time, and nothing else.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from waypost.errors import Problem

from .record import MALFORMED, read_record, write_record

RECORD = "parcel.json"
CHANGED = "changed"
SMALL = 1 << 20
SourceStamp = tuple[int, int, int]


@dataclass(frozen=True)
class ParcelFile:
    """One published file: its path in the site, its size in bytes, and its SHA-256."""

    path: str
    size: int
    digest: str

    @property
    def link(self) -> str:
        """The folder of the link that this file is the grant of, such as p/0a…; empty for every other file."""
        return self.path.rpartition("/")[0] if self.path.startswith("p/") else ""

    @property
    def kept(self) -> str:
        """Where it lies in the parcel: see `kept_at`."""
        return kept_at(self.path)


@dataclass(frozen=True)
class Parcel:
    """What stands in a parcel's record.

    `making` names everything but the learner's own files that the result follows from; `sources` are those files, by
    path: size, time of change, inode and SHA-256 (CHANGED where the file changed while it was read). The parcel is
    fresh on days from `fresh_from` up to, not including, `fresh_until`. `private` is the SHA-256 of the file with the
    learner's private strings.
    """

    student: str
    student_id: str | None
    student_id_place: tuple[int, int]
    making: str
    sources: dict[str, tuple[int, int, int, str]]
    fresh_from: datetime.date
    fresh_until: datetime.date | None
    files: tuple[ParcelFile, ...]
    warnings: tuple[Problem, ...]
    private: str

    @property
    def paths(self) -> frozenset[str]:
        """Every path in the site at which something of this learner's stands, the shells of the links included."""
        shells = (f"{file.link}/index.html" for file in self.files if file.link)
        return frozenset((*(file.path for file in self.files), *shells))

    @property
    def stamp(self) -> str:
        """What tells this parcel from every other."""
        sources = sorted((name, stamp[3]) for name, stamp in self.sources.items())
        row = [self.student, self.making, sources, [file.digest for file in self.files]]
        return hashlib.sha256(json.dumps(row).encode()).hexdigest()

    def is_fresh(self, making: str, listing: Mapping[str, SourceStamp], folder: Path, today: datetime.date) -> bool:
        """Whether building again would give the same. A file that was merely touched is read to find out."""
        if self.making != making or today < self.fresh_from:
            return False
        if self.fresh_until is not None and today >= self.fresh_until:
            return False
        if self.sources.keys() != listing.keys():
            return False
        return all(_is_same(self.sources[name], stamp, f"{folder}/{name}") for name, stamp in listing.items())


def _is_same(known: tuple[int, int, int, str], stamp: SourceStamp, path: str) -> bool:
    return known[3] != CHANGED and (known[:3] == stamp or known[3] == digest_of(path))


def digest_of(path: Path | str) -> str:
    """The SHA-256 of a file, or an empty text where it cannot be read (a pipe would be waited on for ever)."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a build looks at thousands of files, and a Path for each takes time
        if not stat.S_ISREG(status.st_mode):
            return ""
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            if status.st_size < SMALL:
                return hashlib.sha256(file.read()).hexdigest()
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def kept_at(path: str) -> str:
    """Where a parcel holds the file of this path in the site: grants side by side, since a folder for each takes
    longer to make than the grant.
    """
    return f"{path.split('/')[1]}.grant" if path.startswith("p/") else path


def write_parcel(parcel: Parcel, draft: Path, place: Path, key: bytes) -> None:
    """Puts the record into `draft`, which holds the files, and then `draft` in the place of the parcel before."""
    write_record(draft / RECORD, asdict(parcel), key)
    place.parent.mkdir(parents=True, exist_ok=True)
    old = _aside(place)
    shutil.rmtree(old, ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        place.replace(old)
    draft.replace(place)
    shutil.rmtree(old, ignore_errors=True)


def read_parcel(place: Path, key: bytes) -> Parcel | None:
    """The parcel at `place`, or None where there is none that this school wrote.

    One that was put aside for another, which then never came, is taken back.
    """
    if not place.exists():
        with contextlib.suppress(OSError):
            _aside(place).replace(place)
    row = read_record(f"{place}/{RECORD}", key)
    try:
        return None if row is None else _from_json(row)
    except MALFORMED:
        return None


def _aside(place: Path) -> Path:
    return place.with_name(f"{place.name}.old")


def is_whole(parcel: Parcel, place: Path) -> bool:
    """Whether every file of the parcel is there with the content that was written down."""
    return all(digest_of(f"{place}/{file.kept}") == file.digest for file in parcel.files)


def are_whole(files: Iterable[ParcelFile], site: Path) -> bool:
    """Whether every one of `files` is in the published `site` with the content that was written down."""
    return all(digest_of(f"{site}/{file.path}") == file.digest for file in files)


def _from_json(row: dict[str, Any]) -> Parcel:
    day = datetime.date.fromisoformat
    return Parcel(
        student=row["student"],
        student_id=row["student_id"],
        student_id_place=(row["student_id_place"][0], row["student_id_place"][1]),
        making=row["making"],
        sources={name: tuple(stamp) for name, stamp in row["sources"].items()},
        fresh_from=day(row["fresh_from"]),
        fresh_until=day(row["fresh_until"]) if row["fresh_until"] else None,
        files=tuple(ParcelFile(**file) for file in row["files"]),
        warnings=tuple(Problem(**problem) for problem in row["warnings"]),
        private=row["private"],
    )
