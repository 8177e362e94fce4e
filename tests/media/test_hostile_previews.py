"""Documents that were made to do harm, and what is left of them in the page."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from media.documents import packed
from media.readable import FRAME, cell, opened, paragraph, picture, word, workbook
from media.test_previews import drawn
from waypost.media.cleaning.trouble import CleaningError
from waypost.media.previews.making import LONGEST, make_preview
from waypost.media.previews.sanitiser import TAGS, sanitise_preview
from waypost.media.workroom import Workroom

INERT = {"class", "align", "scope", "colspan", "rowspan", "start", "title", "alt", "width", "height", "role", "rel"}
INERT |= {"tabindex", "aria-label", "target", "data-say", "data-label", "data-number", "data-shown", "data-all"}
LEADS = re.compile(r"https?://|mailto:")
HELD = re.compile(r"data:image/webp;base64,[A-Za-z0-9+/]+=*")


def harm_in(html: str) -> list[str]:
    """Whatever of a fragment would run, load, name something or lead to a program, if a page held it."""
    found = []
    for node in fragment_fromstring(html, create_parent="div").iter():
        if node.tag not in TAGS:
            found.append(str(node.tag))
        for name, value in node.attrib.items():
            fine = name in INERT or (name == "href" and LEADS.match(value)) or (name == "src" and HELD.fullmatch(value))
            if not fine:
                found.append(f"{name}={value}")
    return found


def linked(address: str) -> bytes:
    """A text of Word with a link to `address`."""
    body = '<w:p><w:hyperlink r:id="r5"><w:r><w:t>Press here</w:t></w:r></w:hyperlink></w:p>'
    return word(body, ("r5", "hyperlink", address))


def slide(address: str) -> bytes:
    """A slide whose text leads to `address`."""
    show = Presentation()
    made = show.slides.add_slide(show.slide_layouts[5])
    made.shapes.title.text = "<script>alert(1)</script>"
    run = made.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1)).text_frame.paragraphs[0].add_run()
    run.text = "Press here"
    run.hyperlink.address = address
    target = io.BytesIO()
    show.save(target)
    return target.getvalue()


def typed(text: str) -> str:
    """A row of a workbook with one cell of text."""
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def notebook(*outputs: dict[str, object], source: str = "1", kind: str = "code") -> bytes:
    """A notebook of one cell."""
    one = {"cell_type": kind, "source": source, "outputs": list(outputs)}
    return json.dumps({"cells": [one], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def shown(kind: str, content: str) -> dict[str, object]:
    """An output of a notebook."""
    return {"output_type": "display_data", "data": {kind: content}}


TABLE = (
    "<table onclick=alert(1)><tr><td style='background:url(//x.example)'>7<script>alert(1)</script>"
    "<img src=//x.example/a.png onerror=alert(1)><form action=//x.example><input></form></td></tr></table>"
)
CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a script as text in Word": ("a.docx", lambda: word(paragraph("&lt;script&gt;alert(1)&lt;/script&gt;"))),
    "a link that runs in Word": ("a.docx", lambda: linked("javascript:alert(1)")),
    "a link to a file in Word": ("a.docx", lambda: linked("file:///etc/passwd")),
    "a description with quotes in Word": ("a.docx", lambda: word(picture("s4", "&quot; onload=&quot;alert(1)"))),
    "a picture elsewhere in Word": (
        "a.docx",
        lambda: word(picture("r9", "far"), ("r9", "image", "https://x.example/a.png")),
    ),
    "a link that runs on a slide": ("a.pptx", lambda: slide("javascript:alert(1)")),
    "a link with quotes on a slide": ("a.pptx", lambda: slide('https://x.example/"onclick="alert(1)')),
    "markup in a workbook": ("a.xlsx", lambda: workbook(typed("&lt;iframe src=//x.example&gt;"))),
    "a link that runs in LibreOffice": (
        "a.odt",
        lambda: opened("text", '<text:p><text:a xlink:href="javascript:alert(1)">Press</text:a></text:p>'),
    ),
    "a picture outside of the package": (
        "a.odt",
        lambda: opened("text", f"<text:p>Seen {FRAME.replace('Pictures/one.jpg', '../../etc/passwd')}</text:p>"),
    ),
    "a name of a sheet": (
        "a.ods",
        lambda: opened(
            "spreadsheet",
            '<table:table table:name="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"><table:table-row>'
            f"{cell('7')}</table:table-row></table:table>",
        ),
    ),
    "a table in a notebook": ("a.ipynb", lambda: notebook(shown("text/html", TABLE))),
    "a page in a notebook": ("a.ipynb", lambda: notebook(shown("text/html", "<script>alert(1)</script>"))),
    "a drawing in a notebook": ("a.ipynb", lambda: notebook(shown("image/svg+xml", "<svg onload=alert(1)/>"))),
    "a picture that is none in a notebook": ("a.ipynb", lambda: notebook(shown("image/png", "<svg onload=alert(1)>"))),
    "words in a notebook": (
        "a.ipynb",
        lambda: notebook(source="<iframe src=//x.example></iframe>[x](javascript:alert(1))", kind="markdown"),
    ),
    "a page that was written in Markdown": ("a.md", lambda: TABLE.encode() + b"\n\n![x](https://x.example/p.png)"),
    "a style in Markdown": ("a.md", b"<style>*{display:none}</style><link rel=stylesheet href=//x.example>w".strip),
    "our own marks in Markdown": (
        "a.md",
        b'<p class="look-note" data-say="x\' onclick=alert(1)" id="page">w</p>'.strip,
    ),
    "a page as a program": ("a.html", b"<script src=//x.example></script><body onload=alert(1)>".strip),
    "markup in a table of text": ("a.csv", b'a,b\n"<img src=x onerror=alert(1)>",2\n'.strip),
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_in_a_preview_runs_loads_or_leads_to_a_program(case: str, tmp_path: Path) -> None:
    name, make = CASES[case]
    html, _ = drawn(name, make(), tmp_path)
    assert harm_in(html) == []
    assert "<script" not in html.lower()


@given(st.text(st.sampled_from("<>\"'=/ abdiostyleronclickhref:javpt&;#x0imgd-"), max_size=120))
def test_whatever_is_written_is_harmless_once_sanitised(text: str) -> None:
    clean = sanitise_preview(
        f"<p>{text}</p><img {text}><a href='{text}'>x</a><img alt='{text}'><table data-name='{text}'>"
    )
    assert harm_in(clean) == []


def test_sheet_of_a_million_cells_shows_its_beginning(tmp_path: Path) -> None:
    rows = ("".join(f"<c><v>{number * 7919 % 99991}</v></c>" for number in range(at, at + 100)) for at in range(10_000))
    source, page = tmp_path / "a.xlsx", tmp_path / "page.html"
    source.write_bytes(workbook("".join(f"<row>{row}</row>" for row in rows)))
    text = make_preview(source, page, source.name)
    html = page.read_text(encoding="utf-8")
    assert html.count("<tr>") == 200
    assert html.count("<td") == 6000
    assert html.endswith('<p class="look-note" data-say="look-beginning"></p>')
    assert text.startswith("<img src=x onerror=alert(1)> 0 7919 15838")


def test_rows_and_cells_that_are_repeated_a_milliard_times_stay_few(tmp_path: Path) -> None:
    filled = f'<table:table-row table:number-rows-repeated="1048576">{cell("7", "float", 16384)}</table:table-row>'
    body = f'<table:table table:name="Bomb">{filled * 5}</table:table>'
    html, _ = drawn("a.ods", opened("spreadsheet", body), tmp_path)
    assert html.count("<td") == 6000
    assert 'data-all="5242880"' in html
    assert 'data-all="16384"' in html


def test_picture_of_too_many_pixels_is_told_in_words(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    huge = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 3751)), (b"IEND", b""))
    )
    packed_in = base64.b64encode(huge).decode()
    source = tmp_path / "a.ipynb"
    source.write_bytes(notebook({"output_type": "display_data", "data": {"image/png": packed_in, "text/plain": "Sky"}}))
    make_preview(source, tmp_path / "page", source.name)
    assert (
        '<span class="look-absent"><span data-say="look-picture"></span> Sky</span>' in (tmp_path / "page").read_text()
    )


def test_pictures_stop_where_a_page_has_enough_of_them(tmp_path: Path) -> None:
    one = io.BytesIO()
    Image.effect_noise((700, 700), 90).save(one, "PNG")
    packed_in = base64.b64encode(one.getvalue()).decode()
    source = tmp_path / "a.ipynb"
    source.write_bytes(notebook(*[shown("image/png", packed_in)] * 16))
    make_preview(source, tmp_path / "page", source.name)
    html = (tmp_path / "page").read_text()
    assert 0 < html.count("<img") < 16
    assert html.count("<img") + html.count("look-absent") == 16
    assert len(html) < LONGEST


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.docx", word(paragraph("x"))[:-40]),
        ("none.pptx", b"PK\3\4 nothing"),
        ("list.ipynb", b"[1, 2]"),
        ("deep.ipynb", b'{"cells":' + b"[" * 100_000),
        ("cells.ipynb", b'{"cells": [7]}'),
        ("deep.odt", opened("text", "<text:section>" * 300 + "</text:section>" * 300)),
        ("parts.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"})),
    ],
)
def test_what_makes_no_sense_is_one_message(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with Workroom() as workroom, pytest.raises(CleaningError, match=r"; (?:export|save) "):
        workroom.preview(tmp_path / name, tmp_path / "page", name)


def test_document_that_never_ends_is_one_message_and_the_next_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.txt")
    (tmp_path / "next.txt").write_text("All is well.")
    with Workroom(seconds=1) as workroom:
        with pytest.raises(CleaningError, match="; save a smaller copy"):
            workroom.preview(tmp_path / "endless.txt", tmp_path / "page", "endless.txt")
        assert workroom.preview(tmp_path / "next.txt", tmp_path / "page", "next.txt") == "All is well."
