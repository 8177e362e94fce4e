"""A finder's page with as many moves as one wants: the real ones again and again, in varied words."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

OTHER = 0.25
NEW = 0.02
SYLLABLES = ("ba", "den", "fol", "gri", "ka", "lum", "mo", "nar", "pel", "ro", "sin", "tu", "vel", "zo")
WORD = re.compile(r"[A-Za-z]{4,}")


def data_script(page: Path) -> Path:
    """The file that brings the moves to a page."""
    (found,) = page.parent.glob("moves-*.js")
    return found


def read_data(page: Path) -> dict[str, Any]:
    """What the data script of a page brings."""
    text = data_script(page).read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return data


def write_crowd(page: Path, folder: Path, count: int) -> Path:
    """Copies a finder's page and what it needs into `folder`, with `count` moves; returns the copy."""
    draw = random.Random(1)
    data = read_data(page)
    real = data["moves"]
    words = sorted({word for move in real for word in WORD.findall(json.dumps([move["text"], move["see"]]))})

    def vary(match: re.Match[str]) -> str:
        lot = draw.random()
        if lot < NEW:
            return "".join(draw.choices(SYLLABLES, k=3))
        return draw.choice(words) if lot < NEW + OTHER else match[0]

    def varied(value: Any) -> Any:
        if isinstance(value, list):
            return [varied(each) for each in value]
        return WORD.sub(vary, value)

    moves = list(real)
    for place in range(len(real), count):
        move = real[place % len(real)]
        fields = {name: varied(move[name]) for name in ("text", "see", "works_when", "keywords")}
        moves.append({**move, **fields, "id": f"{move['id']}-{place}", "related": []})
    site = folder / "crowd"
    shutil.copytree(page.parent.parent / "assets" / "waypost", site / "assets" / "waypost")
    (site / "toolbox").mkdir()
    copy = Path(shutil.copy(page, site / "toolbox"))
    script = f"globalThis.waypost={json.dumps({**data, 'moves': moves[:count]})};"
    (copy.parent / data_script(page).name).write_text(script, encoding="utf-8")
    return copy
