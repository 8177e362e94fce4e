"""Every move of the toolbox as one row, for the finder and for others to use. Source: design, section 7 (open data)."""

from __future__ import annotations

import hashlib
from typing import Any

from waypost.model.toolbox import Driver, Element, Move, Progression, Step, Toolbox


def build_move_rows(toolbox: Toolbox) -> list[dict[str, Any]]:
    """The moves in the source's order. What a move does not have is left out, except lists, which may be empty."""
    rows = [
        _row(move, _element_facts(driver, element, move))
        for driver in toolbox.drivers
        for element in driver.elements
        for move in element.moves
    ]
    return rows + [_row(step, _step_facts(one, step)) for one in toolbox.progressions for step in one.steps]


def _row(move: Move, facts: dict[str, Any]) -> dict[str, Any]:
    row = {"id": move.id, "text": move.text, "next": move.next, **facts}
    return {key: value for key, value in row.items() if value is not None} | {
        "see": list(move.see),
        "works_when": move.works_when,
        "keywords": list(move.keywords),
        "related": list(move.related),
        "who": move.who,
        "revision": revision_of(move),
    }


def revision_of(move: Move) -> str:
    """Six hexadecimal digits that change when what a printed card says changes."""
    said = "\n".join((move.text, move.next or "", *move.see, move.works_when))
    return hashlib.sha256(said.encode()).hexdigest()[:6]


def _element_facts(driver: Driver, element: Element, move: Move) -> dict[str, Any]:
    level = element.level_of(move)
    return {
        "driver": driver.id,
        "driver_name": driver.name,
        "page": f"elements/{element.id}.html#{move.id}",
        "element": element.id,
        "element_name": element.name,
        "level": level,
        "level_name": driver.levels[level - 1] if level else None,
        "leap": list(element.leap),
    }


def _step_facts(progression: Progression, step: Step) -> dict[str, Any]:
    return {
        "page": f"progressions/{progression.id}.html#{step.id}",
        "progression": progression.id,
        "model": progression.model,
        "phase": progression.phase,
        "group": step.group,
        "leap": [],
    }
