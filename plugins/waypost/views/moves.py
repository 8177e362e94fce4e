"""Every move of the toolbox as one row, for the finder and for others to use. Source: design, section 7 (open data)."""

from __future__ import annotations

import hashlib
from typing import Any

from waypost.model.toolbox import Driver, Element, Move, OwnMove, Progression, Toolbox


def build_move_rows(toolbox: Toolbox) -> list[dict[str, Any]]:
    """The moves in the source's order. What a move does not have is left out, except lists, which may be empty."""
    rows = [
        _row(move, _element_facts(driver, element, move.id, element.level_of(move)))
        for driver in toolbox.drivers
        for element in driver.elements
        for move in element.moves
    ]
    rows += [_row(step, _step_facts(one, step.id, step.group)) for one in toolbox.progressions for step in one.steps]
    return rows + [_row(move, _own_facts(toolbox, move)) for move in toolbox.own]


def build_own_data(toolbox: Toolbox) -> dict[str, list[dict[str, Any]]]:
    """What a school added, as it stands in its files."""
    return {
        "moves": [move.model_dump(exclude_none=True) for move in toolbox.own],
        "drivers": [driver.model_dump(exclude_none=True) for driver in toolbox.drivers if driver.is_own],
        "progressions": [one.model_dump(exclude_none=True) for one in toolbox.progressions if one.is_own],
    }


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


def _element_facts(driver: Driver, element: Element, move: str, level: int | None) -> dict[str, Any]:
    return {
        "own": driver.is_own or None,
        "driver": driver.id,
        "driver_name": driver.name,
        "page": f"elements/{element.id}.html#{move}",
        "element": element.id,
        "element_name": element.name,
        "level": level,
        "level_name": driver.levels[level - 1] if level else None,
        "leap": list(element.leap),
    }


def _step_facts(progression: Progression, step: str, group: str | None) -> dict[str, Any]:
    return {
        "own": progression.is_own or None,
        "page": f"progressions/{progression.id}.html#{step}",
        "progression": progression.id,
        "model": progression.model,
        "phase": progression.phase,
        "group": group,
        "leap": [],
    }


def _own_facts(toolbox: Toolbox, move: OwnMove) -> dict[str, Any]:
    """The facts of a school's own move, from where it belongs: the loader has seen to it that this is there."""
    if move.element:
        pairs = ((driver, element) for driver in toolbox.drivers for element in driver.elements)
        driver, element = next(pair for pair in pairs if pair[1].id == move.element)
        return _element_facts(driver, element, move.id, move.level) | {"own": True}
    progression = next(one for one in toolbox.progressions if one.id == move.progression)
    return _step_facts(progression, move.id, move.group) | {"own": True}
