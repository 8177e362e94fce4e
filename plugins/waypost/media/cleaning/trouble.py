"""What stops a file from being cleaned, in words for the person whose file it is."""

from __future__ import annotations

import struct
import zlib

DAMAGED = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zlib.error),
)
"""What parsers raise where the bytes make no sense."""


class CleaningError(Exception):
    """A file that cannot be cleaned; the message says what is wrong and how to mend it."""


def damaged(what: str = "file") -> CleaningError:
    """The error for bytes that make no sense."""
    return CleaningError(f"this {what} is damaged or cut short; export or copy it again")


def too_large(what: str = "file") -> CleaningError:
    """The error for a file that would take more memory or time than one file may."""
    return CleaningError(
        f"this {what} takes more memory or time than one file may; save a smaller copy and use that, or raise "
        "memory_limit or time_limit in mkdocs.yml"
    )


def ended() -> CleaningError:
    """The error for a file over which the whole process that read it came to its end."""
    return CleaningError(
        "this file ends the program that reads it, so it is damaged or too large; export it again, or save a smaller "
        "copy and use that"
    )


def misnamed(
    what: str, mend: str = "give the file the ending that it should have, or export it again"
) -> CleaningError:
    """The error for a file that is not what its name says."""
    return CleaningError(f"this is no {what}, though its name says so; {mend}")
