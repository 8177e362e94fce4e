"""The toolbox's part of a site: the finder, and its moves as open data. Source: design, sections 6 and 7."""

from __future__ import annotations

import json
from pathlib import Path

from .errors import InputProblems
from .load.toolbox import load_toolbox
from .publish.shell import FOLDER, place_finder_assets
from .render.finder import render_finder
from .render.language import load_language
from .render.place import theme_dir, toolbox_dir
from .views.moves import build_move_rows

MOVES = "toolbox/moves.json"
FINDER = "toolbox/index.html"


def place_toolbox(staging: Path, language: str = "en") -> frozenset[str]:
    """Stages the finder and the open data; returns their paths. Raises InputProblems where the data has problems."""
    loaded = load_toolbox(toolbox_dir())
    if loaded.toolbox is None:
        raise InputProblems(loaded.problems)
    rows = build_move_rows(loaded.toolbox)
    assets = place_finder_assets(theme_dir() / "assets", staging)
    (staging / "toolbox").mkdir(exist_ok=True)
    (staging / MOVES).write_text(json.dumps({"moves": rows}, ensure_ascii=False), encoding="utf-8")
    page = render_finder(rows, assets.script, assets.style, f"../{FOLDER}/", load_language(language))
    (staging / FINDER).write_text(page, encoding="utf-8")
    return assets.paths | {MOVES, FINDER}
