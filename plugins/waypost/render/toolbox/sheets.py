"""Every sheet of the toolbox: the pages that one reads, beside those that one works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waypost.model.toolbox import Toolbox

from .contents import render_contents
from .elements import driver_sheets
from .frame import Frame
from .guide import reference_sheets, role_sheets, stage_sheets
from .progressions import progression_sheets
from .rollout import area_sheets, attribute_sheets
from .sheet import draw_sheet

if TYPE_CHECKING:
    from waypost.views.shelf import Shelf


def render_sheets(frame: Frame, toolbox: Toolbox, shelf: Shelf, site: str) -> dict[str, str]:
    """Every sheet, by its path below toolbox/. `site` is the address of toolbox/, ending in a slash."""
    sheets = (
        *driver_sheets(frame, toolbox.drivers, shelf.continuums),
        *progression_sheets(frame, toolbox.progressions, shelf.groups, shelf.phases, toolbox.glossary),
        *area_sheets(frame, toolbox.framework),
        *attribute_sheets(frame, toolbox.self_assessment),
        *stage_sheets(frame, toolbox.guide),
        *role_sheets(frame, toolbox.guide),
        *reference_sheets(frame, toolbox.guide, toolbox.glossary),
    )
    drawn = {sheet.path: draw_sheet(frame, sheet, site) for sheet in sheets}
    return render_contents(frame, shelf.chapters) | drawn
