"""Slides of PowerPoint: number, title, texts, tables and pictures of each; what the speaker notes down is left out.

Source: ECMA-376, part 1, section 19.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.shapes.group import GroupShape
from pptx.util import Length

from ..cleaning.trouble import DAMAGED
from .markup import draw_note, draw_slide_title, draw_text, join
from .pictures import Pictures
from .tables import Cell, draw_table

MOST_SLIDES = 300
_BULLETS = frozenset(("OBJECT", "BODY", "VERTICAL_BODY", "VERTICAL_OBJECT"))


def draw_preview(source: Path, _name: str) -> str:
    """Slides, one below the other. Raises what its parsers do where the document is damaged."""
    pictures = Pictures()
    with source.open("rb") as file:
        slides = Presentation(file).slides
        shown = [slide for _, slide in zip(range(MOST_SLIDES), slides, strict=False)]
        drawn = [_slide(slide, number, pictures) for number, slide in enumerate(shown, 1)]
        return join([*drawn, draw_note("beginning") if len(slides) > MOST_SLIDES else ""])


def _slide(slide: Any, number: int, pictures: Pictures) -> str:
    title = slide.shapes.title
    heading = draw_slide_title(number, _line(title.text_frame.text) if title is not None else "")
    others = [shape for shape in _flat(slide.shapes) if title is None or shape.shape_id != title.shape_id]
    others.sort(key=lambda shape: (_place(shape.top), _place(shape.left)))
    return f'<section class="look-slide">{join([heading, *(_shape(shape, pictures) for shape in others)])}</section>'


def _flat(shapes: Iterable[Any]) -> Iterable[Any]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _place(length: Length | None) -> int:
    # A shape that says nothing stands where its layout has it: after the title, before what was put below.
    return int(length) if length is not None else 0


def _shape(shape: Any, pictures: Pictures) -> str:
    if getattr(shape, "has_table", False):
        return draw_table([[Cell(_line(cell.text)) for cell in row.cells] for row in shape.table.rows])
    if hasattr(shape, "image"):
        try:
            content = shape.image.blob
        except DAMAGED:
            content = b""
        return f"<p>{pictures.draw(content, _alt(shape))}</p>"
    if not shape.has_text_frame:
        return ""
    kind = shape.placeholder_format.type.name if shape.is_placeholder and shape.placeholder_format.type else ""
    if kind in ("SLIDE_NUMBER", "DATE", "FOOTER"):
        return ""
    lines = [(paragraph.level, _runs(paragraph)) for paragraph in shape.text_frame.paragraphs]
    lines = [(level, text) for level, text in lines if text.strip()]
    if kind in _BULLETS and len(lines) > 1:
        return _list(lines)
    return join([f"<p>{text}</p>" for _, text in lines])


def _list(lines: list[tuple[int, str]]) -> str:
    parts, depth = [], -1
    for level, text in lines:
        # A list may not begin two levels deeper than the one before.
        now = min(level, depth + 1)
        parts.append("<ul><li>" if now > depth else "</li></ul>" * (depth - now) + "</li><li>")
        parts.append(text)
        depth = now
    return "".join(parts) + "</li></ul>" * (depth + 1)


def _runs(paragraph: Any) -> str:
    parts = []
    for run in paragraph.runs:
        text = draw_text(run.text.replace("\v", "\n")).replace("\n", "<br>")
        for tag, wanted in (("em", run.font.italic), ("strong", run.font.bold)):
            text = f"<{tag}>{text}</{tag}>" if wanted and text.strip() else text
        address = run.hyperlink.address
        parts.append(f'<a href="{draw_text(address).replace(chr(34), "")}">{text}</a>' if address else text)
    return "".join(parts)


def _alt(shape: Any) -> str:
    described = shape._element.xpath(".//p:cNvPr/@descr")
    return str(described[0]) if described else ""


def _line(text: str) -> str:
    return " ".join(text.split())
