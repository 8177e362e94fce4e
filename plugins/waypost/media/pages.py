"""The pages of a PDF as pictures, and what they say. Runs in the workroom, on a file that was cleaned before."""

from __future__ import annotations

import ctypes
import io
import json
import time
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from .cleaning.trouble import CleaningError, damaged
from .limits import USUAL

LONG_EDGE, SMALL_EDGE = 1440, 480
QUALITY = 80
PART = 2 / 3
"""Of the time. After that, the pages that are drawn must do: the rest is in the file."""
MOST_LETTERS = 4_000
"""Of what one page says."""
LEAST_SIDE = 1.0
"""Points. What is smaller is no page that anybody could read."""


def draw_pages(
    source: Path, target: Path, most: int = USUAL.most_pages, seconds: float = USUAL.time_limit
) -> dict[str, Any]:
    """Draws the first pages of the PDF `source` into the folder `target`: `most` of them, or what can be done in good
    time where a file may take so many `seconds`. Writes what they say into `words.json` there.

    Gives `files` (names with width and height; the first one small, then all pages in order), `total`, how many pages
    the PDF has, and `stopped`: why they are not all there (pages, time or damage), or None. Raises CleaningError where
    nothing of it can be drawn.
    """
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise CleaningError("this PDF is locked with a password; save a copy without one and use that") from None
        raise damaged("PDF") from None
    files: list[tuple[str, int, int]] = []
    words: list[str] = []
    begun = time.monotonic()
    with document:
        total = len(document)
        stopped = "pages" if total > most else None
        for number in range(min(total, most)):
            if number and time.monotonic() - begun > seconds * PART:
                stopped = "time"
                break
            try:
                page = document[number]
                picture = _draw(page)
                words.append(_say(page))
            except pypdfium2.PdfiumError:
                # A document with a hole in it is shown up to there.
                stopped = "damage"
                break
            if not number:
                files.append(_write(picture, SMALL_EDGE, target / "small.webp"))
            files.append(_write(picture, LONG_EDGE, target / f"{number}.webp"))
    if not words:
        raise damaged("PDF")
    (target / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    return {"files": [*files, ("words.json", 0, 0)], "total": total, "stopped": stopped, "words": words}


def _draw(page: pypdfium2.PdfPage) -> Image.Image:
    width, height = page.get_size()
    if not (width >= LEAST_SIDE and height >= LEAST_SIDE):
        raise damaged("PDF")
    # However large a page calls itself, its picture is as large as any other.
    drawn: Image.Image = page.render(scale=LONG_EDGE / max(width, height), may_draw_forms=False).to_pil()
    return drawn.convert("RGB")


def _say(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    count = min(pdfium.FPDFText_CountChars(text.raw), MOST_LETTERS)
    if count <= 0:
        return ""
    letters = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text.raw, 0, count, letters)
    said = bytes(letters)[: 2 * count].decode("utf-16-le", errors="ignore")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())


def _write(picture: Image.Image, edge: int, path: Path) -> tuple[str, int, int]:
    size = picture.size
    if edge < max(size):
        size = (max(1, picture.width * edge // max(picture.size)), max(1, picture.height * edge // max(picture.size)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=QUALITY, method=2)
    path.write_bytes(buffer.getvalue())
    return path.name, *size
