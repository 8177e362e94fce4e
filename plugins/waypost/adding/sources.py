"""The files behind what somebody names: files, folders with all that is in them, and zip archives."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from waypost.errors import UsageError
from waypost.load.contents import name_kind
from waypost.load.names import is_hidden
from waypost.load.places import printable

ARCHIVE = ".zip"
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_MACHINES = frozenset({"@eadir", "__macosx", "$recycle.bin", "system volume information", "ehthumbs.db", "icon\r"})
"""Folders and files that computers and network drives put beside people's own, in small letters."""
_SIDECARS = frozenset({".aae", ".thm", ".lrv", ".ithmb"})
"""Endings of files in which phones and cameras keep notes about another file."""


@dataclass(frozen=True)
class Found:
    """A file to be added. `shown` is how a person would name it; `changed` is the day it was last written, if known.

    `staged` says that it was unpacked for this, and is to be moved and not copied.
    """

    shown: str
    name: str
    path: Path
    changed: datetime.date | None
    staged: bool = False


@dataclass(frozen=True)
class Refused:
    """Something that cannot be added, and why, with the mend."""

    shown: str
    why: str


def find_files(sources: Iterable[Path], staging: Path, learner: Path) -> Iterator[Found | Refused]:
    """Every file behind `sources`, in the order of names; archives are unpacked into `staging`, one file at a time.

    Raises UsageError at once where one of `sources` is not there, or is a folder that the `learner`'s own lies in.
    """
    named = list(sources)
    for path in named:
        if _ADDRESS.match(str(path)):
            raise UsageError(
                f"{printable(str(path))}: a page on the web is not copied. Give it an entry of its own in plp.yml, "
                "under evidence:, with id:, title: and link:. Nothing was added."
            )
        if not path.exists():
            raise UsageError(f"{printable(str(path))}: there is no such file or folder. Nothing was added.")
        if path.is_dir() and (learner.resolve().is_relative_to(path.resolve()) or _is_ours(path)):
            raise UsageError(
                f"{printable(str(path))}: this is a learner's or a school's whole folder. Name what is to be "
                "added from it. Nothing was added."
            )
    return (found for path in named for found in _behind(path, staging))


def _is_ours(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("plp.yml", "school.yml", "mkdocs.yml"))


def is_unwanted(name: str) -> bool:
    """Whether a file or folder was put there by a computer, a phone or a network drive, and not by a person."""
    return is_hidden(name) or name.casefold() in _MACHINES or PurePath(name).suffix.casefold() in _SIDECARS


def _behind(path: Path, staging: Path) -> Iterator[Found | Refused]:
    if path.is_dir():
        yield from _inside(path)
    elif path.suffix.casefold() == ARCHIVE and path.is_file():
        # Most learners name pictures, which wait for no archive.
        from .archive import read_archive

        yield from read_archive(path, staging)
    else:
        yield _judged(path, path.stat())


def _inside(folder: Path) -> Iterator[Found | Refused]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry for entry in entries if not is_unwanted(entry.name)), key=lambda one: one.name)
    except OSError as error:
        yield Refused(printable(str(folder)), f"this folder cannot be read ({error.strerror}): check who may open it")
        return
    for entry in listed:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(path)
        else:
            yield _judged(path, entry.stat(follow_symlinks=False))


def _judged(path: Path, status: os.stat_result) -> Found | Refused:
    shown = printable(str(path))
    trouble = name_kind(status.st_mode)
    if trouble:
        return Refused(shown, f"this {trouble}")
    if not status.st_size:
        return Refused(shown, "this file is empty: export or copy it again")
    return Found(shown, path.name, path, _day(status.st_mtime))


def _day(seconds: float) -> datetime.date | None:
    try:
        return datetime.datetime.fromtimestamp(seconds).date()
    except (ValueError, OverflowError, OSError):
        return None
