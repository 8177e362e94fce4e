"""The process that cleans: takes a line for each file and answers each with a line. Started by `workroom`."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

from .sorts import clean_file
from .trouble import CleaningError, damaged

MOST_MEMORY = 1 << 30


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        # Windows has no such limits; the time that one file may take is kept by the other side.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(line: str) -> str | None:
    source, target = json.loads(line)
    try:
        clean_file(Path(source), Path(target))
    except CleaningError as error:
        return str(error)
    except Exception:  # noqa: BLE001 - whatever a parser does with one file is one message about that file
        return str(damaged())
    return None


def main() -> None:
    """Cleans files until nobody asks for more."""
    _limit()
    for line in sys.stdin:
        print(json.dumps(_answer(line)), flush=True)


if __name__ == "__main__":
    main()
