"""The process that reads files: takes a line for each and answers each with a line. Started by `workroom`."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

from .room import claim
from .trouble import CleaningError, damaged, too_large

TASKS = {
    "clean": ("waypost.media.cleaning.sorts", "clean_file"),
    "preview": ("waypost.media.previews.making", "make_preview"),
    "head": ("waypost.media.images", "look_at_picture"),
    "notes": ("waypost.media.notes", "read_days"),
    "picture": ("waypost.media.images", "make_picture"),
    "motion": ("waypost.media.moving", "make_motion"),
    "pages": ("waypost.media.pages", "draw_pages"),
    "film": ("waypost.media.films", "look_at_film"),
    "rendition": ("waypost.media.renditions", "make_rendition"),
    "sound": ("waypost.media.sound", "listen_to_sound"),
}
"""What can be asked for, and the module and function that does it to a source, into a target.

The libraries behind one task are large, and most files need another.
"""


def answer(line: str) -> tuple[str | None, Any]:
    """Does what a line asks for; returns what went wrong, in words, or None, and what the task gave."""
    task, source, target, *more = json.loads(line)
    module, function = TASKS[task]
    try:
        return None, getattr(importlib.import_module(module), function)(Path(source), Path(target), *more)
    except CleaningError as error:
        return str(error), None
    except (MemoryError, RecursionError):
        return str(too_large()), None
    except Exception:  # noqa: BLE001 - whatever a parser does with one file is one message about that file
        return str(damaged()), None


def main() -> None:
    """Does what it is asked to until nobody asks for more; what memory there is for it is the first argument."""
    claim(int(sys.argv[1]))
    for line in sys.stdin:
        print(json.dumps(answer(line)), flush=True)


if __name__ == "__main__":
    main()
