"""Documents of LibreOffice: texts, slides and spreadsheets. Source: OpenDocument 1.3, part 3."""

from __future__ import annotations

import posixpath
import zipfile
from html import escape
from pathlib import Path
from typing import Any

from ..cleaning.markup import local, read_markup
from ..cleaning.packages import Package
from .markup import draw_slide_title, draw_text, join, lower_headings
from .opensheets import draw_sheet, rows_of
from .pictures import Pictures

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
TEXT = f"{{{_NAMES}:text:1.0}}"
DRAW = f"{{{_NAMES}:drawing:1.0}}"
SVG = f"{{{_NAMES}:svg-compatible:1.0}}"
STYLE = f"{{{_NAMES}:style:1.0}}"
FO = f"{{{_NAMES}:xsl-fo-compatible:1.0}}"
PRESENTATION = f"{{{_NAMES}:presentation:1.0}}"
HREF = "{http://www.w3.org/1999/xlink}href"
MOST_SPACES = 200
_SKIPPED = frozenset(("notes", "forms", "sequence-decls", "annotation", "tracked-changes", "soft-page-break", "desc"))


def draw_preview(source: Path, _name: str) -> str:
    """A document. Raises what its parsers do where it is damaged."""
    with zipfile.ZipFile(source) as archive:
        return _Document(Package(archive)).draw()


class _Document:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._pictures = Pictures()
        self._root = read_markup(package.read("content.xml"))
        self._looks = {node.get(f"{STYLE}name"): _look(node) for node in self._root.iter(f"{STYLE}style")}

    def draw(self) -> str:
        body = next(node for node in self._root if local(node.tag) == "body")
        parts = []
        slides = 0
        for node in body[0]:
            kind = local(node.tag)
            if kind == "page":
                slides += 1
                parts.append(self._slide(node, slides))
            elif kind == "table" and local(body[0].tag) == "spreadsheet":
                parts.append(draw_sheet(node))
            else:
                parts.append(self._block(node))
        html = join(parts)
        return html if slides or local(body[0].tag) == "spreadsheet" else lower_headings(html)

    def _slide(self, page: Any, number: int) -> str:
        title, parts = "", []
        for frame in page:
            if local(frame.tag) in _SKIPPED:
                continue
            if frame.get(f"{PRESENTATION}class") == "title" and not title:
                title = " ".join("".join(frame.itertext()).split())
            else:
                parts.append(self._block(frame))
        return f'<section class="look-slide">{join([draw_slide_title(number, title), *parts])}</section>'

    def _block(self, node: Any) -> str:
        kind = local(node.tag)
        if kind in _SKIPPED or not kind:
            return ""
        if kind == "h":
            rank = node.get(f"{TEXT}outline-level", "1")
            rank = min(int(rank), 6) if rank.isdigit() else 1
            return f"<h{rank}>{self._line(node)}</h{rank}>"
        if kind == "p":
            line = self._line(node)
            return f"<p>{line}</p>" if line.strip() else ""
        if kind == "list":
            items = "".join(f"<li>{self._inside(item)}</li>" for item in node if len(item))
            return f"<ul>{items}</ul>" if items else ""
        if kind == "table":
            rows = "".join(self._row(row) for row in rows_of(node))
            return f"<table>{rows}</table>"
        if kind == "frame":
            return self._frame(node)
        return self._inside(node)

    def _inside(self, node: Any) -> str:
        return join([self._block(child) for child in node])

    def _row(self, row: Any) -> str:
        cells = [cell for cell in row if local(cell.tag) == "table-cell"]
        return f"<tr>{''.join(f'<td>{self._inside(cell)}</td>' for cell in cells)}</tr>" if cells else ""

    def _line(self, node: Any) -> str:
        parts = [draw_text(node.text or "")]
        for child in node:
            parts += [self._piece(child), draw_text(child.tail or "")]
        return "".join(parts)

    def _piece(self, node: Any) -> str:
        kind = local(node.tag)
        if kind == "s":
            told = node.get(f"{TEXT}c", "1")
            return " " * min(int(told) if told.isdigit() else 1, MOST_SPACES)
        if kind in ("tab", "line-break"):
            return " " if kind == "tab" else "<br>"
        if kind == "frame":
            return self._frame(node)
        if kind == "note":
            body = next((part for part in node if local(part.tag) == "note-body"), None)
            said = " ".join("".join(body.itertext()).split()) if body is not None else ""
            return f" <small>({draw_text(said)})</small>" if said else ""
        if kind in _SKIPPED:
            return ""
        line = self._line(node)
        if kind == "a":
            return f'<a href="{escape(node.get(HREF, ""))}">{line}</a>'
        for tag in self._looks.get(node.get(f"{TEXT}style-name"), ()) if line.strip() else ():
            line = f"<{tag}>{line}</{tag}>"
        return line

    def _frame(self, frame: Any) -> str:
        image = next((part for part in frame if local(part.tag) == "image"), None)
        if image is None:
            # A box of text in a line of text: only what may stand in a line.
            return self._inside(frame)
        told = {
            local(part.tag): "".join(part.itertext()) for part in frame if part.tag in (f"{SVG}title", f"{SVG}desc")
        }
        name = posixpath.normpath(image.get(HREF, ""))
        content = self._package.read(name) if name in self._package.names else b""
        return self._pictures.draw(content, told.get("desc") or told.get("title") or "")


def _look(style: Any) -> tuple[str, ...]:
    """The elements that a style of text asks for."""
    found = next((part for part in style if local(part.tag) == "text-properties"), None)
    if found is None:
        return ()
    return (
        *(("em",) if found.get(f"{FO}font-style") == "italic" else ()),
        *(("strong",) if found.get(f"{FO}font-weight") in ("bold", "600", "700", "800", "900") else ()),
    )
