"""The templates' compiled code in the cache: compiling them takes longer than drawing one learner's pages.

It is authenticated with the school's key, as everything in the cache is, since it is run.
"""

from __future__ import annotations

import base64
import os
from contextlib import suppress
from pathlib import Path

from .publish.record import read_record, write_record
from .render.templates import compiled_code
from .workshop import Workshop

_kept: dict[Path, int] = {}
"""How many of them this process has seen kept, by place."""


def recall_templates(workshop: Workshop) -> None:
    """Takes up what an earlier build with the same code has compiled."""
    row = read_record(_place(workshop), _key(workshop))
    if row:
        compiled_code().update((key, base64.b64decode(code)) for key, code in row.items())


def keep_templates(workshop: Workshop) -> None:
    """Leaves what was compiled here for builds to come, where none has left as much."""
    place, code = _place(workshop), compiled_code()
    if _kept.get(place) == len(code):
        return
    _kept[place] = len(code)
    key = _key(workshop)
    if len(read_record(place, key) or ()) < len(code):
        row = {name: base64.b64encode(one).decode() for name, one in code.items()}
        draft = place.with_name(f"templates-{os.getpid()}.json")
        # A cache only costs time where it is gone.
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            write_record(draft, row, key)
            draft.replace(place)


def _place(workshop: Workshop) -> Path:
    return workshop.settings.cache / "templates.json"


def _key(workshop: Workshop) -> bytes:
    return workshop.master.seal_of(f"templates {workshop.making}")
