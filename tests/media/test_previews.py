"""What a document shows in the page: one golden fragment for each sort, made from what cleaning has left.

`WAYPOST_GOLDEN=write` writes what is drawn into golden/media/previews/, to be read before it is believed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from media.readable import READABLE, cell, opened, word, workbook
from waypost.media.cleaning.sorts import clean_file, sort_of
from waypost.media.previews.figures import draw_figure
from waypost.media.previews.making import make_preview
from waypost.media.previews.markup import lower_headings
from waypost.media.previews.sanitiser import LONGEST_TEXT
from waypost.media.previews.tables import Cell, draw_table
from waypost.media.previews.texts import LONGEST, read_letters

GOLDEN = Path(__file__).parents[1] / "golden" / "media" / "previews"
# How a picture is packed is the encoder's business, and changes with it.
PACKED = re.compile(r"(?<=base64,)[A-Za-z0-9+/=]+")


def drawn(name: str, content: bytes, folder: Path) -> tuple[str, str]:
    """The preview and the text of a document, cleaned before."""
    source, clean, page = folder / name, folder / "clean", folder / "page.html"
    source.write_bytes(content)
    sort = sort_of(name)
    assert sort
    if sort.clean:
        clean_file(source, clean)
    text = make_preview(clean if sort.clean else source, page, name)
    return page.read_text(encoding="utf-8"), text


@pytest.mark.parametrize("name", READABLE)
def test_document_shows_what_it_says(name: str, tmp_path: Path) -> None:
    html, text = drawn(name, READABLE[name](), tmp_path)
    found = f"{PACKED.sub('', html)}\n\n{text}\n".replace("</tr><tr>", "</tr>\n<tr>")
    path = GOLDEN / f"{name}.html"
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
    # Nothing that could clash with the page, or that its policy would refuse.
    assert re.findall(r'\s(?:id|name|style|on\w+)="', html) == []


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.25, "0%", "25%"),
        (0.1234, "0.0%", "12.3%"),
        (4.5, '"$"#,##0.00', "$4.50"),
        (-4.5, "0.00", "-4.50"),
        (-4.5, "0.00;(0.00)", "(4.50)"),
        (12, '[$€-407] 0.00" each"', "€ 12.00 each"),
        (3.5, "0.##", "3.5"),
        (3, "0.##", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (7, "General", "7"),
        (1234567, "@", "1234567"),
        (0.5, "# ?/?", "0.5"),
        (12345.678, "0.00E+00", "12345.678"),
        (5, "", "5"),
    ],
)
def test_figure_is_written_as_the_workbook_shows_it(value: float, form: str, shown: str) -> None:
    assert draw_figure(value, form) == shown


def test_first_row_of_words_is_the_head_of_a_table() -> None:
    words, figures = [Cell("rock"), Cell("crabs")], [Cell("flat"), Cell("7", number=True)]
    assert "<thead><tr><th scope=" in draw_table([words, figures])
    assert "<th" not in draw_table([figures, words])
    assert "<th" not in draw_table([words])
    assert draw_table([[Cell("")], []]) == draw_table([]) == ""


def test_lines_above_the_head_of_a_table_run_over_its_columns() -> None:
    title, nothing = [Cell("Costs so far"), Cell(""), Cell("")], [Cell("")]
    head = [Cell("What"), Cell("Price"), Cell("Note")]
    body = [Cell("Seeds"), Cell("4.50", number=True), Cell("")]
    html = draw_table([title, nothing, head, body])
    assert '<tr><td colspan="3">Costs so far</td></tr>' in html
    # A heading stands over its figures.
    assert '<th scope="col">What</th><th scope="col" align="right">Price</th>' in html
    assert html.index("<thead>") < html.index("Costs") < html.index("</thead>") < html.index("Seeds")


def test_table_says_how_much_more_there_is() -> None:
    rows = [[Cell("x")] * 40] * 300
    html = draw_table(rows, height=5000)
    assert (html.count("<tr>"), html.count("<td>") + html.count("<th ")) == (200, 6000)
    assert 'data-say="look-rows" data-shown="200" data-all="5000"' in html
    assert 'data-say="look-columns" data-shown="30" data-all="40"' in html


def test_headings_stand_below_the_piece_and_leave_no_rank_out() -> None:
    assert lower_headings("<h1>a</h1><h3>b</h3><h2>c</h2>") == "<h4>a</h4><h5>b</h5><h5>c</h5>"
    assert lower_headings("<h5>a</h5><h6>b</h6>") == "<h4>a</h4><h5>b</h5>"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_whatever_it_was_written_with(code: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes("Größe\r\nNiño".encode(code))
    assert read_letters(tmp_path / "note.txt") == "Größe\nNiño"


def test_long_text_ends_with_a_line_and_says_so(tmp_path: Path) -> None:
    html, text = drawn("log.txt", b"a line of a log\n" * (LONGEST // 8), tmp_path)
    assert html.endswith('a line of a log</pre>\n<p class="look-note" data-say="look-beginning"></p>')
    assert len(html) < LONGEST + 100
    assert LONGEST_TEXT - 16 < len(text) <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b" \n\n"), ("empty.csv", b",,\n"), ("empty.docx", word("")), ("empty.py", b"\n"), ("empty.md", b"")],
)
def test_document_that_says_nothing_has_nothing_to_open(name: str, content: bytes, tmp_path: Path) -> None:
    assert drawn(name, content, tmp_path) == ("", "")


def test_sheet_that_calls_itself_larger_than_it_is_says_no_more_than_it_holds(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><v>7</v></c></row>'
    claim = '<dimension ref="A1:XFD1048576"/>'
    html, _ = drawn("a.xlsx", workbook(row, claim), tmp_path)
    assert html.count("<td") == 1
    assert "look-note" not in html


def test_table_inside_a_table_is_read_once(tmp_path: Path) -> None:
    inner = f"<table:table><table:table-row>{cell('inner')}</table:table-row></table:table>"
    outer = f"<table:table-header-rows><table:table-row>{cell('outer')}</table:table-row></table:table-header-rows>"
    row = f"<table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"
    _, text = drawn("a.odt", opened("text", f"<table:table>{outer}{row}</table:table>"), tmp_path)
    assert text == "outer inner"
