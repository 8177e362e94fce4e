"""The folders b/ and p/ of the site before, kept in the cache for the next build.

They hold thousands of folders and links in a large school. Making these anew and clearing the old ones away would take
longer than all the rest of a build in which little has changed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Set
from pathlib import Path

FOLDERS = ("b", "p")


def take_spare(spare: Path, staging: Path, wanted: Set[str]) -> None:
    """Puts b/ and p/ into the staged site: those from `spare` where they are at hand, else empty ones.

    Of what came from `spare` only ordinary files at the `wanted` paths stay. What is in them is still to be looked at:
    `place_file` and `place_shells` leave a file only where it is the very one that belongs there.
    """
    for name in FOLDERS:
        target = staging / name
        if _is_folder(spare / name) and not os.path.lexists(target):
            try:
                (spare / name).rename(target)
                _keep_only(target, name, wanted)
            except OSError:
                shutil.rmtree(target, ignore_errors=True)
        target.mkdir(exist_ok=True)
    shutil.rmtree(spare, ignore_errors=True)


def keep_spare(old: Path, site: Path, spare: Path) -> None:
    """Moves b/ and p/ of the site before, `old`, to `spare`, without what is in b/ and p/ of `site` no more.

    Where they cannot be moved, because the cache lies on another disk, they stay in `old`.
    """
    shutil.rmtree(spare, ignore_errors=True)
    with contextlib.suppress(OSError):
        spare.mkdir(parents=True)
        for name in FOLDERS:
            (old / name).rename(spare / name)
            there = set(os.listdir(site / name))  # noqa: PTH208 - thousands of entries, and a Path for each takes time
            with os.scandir(spare / name) as entries:
                for entry in entries:
                    if entry.name not in there:
                        _remove(entry)


def _keep_only(folder: Path, name: str, wanted: Set[str]) -> None:
    """Removes from `folder` everything but ordinary files whose paths are `wanted`, and the folders of these."""
    folders = {path.rpartition("/")[0] for path in wanted}
    waiting = [(os.fspath(folder), name)]
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = f"{prefix}/{entry.name}"
                if path in folders and entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, path))
                elif path not in wanted or not entry.is_file(follow_symlinks=False):
                    _remove(entry)


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path, ignore_errors=True)
    else:
        os.unlink(entry.path)  # noqa: PTH108


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
