"""What every sheet of the toolbox shares: the way up, its neighbours of the same kind, its source and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..words import N_
from .frame import Frame

SHEET_WORDS: dict[str, str] = {
    "step-one": N_("One step at a time"),
    "step-all": N_("Show all steps"),
    "step-place": N_("Step {place} of {count}"),
    "step-before": N_("Step before"),
    "step-after": N_("Step after"),
}

Way = tuple[str, str]
"""A link: its words, and its path below toolbox/."""


@dataclass(frozen=True)
class Sheet:
    """One page to read: `template` with `facts`, at `path` below toolbox/.

    `kind` is what it is, in a word or two; `above` leads up from it, the nearest last. The title, statement and source
    are shown as they are; `before` and `after` are its neighbours of the same kind.
    """

    template: str
    path: str
    title: str
    kind: str
    above: tuple[Way, ...]
    statement: str
    source: str
    facts: dict[str, Any]
    before: Way | None = None
    after: Way | None = None


def in_turn(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Sheets of one kind, each with the one before it and the one after it."""
    ways: list[Way | None] = [None, *((sheet.title, sheet.path) for sheet in sheets), None]
    return tuple(
        replace(sheet, before=before, after=after) for sheet, before, after in zip(sheets, ways, ways[2:], strict=False)
    )


def draw_sheet(frame: Frame, sheet: Sheet, site: str) -> str:
    """The page of `sheet`. `site` is the address of toolbox/, ending in a slash, for those who read it on paper."""
    return frame.draw(
        sheet.template,
        sheet.path,
        sheet.title,
        script="sheet",
        words=SHEET_WORDS,
        kind=sheet.kind,
        above=sheet.above,
        statement=sheet.statement,
        source=sheet.source,
        before=sheet.before,
        after=sheet.after,
        address=f"{site}{sheet.path}",
        **sheet.facts,
    )
