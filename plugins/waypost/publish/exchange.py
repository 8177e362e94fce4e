"""Putting one folder in the place of another in a single step, so that a site is whole at every moment."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def exchange(new: Path, old: Path) -> None:
    """Makes `new` stand where `old` stands, and `old` where `new` stood; `old` need not be there.

    Linux and macOS do it in one step. Elsewhere two renames follow each other, and `recover` mends what a crash
    between them leaves behind. Raises OSError.
    """
    if not old.exists():
        new.rename(old)
        return
    if _exchange_at_once(new, old):
        return
    aside = _aside(old)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


def recover(old: Path) -> None:
    """Puts back a folder that a crash left aside."""
    aside = _aside(old)
    if aside.exists() and not old.exists():
        aside.rename(old)


def _aside(old: Path) -> Path:
    return old.with_name(f".{old.name}.waypost-aside")


def _exchange_at_once(new: Path, old: Path) -> bool:
    with contextlib.suppress(AttributeError, OSError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = library.renamex_np(os.fsencode(new), os.fsencode(old), RENAME_SWAP)
        elif sys.platform.startswith("linux"):
            failed = library.renameat2(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE)
        else:
            return False
        if not failed:
            return True
        code = ctypes.get_errno()
        if code not in NOT_HERE:
            raise OSError(code, os.strerror(code), str(old))
    return False
