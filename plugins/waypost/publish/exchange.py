"""Putting one folder in the place of another in a single step, so that a site is whole at every moment."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def exchange(new: Path, old: Path) -> None:
    """Makes `new` stand where `old` stands, and `old` where `new` stood; `old` need not be there.

    Linux and macOS do it in one step. Elsewhere two renames follow each other, and `recover` mends what a crash
    between them leaves behind. Raises OSError; `old` stands as it was then.
    """
    if not old.exists():
        new.rename(old)
        return
    if _exchange_at_once(new, old):
        return
    aside = _aside(old)
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    aside.rename(new)


def recover(old: Path) -> None:
    """Mends what a crash left behind: puts back a folder that stands aside, or clears it away where it is replaced."""
    aside = _aside(old)
    if not aside.exists():
        return
    if old.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.rename(old)


def _aside(old: Path) -> Path:
    return old.with_name(f".{old.name}.waypost-aside")


def _exchange_at_once(new: Path, old: Path) -> bool:
    """Whether the system could exchange the two in one step. Raises OSError where it could and did not."""
    code = _call_system(os.fsencode(new), os.fsencode(old))
    if code and code not in NOT_HERE:
        raise OSError(code, os.strerror(code), str(old))
    return not code


def _call_system(new: bytes, old: bytes) -> int:
    """The error number of the system's own exchange; 0 where it is done."""
    if sys.platform not in {"linux", "darwin"}:
        return errno.ENOSYS
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = library.renamex_np(new, old, RENAME_SWAP)
        else:
            failed = library.renameat2(AT_FDCWD, new, AT_FDCWD, old, RENAME_EXCHANGE)
    except (AttributeError, OSError):
        # A C library that does not know the call.
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
