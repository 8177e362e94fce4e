"""The toolbox's part of a site: its pages, and its moves as open data. Source: design, sections 6 and 7."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from .errors import InputProblems
from .load.places import Shown
from .load.toolbox import load_toolbox
from .publish.shell import FOLDER, place_toolbox_assets, read_toolbox_fonts, read_worker
from .render.language import load_language
from .render.place import theme_dir, toolbox_dir
from .render.templates import inline_json
from .render.toolbox.assessment import render_assessment
from .render.toolbox.finder import render_finder
from .render.toolbox.form import Suggestions, render_form
from .render.toolbox.frame import Frame
from .render.toolbox.planner import render_planner
from .render.toolbox.sheets import render_sheets
from .render.toolbox.tray import render_tray
from .render.toolbox.worker import render_no_worker, render_worker
from .toolbox_parcel import PlacedToolbox
from .views.moves import build_move_rows, build_own_data
from .views.search_entries import build_search_entries
from .views.shelf import build_shelf
from .views.starts import build_starts

TOOLBOX = "toolbox"
MOVES = "moves.json"
OWN = "own.json"
"""What the school added, by itself. The other files are not searched for learners, since they come with Waypost, and
whatever the school added to them stands here too.
"""


def place_toolbox(
    staging: Path,
    site_url: str,
    language: str = "en",
    *,
    local: Path | None = None,
    shown: Shown | None = None,
    suggestions: Suggestions = Suggestions(),  # noqa: B008 - it cannot be changed
    offline: bool = True,
) -> PlacedToolbox:
    """Stages every page of the toolbox and its open data.

    `site_url` (ending in a slash) is written into what leaves the device, such as printed cards. `local` is the folder
    with what the school added; files in it that have problems are left out. `offline` lets browsers keep all of it.
    Raises InputProblems where Waypost's own data has problems.
    """
    loaded = load_toolbox(toolbox_dir(), shown, local)
    if loaded.toolbox is None:
        raise InputProblems(loaded.problems)
    rows = build_move_rows(loaded.toolbox)
    bundles = theme_dir() / "assets"
    assets = place_toolbox_assets(bundles, staging)
    brought = {"site": f"{site_url}{TOOLBOX}/", "moves": rows, **build_starts(loaded.toolbox)}
    data = f"globalThis.waypost={inline_json(brought)};"
    words = load_language(language)
    frame = Frame(words, f"../{FOLDER}/", assets.style, assets.scripts, _named("moves.js", data))
    files = {
        MOVES: json.dumps({"moves": rows}, ensure_ascii=False),
        frame.data: data,
        **render_finder(frame),
        **render_assessment(frame, loaded.toolbox.self_assessment),
        **render_planner(frame, loaded.toolbox.framework),
        **render_tray(frame),
        **render_form(frame, loaded.toolbox, suggestions),
        **render_sheets(frame, loaded.toolbox, build_shelf(loaded.toolbox, rows), f"{site_url}{TOOLBOX}/"),
    }
    own = build_own_data(loaded.toolbox)
    searched = {OWN: json.dumps(own, ensure_ascii=False)} if any(own.values()) else {}
    script = read_worker(bundles)
    if offline:
        brought_along = chain(assets.contents(staging), read_toolbox_fonts(bundles, words.direction == "rtl"))
        files |= render_worker(script, files | searched, ((f"../{path}", content) for path, content in brought_along))
    else:
        files |= render_no_worker(script)
    shipped = assets.paths | _write(files, staging / TOOLBOX)
    return PlacedToolbox(
        shipped | _write(searched, staging / TOOLBOX),
        shipped,
        loaded.problems,
        build_search_entries(loaded.toolbox, rows),
    )


def _named(name: str, content: str) -> str:
    """A file's name with a digest of what is in it, so that no cache mixes versions."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}-{hashlib.sha256(content.encode()).hexdigest()[:10]}.{suffix}"


def _write(files: Mapping[str, str], folder: Path) -> frozenset[str]:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return frozenset(f"{TOOLBOX}/{path}" for path in files)
