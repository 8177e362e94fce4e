"""PDFs of many shapes, put together by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

A4 = (595.0, 842.0)


def write_pdf(
    path: Path, sentences: Sequence[str], size: tuple[float, float] = A4, drawn: bytes = b"", password: str = ""
) -> Path:
    """A PDF with a page for each sentence; `drawn` is drawn on each, in points from the lower left corner."""
    pdf = Pdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for sentence in sentences:
        pdf.add_blank_page()
        page = pdf.pages[-1].obj
        page.MediaBox = Array([0, 0, *size])
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        words = b"BT 0 0 0 rg /F1 24 Tf 72 700 Td (%s) Tj ET" % sentence.encode()
        page.Contents = pdf.make_stream(drawn + b"\n" + words)
    options = {"encryption": pikepdf.Encryption(owner=password, user=password)} if password else {}
    pdf.save(path, **options)
    return path
