"""Tables: as many rows and columns as can be read in a page, with header cells, and a line on what more there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .markup import draw_note, draw_text, join

MOST_ROWS = 200
MOST_COLUMNS = 30
LONGEST_CELL = 2_000
LAST_HEAD = 10
"""The row that a table's header cells stand in at the latest, below lines that say what it is."""


@dataclass(frozen=True)
class Cell:
    """What one cell of a table shows. Numbers are set against the far edge."""

    text: str
    number: bool = False


EMPTY = Cell("")
Row = Sequence[Cell]


def draw_table(rows: Sequence[Row], name: str = "", height: int = 0, width: int = 0) -> str:
    """A table of the first rows and columns of `rows`; nothing where all of them are empty.

    `height` and `width` say how much there is in the file, where that is more than `rows` holds.
    """
    height, width = max(height, len(rows)), max(width, *map(len, rows), 0) if rows else width
    shown = [[*row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    columns = max((number for row in shown for number, cell in enumerate(row, 1) if cell.text), default=0)
    while shown and not _filled(shown[-1]):
        shown.pop()
    if not columns:
        return ""
    full = [[*row[:columns], *[EMPTY] * (columns - len(row))] for row in shown]
    label = f' data-name="{escape(name)}"' if name else ""
    table = f'<table class="look-sheet"{label}>{_parts(full)}</table>'
    notes = [
        draw_note("rows", shown=len(shown), all=height) if height > MOST_ROWS else "",
        draw_note("columns", shown=MOST_COLUMNS, all=width) if width > MOST_COLUMNS else "",
    ]
    return join([table, *notes])


def _parts(rows: Sequence[Row]) -> str:
    head = _head(rows)
    body = "".join(_row(row) for row in rows[head + 1 :])
    if head < 0:
        return f"<tbody>{body}</tbody>"
    above = "".join(_row(row) for row in rows[:head])
    cells = "".join(
        _cell(Cell(cell.text, below.number), "th", ' scope="col"')
        for cell, below in zip(rows[head], rows[head + 1], strict=True)
    )
    return f"<thead>{above}<tr>{cells}</tr></thead><tbody>{body}</tbody>"


def _head(rows: Sequence[Row]) -> int:
    """Which row names the columns: words in every cell, and above it one thing at most in a row. -1 where none does."""
    for number, row in enumerate(rows[:LAST_HEAD]):
        filled = _filled(row)
        if len(filled) == len(row) > 0 and number + 1 < len(rows) and not any(cell.number for cell in row):
            return number if len(row) > 1 or number == 0 else -1
        if len(filled) > 1:
            return -1
    return -1


def _row(row: Row) -> str:
    filled = _filled(row)
    first = filled[0] if filled else 0
    if len(filled) == 1 and not row[first].number and first + 1 < len(row):
        # A line of words alone runs on over the empty cells behind it, as it does in the workbook.
        across = f' colspan="{len(row) - first}"'
        return f"<tr>{'<td></td>' * first}{_cell(row[first], 'td', across)}</tr>"
    return f"<tr>{''.join(_cell(cell, 'td') for cell in row)}</tr>"


def _filled(row: Row) -> list[int]:
    return [number for number, cell in enumerate(row) if cell.text]


def _cell(cell: Cell, tag: str, told: str = "") -> str:
    side = ' align="right"' if cell.number else ""
    text = cell.text if len(cell.text) <= LONGEST_CELL else cell.text[:LONGEST_CELL] + "…"
    return f"<{tag}{told}{side}>{draw_text(text)}</{tag}>"
