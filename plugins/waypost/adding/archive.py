"""The files of a zip archive, each unpacked by itself: what is wrong with one is told of that one."""

from __future__ import annotations

import contextlib
import datetime
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from waypost.load.places import printable

from .sources import Found, Refused, is_unwanted

MOST_ENTRIES = 20_000
MOST_BYTES = 20_000_000_000
SMALL = 500_000_000
"""Bytes that an archive may always unpack to."""
RATIO = 50
"""Above SMALL: how many times its own size an archive may unpack to. Pictures, films and papers stay far below."""
_SEPARATORS = re.compile(r"[/\\]")
_UTF_8 = 0x800
_ENCRYPTED = 0x1
_PIECE = 1 << 20
_DAMAGES = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)
_WHOLE = {
    "damaged": "this archive is damaged, or no zip archive: make or copy it again",
    "entries": f"this archive holds more than {MOST_ENTRIES} files: unpack it, and add its folders one after the other",
    "bytes": "this archive unpacks to far more than its size tells: unpack it yourself, and add what you need of it",
}


def read_archive(path: Path, staging: Path) -> Iterator[Found | Refused]:
    """Every file of the archive `path`, unpacked into `staging` when it is asked for, or why it cannot be added."""
    shown = printable(str(path))
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError):
        yield Refused(shown, _WHOLE["damaged"])
        return
    with archive:
        entries = archive.infolist()
        total = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_ENTRIES:
            yield Refused(shown, _WHOLE["entries"])
        elif total > MOST_BYTES or (total > SMALL and total > RATIO * path.stat().st_size):
            yield Refused(shown, _WHOLE["bytes"])
        else:
            for number, entry in enumerate(sorted(entries, key=lambda one: one.filename)):
                found = _member(archive, entry, shown, staging / f"unpacked-{number}")
                if found is not None:
                    yield found


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str, target: Path) -> Found | Refused | None:
    name = _name_of(entry)
    parts = [part for part in _SEPARATORS.split(name) if part not in {"", "."}]
    if name.endswith(("/", "\\")) or not parts or any(is_unwanted(part) for part in parts if part != ".."):
        return None
    place = f"{shown}: {printable(name)}"
    why = _trouble(entry, name, parts)
    if why is None:
        why = _unpack(archive, entry, target)
    if why is not None:
        target.unlink(missing_ok=True)
        return Refused(place, why)
    return Found(place, parts[-1], target, _day(entry), staged=True)


def _trouble(entry: zipfile.ZipInfo, name: str, parts: list[str]) -> str | None:
    mode = entry.external_attr >> 16
    if ".." in parts or name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        return "its name leads out of the archive: add this file by itself"
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return "this is a shortcut and no file: add what it leads to"
    if entry.flag_bits & _ENCRYPTED:
        return "this file is locked with a password: unpack the archive with it, and add the folder"
    if not entry.file_size:
        return "this file is empty: export or copy it again"
    return None


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> str | None:
    """Writes a member to `target`; returns why it cannot be. A full disk is raised, as OSError."""
    left = entry.file_size
    with target.open("xb") as file, contextlib.ExitStack() as stack:
        try:
            member = stack.enter_context(archive.open(entry))
        except NotImplementedError:
            return "this file is packed in a way that cannot be opened here: unpack the archive, and add the folder"
        except _DAMAGES:
            return _damaged()
        while left >= 0:
            try:
                piece = member.read(_PIECE)
            except _DAMAGES:
                return _damaged()
            if not piece:
                break
            left -= len(piece)
            file.write(piece)
    return _damaged() if left else None


def _damaged() -> str:
    return "this file is damaged in the archive: make the archive again, or add the file by itself"


def _name_of(entry: zipfile.ZipInfo) -> str:
    if not entry.flag_bits & _UTF_8:
        # Many programs write UTF-8 and forget to say so.
        with contextlib.suppress(UnicodeError):
            return entry.filename.encode("cp437").decode("utf-8")
    return entry.filename


def _day(entry: zipfile.ZipInfo) -> datetime.date | None:
    try:
        day = datetime.date(*entry.date_time[:3])
    except ValueError:
        return None
    # What a program writes that does not know the day.
    return None if day == datetime.date(1980, 1, 1) else day
