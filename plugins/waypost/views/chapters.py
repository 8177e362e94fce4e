"""The toolbox's table of contents: what there is, by kind, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from waypost.model.toolbox import Toolbox

from .neighbours import Row


@dataclass(frozen=True)
class Entry:
    """One page: its name, its path below toolbox/, and how many moves are on it (None: that is not what it holds)."""

    name: str
    path: str
    count: int | None = None
    own: bool = False


@dataclass(frozen=True)
class Chapter:
    """Entries of one kind. `id` says which, such as "drivers"; `head` is an entry of its own above the others."""

    id: str
    entries: tuple[Entry, ...]
    head: Entry | None = None


def build_chapters(toolbox: Toolbox, rows: Sequence[Row]) -> tuple[Chapter, ...]:
    """Every chapter in order; each driver is one, with its elements."""
    counts = Counter(row.get("element") or row.get("progression") for row in rows)
    drivers = tuple(
        Chapter(
            "driver",
            tuple(Entry(one.name, f"elements/{one.id}.html", counts[one.id]) for one in driver.elements),
            Entry(driver.name, f"drivers/{driver.id}.html", own=driver.is_own),
        )
        for driver in toolbox.drivers
    )
    progressions = tuple(
        Entry(f"{one.model}, {one.phase}", f"progressions/{one.id}.html", counts[one.id], one.is_own)
        for one in toolbox.progressions
    )
    guide = toolbox.guide
    return (
        *drivers,
        Chapter("progressions", progressions),
        Chapter("framework", tuple(Entry(one.name, f"framework/{one.id}.html") for one in toolbox.framework.areas)),
        Chapter(
            "attributes",
            tuple(Entry(one.name, f"attributes/{one.id}.html") for one in toolbox.self_assessment.attributes),
        ),
        Chapter("stages", tuple(Entry(one.name, f"stages/{one.id}.html") for one in guide.stages)),
        Chapter("roles", tuple(Entry(one.name, f"roles/{one.id}.html") for one in guide.roles)),
    )
