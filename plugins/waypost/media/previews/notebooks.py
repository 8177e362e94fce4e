"""Jupyter notebooks: what was written and what it gave, and nothing is run. Source: nbformat 4.5."""

from __future__ import annotations

import base64
import binascii
import json
import re
from pathlib import Path
from typing import Any

from .markup import draw_block, draw_note, join
from .pictures import Pictures
from .programs import draw_program
from .prose import draw_markdown

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif")
LONGEST_OUTPUT = 20_000
MOST_CELLS = 1_000


def draw_preview(source: Path, _name: str) -> str:
    """A notebook. Raises ValueError, KeyError or TypeError where it is damaged."""
    book = json.loads(source.read_bytes())
    language = book.get("metadata", {}).get("language_info", {}).get("name", "python")
    pictures = Pictures()
    drawn = [_cell(cell, str(language), pictures) for cell in book["cells"][:MOST_CELLS]]
    return join([*drawn, draw_note("beginning") if len(book["cells"]) > MOST_CELLS else ""])


def _cell(cell: dict[str, Any], language: str, pictures: Pictures) -> str:
    written = _joined(cell.get("source"))
    if cell.get("cell_type") == "markdown":
        return draw_markdown(written)
    if cell.get("cell_type") != "code":
        return draw_block(written)
    given = join([_output(output, pictures) for output in cell.get("outputs", [])])
    shown = f'<div class="look-given">{given}</div>' if given else ""
    return f'<div class="look-cell">{join([draw_program(written, "", language), shown])}</div>'


def _output(output: dict[str, Any], pictures: Pictures) -> str:
    kind = output.get("output_type")
    if kind == "stream":
        return _lines(output.get("text"))
    if kind == "error":
        return _lines(output.get("traceback"), "\n") or _lines(f"{output.get('ename')}: {output.get('evalue')}")
    data = output.get("data")
    if not isinstance(data, dict):
        return ""
    said = _joined(data.get("text/plain"))
    picture = next((_joined(data[one]) for one in _PICTURES if data.get(one)), "")
    if picture:
        return f"<p>{pictures.draw(_bytes(picture), '' if said.startswith('<') else said)}</p>"
    html = _joined(data.get("text/html"))
    if "<table" in html and len(html) <= LONGEST_OUTPUT * 10:
        return html
    if data.get("text/markdown"):
        return draw_markdown(_joined(data["text/markdown"]))
    return _lines(said)


def _lines(text: object, between: str = "") -> str:
    whole = _COLOURS.sub("", _joined(text, between))
    return draw_block(whole if len(whole) <= LONGEST_OUTPUT else whole[:LONGEST_OUTPUT] + "…")


def _joined(text: object, between: str = "") -> str:
    return between.join(map(str, text)) if isinstance(text, list) else str(text or "")


def _bytes(packed: str) -> bytes:
    try:
        return base64.b64decode(packed)
    except (ValueError, binascii.Error):
        return b""
