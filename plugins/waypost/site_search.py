"""The toolbox in the search of the site around it: entries added to the index that MkDocs' search has written."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"
FOLDER = "toolbox"


def extend_site_search(staging: Path, entries: Iterable[tuple[str, str, str]]) -> bool:
    """Adds `entries` (a place below toolbox/, its title, its text) to the search index in `staging`, if it has one.

    To be called after the leak gate: what comes with Waypost is not searched for learners, and what the school added
    has been searched where it stands by itself. Returns False where the index was built beforehand (MkDocs'
    `prebuild_index`): what is added to it would not be found, so it is left as it is.
    """
    path = staging / INDEX
    if not path.is_file():
        return True
    index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if "index" in index:
        return False
    # Material shows titles and texts as markup, MkDocs' own search as they are.
    written = partial(html.escape, quote=False) if "fields" in index.get("config", {}) else str
    index["docs"] += [
        {"location": f"{FOLDER}/{place}", "title": written(title), "text": written(text)}
        for place, title, text in entries
    ]
    # The file may be one with another: only its name is taken over.
    path.unlink()
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return True
