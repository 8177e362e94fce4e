"""Workbooks of Excel: each sheet as a table, with what its cells were worth when it was saved.

Source: ECMA-376, part 1, section 18.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from .figures import draw_figure
from .markup import TOP, draw_note, draw_text, join
from .tables import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, draw_table

MOST_SHEETS = 30


def draw_preview(source: Path, _name: str) -> str:
    """A workbook. Raises what its parsers do where it is damaged."""
    with source.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            seen = [one for one in book.worksheets if one.sheet_state == "visible"]
            drawn = [_sheet(sheet) for sheet in seen[:MOST_SHEETS]]
            return join([*drawn, draw_note("beginning") if len(seen) > MOST_SHEETS else ""])
        finally:
            book.close()


def _sheet(sheet: Any) -> str:
    rows = [
        [_cell(cell) for cell in row]
        for row in sheet.iter_rows(min_row=1, max_row=MOST_ROWS + 1, min_col=1, max_col=MOST_COLUMNS + 1)
    ]
    # Programs say that a sheet is a million rows high because somebody coloured a column: only what is filled counts.
    longer = any(cell.text for row in rows[MOST_ROWS:] for cell in row)
    wider = any(cell.text for row in rows for cell in row[MOST_COLUMNS:])
    table = draw_table(
        [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]],
        sheet.title,
        sheet.max_row or 0 if longer else 0,
        sheet.max_column or 0 if wider else 0,
    )
    # A sheet need not say how large it is, and nobody counts a million cells for one line.
    unsaid = (longer and not sheet.max_row) or (wider and not sheet.max_column)
    heading = f"<h{TOP}>{draw_text(sheet.title)}</h{TOP}>"
    return join([heading, table, draw_note("beginning") if unsaid else ""]) if table else ""


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, int | float):
        return Cell(draw_figure(value, cell.number_format or ""), number=True)
    if isinstance(value, datetime.datetime):
        day_alone = value.time() == datetime.time()
        return Cell(value.date().isoformat() if day_alone else value.isoformat(" ", "minutes"))
    if isinstance(value, datetime.date):
        return Cell(value.isoformat())
    if isinstance(value, datetime.time):
        return Cell(value.isoformat("minutes"))
    return Cell(str(value).strip())
