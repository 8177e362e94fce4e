"""Tables in text form (CSV, TSV). Source: RFC 4180; programs also write semicolons and tabs between the cells."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from .tables import MOST_ROWS, Cell, draw_table
from .texts import read_letters

_SIGNS = ",;\t|"
_NUMBER = re.compile(r"[-+−]?[\d.,   ’']*\d\s?[%‰€$£]?|[€$£]\s?[\d.,]+")
csv.field_size_limit(1 << 20)


def draw_preview(source: Path, name: str) -> str:
    """A table. Raises ValueError where a row makes no sense."""
    text = read_letters(source)
    sign = "\t" if name.lower().endswith(".tsv") else _separator(text)
    rows: list[list[Cell]] = []
    height = width = 0
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=sign):
            if not row and height == 0:
                continue
            height += 1
            width = max(width, len(row))
            if height <= MOST_ROWS:
                rows.append([Cell(one.strip(), bool(_NUMBER.fullmatch(one.strip()))) for one in row])
    except csv.Error as error:
        raise ValueError(error) from None
    return draw_table(rows, height=height, width=width)


def _separator(text: str) -> str:
    """The sign that the first lines have most often, outside of quotation marks."""
    head = re.sub(r'"[^"]*"', "", "\n".join(text[:20_000].splitlines()[:20]))
    return max(_SIGNS, key=lambda sign: (head.count(sign), -_SIGNS.index(sign)))
