"""What a learner's folder is made of, at a glance, to see whether anything in it changed."""

from __future__ import annotations

import os
from pathlib import Path

from .names import is_hidden

Stamp = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, inode."""


def read_sources(folder: Path) -> dict[str, Stamp]:
    """The stamp of every file under `folder` by its path in it. Opens nothing, follows no link.

    A folder that cannot be read counts as empty: loading it tells why.
    """
    stamps: dict[str, Stamp] = {}
    ahead = [("", os.fspath(folder))]
    while ahead:
        prefix, place = ahead.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    name = entry.name
                    if is_hidden(name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        ahead.append((f"{prefix}{name}/", entry.path))
                        continue
                    status = entry.stat(follow_symlinks=False)
                    stamps[prefix + name] = (status.st_size, status.st_mtime_ns, status.st_ino)
        except OSError:
            continue
    return stamps
