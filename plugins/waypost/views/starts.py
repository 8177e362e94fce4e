"""Where one begins with nothing to type: situations, the levels of an element, the progressions."""

from __future__ import annotations

from typing import Any

from waypost.model.toolbox import Toolbox


def build_starts(toolbox: Toolbox) -> dict[str, Any]:
    """What the finder needs for its starting points, besides the moves.

    `situations`: groups of what one sees, each with the ids of its moves. `continua`: by element, a sentence for each
    level. `progressions`: in order, each with all phases that its source names.
    """
    return {
        "situations": [group.model_dump(mode="json") for group in toolbox.situations.groups],
        "continua": {
            element.id: element.continuum
            for driver in toolbox.drivers
            for element in driver.elements
            if element.continuum
        },
        "progressions": [
            {"id": one.id, "model": one.model, "phase": one.phase, "phases": one.phases} for one in toolbox.progressions
        ],
    }
