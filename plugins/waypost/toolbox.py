"""The toolbox's part of a site: its pages, and its moves as open data. Source: design, sections 6 and 7."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from .errors import InputProblems
from .load.toolbox import load_toolbox
from .publish.shell import FOLDER, place_toolbox_assets
from .render.language import load_language
from .render.place import theme_dir, toolbox_dir
from .render.templates import inline_json
from .render.toolbox.finder import render_finder
from .render.toolbox.frame import Frame
from .views.moves import build_move_rows

TOOLBOX = "toolbox"
MOVES = "moves.json"


def place_toolbox(staging: Path, site_url: str, language: str = "en") -> frozenset[str]:
    """Stages every page of the toolbox and its open data; returns their paths in the site.

    `site_url` (ending in a slash) is written into what leaves the device, such as printed cards. Raises InputProblems
    where the data has problems.
    """
    loaded = load_toolbox(toolbox_dir())
    if loaded.toolbox is None:
        raise InputProblems(loaded.problems)
    rows = build_move_rows(loaded.toolbox)
    assets = place_toolbox_assets(theme_dir() / "assets", staging)
    data = f"globalThis.waypost={inline_json({'site': f'{site_url}{TOOLBOX}/', 'moves': rows})};"
    frame = Frame(load_language(language), f"../{FOLDER}/", assets.style, assets.scripts, _named("moves.js", data))
    files = {
        MOVES: json.dumps({"moves": rows}, ensure_ascii=False),
        frame.data: data,
        **render_finder(frame),
    }
    return assets.paths | _write(files, staging / TOOLBOX)


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
