"""The passphrase of a verb, which never stands among the words of a command: others on the computer could read it."""

from __future__ import annotations

import sys

from waypost.errors import UsageError


def read_phrase() -> str:
    """A passphrase from the first line of standard input, without the space around it.

    Raises UsageError where it is not in UTF-8: it would be another one wherever it is typed.
    """
    try:
        line = sys.stdin.readline()
        # Where a machine's own encoding is ASCII, Python hands other bytes on as halves of characters.
        line.encode()
    except UnicodeError:
        raise UsageError(
            "--passphrase-stdin: this passphrase is not in the encoding UTF-8, so nobody could type it anywhere else. "
            "Save it again with the encoding UTF-8, and try again."
        ) from None
    return line.strip()
