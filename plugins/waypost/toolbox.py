"""The toolbox's part of a site: its moves as open data. Source: design, section 7."""

from __future__ import annotations

import json
from pathlib import Path

from .errors import InputProblems
from .load.toolbox import load_toolbox
from .render.place import toolbox_dir
from .views.moves import build_move_rows

MOVES = "toolbox/moves.json"


def place_toolbox(staging: Path) -> None:
    """Stages the toolbox. Raises InputProblems where its data has problems."""
    loaded = load_toolbox(toolbox_dir())
    if loaded.toolbox is None:
        raise InputProblems(loaded.problems)
    path = staging / MOVES
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"moves": build_move_rows(loaded.toolbox)}, ensure_ascii=False), encoding="utf-8")
