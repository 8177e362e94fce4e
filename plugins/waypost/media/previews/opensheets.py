"""Sheets of LibreOffice, as tables. Source: OpenDocument 1.3, part 3, section 9.1; rows and cells may be repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..cleaning.markup import local
from .markup import TOP, draw_text, join
from .tables import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, draw_table

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_NAMES}:office:1.0}}"
TABLE = f"{{{_NAMES}:table:1.0}}"
MOST = 1 << 20
_GROUPS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_FIGURES = ("float", "percentage", "currency")
_FALLBACKS = ("value", "date-value", "time-value", "boolean-value")


def draw_sheet(sheet: Any) -> str:
    """One sheet under its name; nothing where it is empty. Raises ValueError where it is damaged."""
    rows: list[list[Cell]] = []
    height = width = seen = 0
    for node in rows_of(sheet):
        again = _repeated(node, "rows")
        row, reach = _row(node)
        if reach:
            height, width = seen + again, max(width, reach)
        rows += [row] * min(again, MOST_ROWS - len(rows))
        seen += again
    name = sheet.get(f"{TABLE}name", "")
    table = draw_table(rows[:height], name, height, width)
    return join([f"<h{TOP}>{draw_text(name)}</h{TOP}>", table]) if table else ""


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table, and none of the tables inside it."""
    for node in table:
        if local(node.tag) == "table-row":
            yield node
        elif local(node.tag) in _GROUPS:
            yield from rows_of(node)


def _row(node: Any) -> tuple[list[Cell], int]:
    """The cells that are shown of a row, and how far it is filled."""
    cells: list[Cell] = []
    seen = reach = 0
    for child in node:
        if local(child.tag) not in ("table-cell", "covered-table-cell"):
            continue
        again = _repeated(child, "columns")
        cell = _cell(child)
        if cell.text:
            reach = seen + again
        cells += [cell] * min(again, MOST_COLUMNS - len(cells))
        seen += again
    return cells, reach


def _cell(node: Any) -> Cell:
    said = "\n".join("".join(part.itertext()) for part in node if local(part.tag) == "p").strip()
    kind = node.get(f"{OFFICE}value-type", "")
    if not said and kind and kind != "string":
        said = next((node.get(f"{OFFICE}{name}") for name in _FALLBACKS if node.get(f"{OFFICE}{name}")), "")
    return Cell(said, kind in _FIGURES) if said else EMPTY


def _repeated(node: Any, what: str) -> int:
    return max(1, min(int(node.get(f"{TABLE}number-{what}-repeated", "1")), MOST))
