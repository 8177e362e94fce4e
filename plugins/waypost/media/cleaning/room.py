"""How much memory this process may take, and which share of it one file may claim."""

from __future__ import annotations

import contextlib

USUAL = 1 << 30
_whole = USUAL


def claim(whole: int) -> None:
    """Keeps this process to so many bytes of memory, from now on."""
    global _whole
    _whole = whole
    with contextlib.suppress(ImportError, ValueError, OSError):
        # Windows has no such limits; the time that one file may take is kept by the other side.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (whole, whole))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def share(part: int) -> int:
    """One part in so many of the memory, in bytes."""
    return _whole // part
