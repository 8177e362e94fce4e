"""A progression as a way to walk: its steps in groups, each with the one before and the one after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from waypost.model.toolbox import Progression

from .neighbours import Neighbours, Row


@dataclass(frozen=True)
class WalkedStep:
    """A step: `place` counts from 1; `after` is the step that follows, or None at the end."""

    move: Row
    place: int
    before: Row | None
    after: Row | None
    neighbours: Neighbours
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Steps that stand together in the source under one name."""

    name: str
    steps: tuple[WalkedStep, ...]


@dataclass(frozen=True)
class Phase:
    """A phase that the source names, and the progression that walks through it, where there is one."""

    name: str
    progression: Progression | None


def build_groups(
    progression: Progression, rows: Sequence[Row], neighbours: Mapping[str, Neighbours]
) -> tuple[Group, ...]:
    """The steps of `progression` in the source's order, those of a school's own after the others of their group."""
    steps = [row for row in rows if row.get("progression") == progression.id]
    order = {name: place for place, name in reversed(list(enumerate(step["group"] for step in steps)))}
    steps.sort(key=lambda step: order[step["group"]])
    terms = {step.id: step.defined for step in progression.steps}
    walked = [
        WalkedStep(step, place, before, after, neighbours[step["id"]], terms.get(step["id"], ()))
        for place, (step, before, after) in enumerate(
            zip(steps, [None, *steps], [*steps[1:], None], strict=False), start=1
        )
    ]
    return tuple(Group(name, tuple(found)) for name, found in groupby(walked, key=lambda step: step.move["group"]))


def build_phases(progression: Progression, progressions: Sequence[Progression]) -> tuple[Phase, ...]:
    """Every phase that the source names, in order; one that it does not print has no progression."""
    return tuple(
        Phase(name, next((one for one in progressions if (one.model, one.phase) == (progression.model, name)), None))
        for name in progression.phases
    )
