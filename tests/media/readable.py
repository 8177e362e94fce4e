"""Documents as learners make them: one of each sort that is read in the page."""

from __future__ import annotations

import base64
import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from media.documents import A, R, S, W, packed, relations, types
from media.specimens import photo

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LISTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    (
        *(f'xmlns:{short}="{_OPEN}:{name}:1.0"' for short, name in (("office", "office"), ("text", "text"))),
        *(f'xmlns:{short}="{_OPEN}:{name}:1.0"' for short, name in (("table", "table"), ("draw", "drawing"))),
        *(f'xmlns:{short}="{_OPEN}:{name}:1.0"' for short, name in (("style", "style"), ("fo", "xsl-fo-compatible"))),
        *(f'xmlns:{short}="{_OPEN}:{name}:1.0"' for short, name in (("svg", "svg-compatible"),)),
        f'xmlns:presentation="{_OPEN}:presentation:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    )
)


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    """A paragraph of Word."""
    worn = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{worn}<w:r>{weight}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def bullet(text: str) -> str:
    """A point of a list of Word."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def picture(relation: str, alt: str) -> str:
    """A picture in a text of Word."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:docPr id="1" name="p" descr="{alt}"/>'
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def word(body: str, *outside: tuple[str, str, str]) -> bytes:
    """A text document of Word around `body`, with headings, one list and one note; `outside` are more relations."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in (("Title", "Title"), ("H1", "heading 1"), ("H2", "heading 2"))
    )
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    return packed(
        {
            "[Content_Types].xml": types(
                ("word/document.xml", _MAIN),
                ("word/styles.xml", _STYLES),
                ("word/footnotes.xml", _NOTES),
                ("word/numbering.xml", _LISTS),
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": (
                f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"><w:body>{body}</w:body></w:document>'
            ),
            "word/_rels/document.xml.rels": relations(
                ("s1", "styles", "styles.xml"),
                ("s2", "footnotes", "footnotes.xml"),
                ("s3", "numbering", "numbering.xml"),
                ("s4", "image", "media/image1.jpeg"),
                *outside,
            ),
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">'
            f"{paragraph('At low water.')}</w:footnote></w:footnotes>",
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}'
            "</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
            "word/media/image1.jpeg": photo("Sony"),
        }
    )


def essay() -> bytes:
    """A text with headings, a list, a table, a note, a picture and a link."""
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in row)}</w:tr>"
        for row in (("Rock", "Crabs"), ("the flat one", "7"))
    )
    note = '<w:p><w:r><w:t>We counted twice.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    link = '<w:p><w:hyperlink r:id="r5"><w:r><w:t>The tide table</w:t></w:r></w:hyperlink></w:p>'
    body = (
        *(paragraph("What lives under the pier", "Title"), paragraph("How we counted", "H1")),
        *(note, bullet("Lift the stone."), bullet("Put it back."), paragraph("What we found", "H2")),
        *(f"<w:tbl>{cells}</w:tbl>", picture("s4", "A crab beside a coin"), link),
        paragraph("Nobody was pinched.", bold=True),
    )
    return word("".join(body), ("r5", "hyperlink", "https://example.org/tides"))


def talk() -> bytes:
    """Two slides: a title, and points with a table, a picture and notes."""
    show = Presentation()
    first = show.slides.add_slide(show.slide_layouts[0])
    first.shapes.title.text = "The brook in May"
    first.placeholders[1].text = "A walk with nets"
    second = show.slides.add_slide(show.slide_layouts[1])
    second.shapes.title.text = "What we saw"
    frame = second.placeholders[1].text_frame
    frame.text = "Mayflies"
    for text, level in (("under stones", 1), ("One newt", 0)):
        point = frame.add_paragraph()
        point.text, point.level = text, level
    table = second.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    for place, text in enumerate(("Animal", "Seen", "newt", "1")):
        table.cell(place // 2, place % 2).text = text
    shown = second.shapes.add_picture(io.BytesIO(photo("Sony")), Inches(6), Inches(4))
    shown._element.nvPicPr.cNvPr.set("descr", "A net in the water")
    second.notes_slide.notes_text_frame.text = "Do not read this out."
    target = io.BytesIO()
    show.save(target)
    return target.getvalue()


def costs() -> bytes:
    """A workbook with money, per cent, a day, and one sheet that is wider than a page shows, one that is hidden."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Garden"
    sheet.append(["What", "Price", "Share", "Bought"])
    sheet.append(["Seeds", 4.5, 0.25, datetime.datetime(2026, 3, 2)])
    sheet.append(["Bean poles", 13.5, 0.75, datetime.datetime(2026, 3, 9)])
    for row in (2, 3):
        sheet.cell(row, 2).number_format = '"$"#,##0.00'
        sheet.cell(row, 3).number_format = "0%"
    wide = book.create_sheet("Rain")
    for day in range(1, 4):
        wide.append([f"day {day}", *[day / 10] * 32])
    hidden = book.create_sheet("Names")
    hidden.append(["nobody's business"])
    hidden.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(rows: str, before: str = "") -> bytes:
    """A workbook of one sheet, written as XML; the name of the sheet is made to do harm."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheet = f"{before}<sheetData>{rows}</sheetData>"
    return packed(
        {
            "[Content_Types].xml": types(
                ("xl/workbook.xml", f"{kind}.sheet.main+xml"), ("xl/worksheets/sheet1.xml", f"{kind}.worksheet+xml")
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
            '<sheet name="&lt;img src=x onerror=alert(1)&gt;" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{sheet}</worksheet>',
        }
    )


def opened(kind: str, body: str, styles: str = "") -> bytes:
    """A document of LibreOffice around `body`: `kind` is text, spreadsheet or presentation."""
    rows = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type=""/>' for path in ("/", "content.xml", "Pictures/one.jpg")
    )
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
            "Pictures/one.jpg": photo("Sony"),
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_OPEN}:manifest:1.0">{rows}</m:manifest>',
        },
        stored=("mimetype",),
    )


FRAME = '<draw:frame><draw:image xlink:href="Pictures/one.jpg"/><svg:desc>A heron on one leg</svg:desc></draw:frame>'


def letter() -> bytes:
    """A text of LibreOffice with a heading, a list, a table, a note, a picture and weight."""
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Ducks", "11"))
    return opened(
        "text",
        '<text:h text:outline-level="1">Dear council</text:h><text:p>The pond is <text:span text:style-name="T1">ours'
        "</text:span> too.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1998."
        "</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>Reeds</text:p>"
        "</text:list-item><text:list-item><text:p>Herons<text:s text:c='3'/>and<text:tab/>ducks</text:p>"
        f"</text:list-item></text:list><table:table><table:table-row>{cells}</table:table-row></table:table>"
        f'<text:p>{FRAME}</text:p><text:p><text:a xlink:href="https://example.org/pond">The map</text:a></text:p>',
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
    )


def cell(text: str, kind: str = "string", times: int = 1) -> str:
    """A cell of LibreOffice."""
    again = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    said = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="{kind}"{again}>{said}</table:table-cell>'


def counts() -> bytes:
    """A sheet of LibreOffice that goes on for a million rows and ends after three."""
    rows = "".join(
        f"<table:table-row>{''.join(cells)}{cell('', times=16000)}</table:table-row>"
        for cells in (
            (cell("Bird"), cell("Seen")),
            (cell("Heron"), cell("2", "float")),
            (cell("Duck"), cell("11", "float")),
        )
    )
    empty = f'<table:table-row table:number-rows-repeated="1048573">{cell("", times=16384)}</table:table-row>'
    return opened("spreadsheet", f'<table:table table:name="Pond">{rows}{empty}</table:table>')


def lantern() -> bytes:
    """Two slides of LibreOffice, one with a picture and notes."""
    return opened(
        "presentation",
        '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>A pond for all</text:p>'
        "</draw:text-box></draw:frame><draw:frame><draw:text-box><text:list><text:list-item><text:p>Reeds</text:p></text:list-item>"
        "</text:list></draw:text-box></draw:frame></draw:page>"
        f"<draw:page>{FRAME}<presentation:notes><draw:frame><draw:text-box><text:p>Say this slowly.</text:p>"
        "</draw:text-box></draw:frame></presentation:notes></draw:page>",
    )


def book() -> bytes:
    """A notebook that was run: words, a table as HTML, a picture, an error with colours."""
    given = [
        {"output_type": "stream", "name": "stdout", "text": ["7 crabs\n", "1 newt\n"]},
        {
            "output_type": "execute_result",
            "data": {
                "text/html": "<style>th {color: red}</style>"
                "<table border='1'><tr><th>rock</th></tr><tr><td>7</td></tr></table>",
                "text/plain": "rock\n7",
            },
        },
        {
            "output_type": "display_data",
            "data": {"image/jpeg": base64.b64encode(photo("Sony")).decode(), "text/plain": "Crabs by rock"},
        },
        {
            "output_type": "error",
            "ename": "E",
            "evalue": "v",
            "traceback": ["\x1b[0;31mZeroDivisionError\x1b[0m: none"],
        },
    ]
    cells = [
        {"cell_type": "markdown", "source": ["# Crabs\n", "We *counted*."]},
        {"cell_type": "code", "source": "# how many\nprint(7)", "outputs": given, "execution_count": 1},
        {"cell_type": "raw", "source": "as it is"},
    ]
    told = {"language_info": {"name": "python"}}
    return json.dumps({"cells": cells, "metadata": told, "nbformat": 4, "nbformat_minor": 5}).encode()


POEM = "Low water\n\n    the crab is out\n  and so am I\n"
DIARY = """# My week

First a walk.[^1] Then **rain**.

| Day | Rain |
| --- | ---: |
| Mon | 7 |

```python
print("drops")
```

![A cloud](https://elsewhere.example/cloud.png) [More](https://example.org/rain) [Up](#top)

[^1]: Along the brook.
"""
SORT = '''"""Sorts crabs."""


def by_size(crabs):
    # The largest comes first.
    return sorted(crabs, key=lambda crab: -crab.width)[:3]


print("<crabs> & co", by_size([]))
'''
TABLE = 'rock;crabs;seen\nthe flat one;7;2026-03-09\n"the one; with the chain";0;\n'

READABLE: dict[str, Callable[[], bytes]] = {
    "essay.docx": essay,
    "talk.pptx": talk,
    "costs.xlsx": costs,
    "letter.odt": letter,
    "counts.ods": counts,
    "lantern.odp": lantern,
    "crabs.ipynb": book,
    "poem.txt": POEM.encode,
    "diary.md": DIARY.encode,
    "sort.py": SORT.encode,
    "rocks.csv": TABLE.encode,
}
"""What writes each document, by its name."""


def write_readable(folder: Path) -> None:
    """Writes every one of these documents into `folder`."""
    for name, make in READABLE.items():
        (folder / name).write_bytes(make())
