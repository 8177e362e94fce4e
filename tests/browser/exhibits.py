"""The evidence of the small school: files that are made when it is built, so that none has to be kept."""

from __future__ import annotations

import io
import math
import struct
import wave
from pathlib import Path

from PIL import Image, ImageDraw

PHOTOGRAPH = (2400, 1600)
SKETCH = (300, 220)
CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<script>document.title = "taken"; parent.document.title = "taken";</script>
<path d="M20 20h260v160z" fill="none" stroke="black" stroke-width="3" onload="document.title = 'taken'"/></svg>"""


def write_exhibits(portfolios: Path) -> None:
    """Writes every file that the plans below `portfolios` name, beside those that stand there already."""
    maya = portfolios / "maya-okafor" / "evidence"
    layla = portfolios / "layla-haddad" / "evidence"
    layla.mkdir(exist_ok=True)
    drawing(PHOTOGRAPH, "slategray").save(maya / "harbor at dawn.jpg", quality=60)
    drawing(SKETCH, "linen").save(maya / "sketch.png")
    drawing((900, 600), "steelblue").save(layla / "قارب.jpg", quality=60)
    (layla / "سجلّ.pdf").write_bytes(report("The first tide", "The second tide", "The last tide"))
    (layla / "مرفأ.svg").write_text(CHART, encoding="utf-8")
    colours = [Image.new("RGB", (240, 180), colour) for colour in ("steelblue", "teal", "linen")]
    colours[0].save(layla / "مدّ.gif", save_all=True, append_images=colours[1:], duration=150, loop=0)
    (maya / "voice.wav").write_bytes(hum())
    (maya / "report.pdf").write_bytes(report("The sand is firm until it is not."))
    (maya / "crab count.csv").write_bytes(b"rock,crabs\r\nthe flat one,7\r\nthe one with the chain,0\r\n")


def drawing(size: tuple[int, int], paper: str) -> Image.Image:
    """A picture with lines that end in its corners."""
    image = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(image)
    pen.line((0, 0, *size), fill="orange", width=size[0] // 60)
    pen.line((0, size[1], size[0], 0), fill="black", width=size[0] // 90)
    return image


def hum() -> bytes:
    """One second of a low tone."""
    sound = io.BytesIO()
    with wave.open(sound, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(8000)
        tone = (round(9000 * math.sin(math.tau * 110 * moment / 8000)) for moment in range(8000))
        writer.writeframes(b"".join(struct.pack("<h", value) for value in tone))
    return sound.getvalue()


def report(*sentences: str) -> bytes:
    """A PDF with a page for each sentence."""
    pages = range(len(sentences))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (4 + 2 * page) for page in pages), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in pages:
        drawn = f"BT /F1 24 Tf 72 700 Td ({sentences[page]}) Tj ET".encode()
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * page),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(written)
