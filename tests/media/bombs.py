"""Small files that become large when they are opened, large ones, and those that reach for other places.

Each is made anew where it is needed. Making the largest takes some seconds and some hundred megabytes.
"""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import av
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from media import documents
from media.pictures import quarters
from media.specimens import RECORDINGS

Make = Callable[[], bytes]
WIDE, HIGH = 10_000, 9_990
"""Just below what may be opened."""
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ELSEWHERE = "https://elsewhere.example"
PIECE = bytes(1 << 20)


def zeros(count: int) -> bytes:
    """So many zeros, packed."""
    packer = zlib.compressobj(9)
    whole, rest = divmod(count, len(PIECE))
    return b"".join([*(packer.compress(PIECE) for _ in range(whole)), packer.compress(bytes(rest)), packer.flush()])


def png(width: int, height: int, depth: int, colour: int, lines: int | None = None, **more: bytes) -> bytes:
    """A black PNG; `lines` are the bytes of its pixels where its head tells another number."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    count = (1 + (width * samples * depth + 7) // 8) * height if lines is None else lines
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    beside = b"".join(chunk(kind.encode(), content) for kind, content in more.items())
    pixels = chunk(b"IDAT", zeros(count))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + beside + pixels + chunk(b"IEND", b"")


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    """A picture in a format."""
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def gif(width: int, height: int, frames: int) -> bytes:
    """A GIF that says that it is so large; each of its frames is one pixel."""
    frame = b"!\xf9\4\0\1\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    return head + frame * frames + b";"


def frames(width: int, height: int, count: int) -> bytes:
    """A GIF of so many whole frames, each with pixels of its own."""
    pictures = [Image.new("P", (width, height), number) for number in range(count)]
    for number, picture in enumerate(pictures):
        picture.putpalette([value * 7 % 256 for value in range(768)])
        picture.putpixel((0, 0), number + 9)
    return saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:], optimize=False)


def tiff(width: int, height: int, after: int = 0) -> bytes:
    """A TIFF of one strip of a few bytes, whose next page begins at `after`."""
    rows = ((256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8))
    rows += ((277, 3, 1), (278, 4, height), (279, 4, 16))
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in rows)
    return (
        b"II*\0" + struct.pack("<I", 24) + bytes(16) + struct.pack("<H", len(rows)) + table + struct.pack("<I", after)
    )


def uses(levels: int) -> bytes:
    """A drawing in which each group draws the one before it ten times."""
    groups = "".join(
        f'<g id="g{level}">{f"<use href={chr(34)}#g{level - 1}{chr(34)}/>" * 10}</g>' for level in range(1, levels + 1)
    )
    drawn = f'<defs><g id="g0"><path d="M0 0h9v9z"/></g>{groups}</defs><use href="#g{levels}"/>'
    return f'<svg {SVG} viewBox="0 0 9 9">{drawn}</svg>'.encode()


REACHING = f"""<svg {SVG} viewBox="0 0 9 9" onload="document.title='taken'"><script>document.title = "taken"</script>
<script href="{ELSEWHERE}/a.js"/><style>@import url({ELSEWHERE}/a.css); path {{ fill: url({ELSEWHERE}/#a) }}</style>
<image href="{ELSEWHERE}/a.png" width="9" height="9"/><use href="{ELSEWHERE}/a.svg#b"/><path d="M0 0h9"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="{ELSEWHERE}"/></foreignObject>
<a href="javascript:document.title='taken'"><path d="M0 9h9"/></a><feImage href="{ELSEWHERE}/b.png"/></svg>"""
PAGE = f"""<!doctype html><base href="{ELSEWHERE}"><meta http-equiv="refresh" content="0;url={ELSEWHERE}">
<script>document.title = "taken"</script><img src="{ELSEWHERE}/a.png" onerror="document.title = 'taken'">
<link rel="stylesheet" href="{ELSEWHERE}/a.css"><iframe src="{ELSEWHERE}"></iframe><form action="{ELSEWHERE}">"""


def pdf(change: Callable[[Pdf], None]) -> bytes:
    """A PDF of one page, changed."""
    made = Pdf.new()
    made.add_blank_page(page_size=(300, 200))
    change(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def reach(made: Pdf) -> None:
    """Scripts and addresses wherever a PDF may have them."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('https://elsewhere.example/')"))
    made.Root.OpenAction = script
    actions = (
        Dictionary(S=Name.URI, URI=String("javascript:document.title='taken'")),
        Dictionary(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String(ELSEWHERE))),
        Dictionary(S=Name.GoToR, F=String(f"{ELSEWHERE}/a.pdf"), D=Array([0, Name.Fit])),
        Dictionary(S=Name.Launch, F=String("/bin/sh")),
        script,
    )
    box = Array([10, 10, 90, 90])
    notes = [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=action) for action in actions]
    made.pages[0].obj.Annots = made.make_indirect(Array([made.make_indirect(note) for note in notes]))
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String(f'<xdp href="{ELSEWHERE}"/>'))
    made.attachments["a.html"] = PAGE.encode()


def paint_again(made: Pdf) -> None:
    """Forms that each paint the one before them ten times."""
    said = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 300, 200])}
    inner = made.make_stream(b"0 0 9 9 re f", **said)
    for _ in range(9):
        inside = Dictionary(XObject=Dictionary(F=inner))
        inner = made.make_stream(b"/F Do " * 10, Resources=inside, **said)
    made.pages[0].obj.Contents = made.make_stream(b"/F Do " * 10)
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=inner))


def paint_large(made: Pdf) -> None:
    """A picture of 3.6 thousand million points, packed."""
    image = Stream(made, zeros(60_000 * 7_500))
    image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.FlateDecode
    image.Width = image.Height = 60_000
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 1
    made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(I=made.make_indirect(image)))
    made.pages[0].obj.Contents = made.make_stream(b"q 300 0 0 200 0 0 cm /I Do Q")


def grow(made: Pdf) -> None:
    """A page as large as a town."""
    made.pages[0].obj.MediaBox = Array([0, 0, 9_000_000, 9_000_000])


ROUND = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n"
)


def office(part: str, content: bytes) -> bytes:
    """A text of Word with another part in a part's place."""
    body = '<w:p><w:r><w:t>Hello.</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip r:embed="r3"/></w:drawing></w:r></w:p>'
    spaces = f'xmlns:w="{documents.W}" xmlns:r="{documents.R}" xmlns:a="{documents.A}"'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": documents.types(("word/document.xml", kind)),
        "_rels/.rels": documents.relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": documents.relations(("r3", "image", "media/image1.png")),
    }
    return documents.packed({**parts, part: content})


def written(paragraphs: int) -> bytes:
    """A text of Word of so many paragraphs."""
    body = "<w:p><w:r><w:t>All work and no play.</w:t></w:r></w:p>" * paragraphs
    return f'<w:document xmlns:w="{documents.W}"><w:body>{body}</w:body></w:document>'.encode()


def notebook(size: int) -> bytes:
    """A notebook whose one output is so many letters long."""
    output = {"output_type": "stream", "name": "stdout", "text": "crab " * (size // 5)}
    one = {"cell_type": "code", "source": "1", "metadata": {}, "execution_count": 1, "outputs": [output]}
    return json.dumps({"cells": [one], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def film(width: int, height: int) -> bytes:
    """A film of one frame."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.mp4"
        with av.open(str(path), "w") as made:
            stream = made.add_stream("mpeg4", rate=10)
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            made.mux(stream.encode(av.VideoFrame(width, height, "yuv420p")))
            made.mux(stream.encode())
        return path.read_bytes()


# A frame of MPEG 2.5, layer 3: 8 kbit/s at 8 kHz, of silence. Source: ISO/IEC 11172-3, 2.4.2.3.
SILENCE = b"\xff\xe3\x18\xc4" + bytes(68)
GLTF = {
    "asset": {"version": "2.0"},
    "buffers": [{"uri": f"{ELSEWHERE}/a.bin", "byteLength": 4}],
    "images": [{"uri": f"{ELSEWHERE}/a.png"}, {"uri": "../../../etc/passwd"}],
}

BOMBS: dict[str, tuple[str, Make]] = {
    "PNG of 99 megapixels": ("a.png", lambda: png(WIDE, HIGH, 8, 2)),
    "PNG of 99 megapixels of 16 bits and alpha": ("a.png", lambda: png(WIDE, HIGH, 16, 6)),
    "PNG of 99 megapixels of 16 bits of grey": ("a.png", lambda: png(WIDE, HIGH, 16, 0)),
    "PNG of 30,000 times 30,000": ("a.png", lambda: png(30_000, 30_000, 1, 0, 100)),
    "PNG of 30,000 times 3,000": ("a.png", lambda: png(30_000, 3_000, 8, 2)),
    "PNG of one pixel": ("a.png", lambda: png(1, 1, 8, 2)),
    "PNG with a text of a gigabyte": ("a.png", lambda: png(9, 9, 8, 2, zTXt=b"Comment\0\0" + zeros(1 << 30))),
    "PNG with a profile of a gigabyte": ("a.png", lambda: png(9, 9, 8, 2, iCCP=b"a\0\0" + zeros(1 << 30))),
    "PNG of more rows than its head tells": ("a.png", lambda: png(9, 9, 8, 2, 1 << 28)),
    "GIF of 65,535 times 65,535": ("a.gif", lambda: gif(65_535, 65_535, 1)),
    "GIF of 9,000 times 9,000 that moves": ("a.gif", lambda: gif(9_000, 9_000, 299)),
    "GIF of seven frames of 81 megapixels": ("a.gif", lambda: frames(9_000, 9_000, 7)),
    "GIF of 50,000 frames": ("a.gif", lambda: gif(9, 9, 50_000)),
    "TIFF of 60,000 times 60,000": ("a.tif", lambda: tiff(60_000, 60_000)),
    "TIFF whose pages go round": ("a.tif", lambda: tiff(4, 4, 24)),
    "TIFF of 99 megapixels in CMYK": (
        "a.tif",
        lambda: saved(Image.new("CMYK", (WIDE, HIGH)), "TIFF", compression="tiff_adobe_deflate"),
    ),
    "JPEG of 99 megapixels in CMYK, progressive": (
        "a.jpg",
        lambda: saved(Image.new("CMYK", (WIDE, HIGH)), "JPEG", progressive=True),
    ),
    "JPEG in CMYK": ("a.jpg", lambda: saved(quarters((99, 66), "CMYK"), "JPEG")),
    "JPEG with a page behind it": ("a.jpg", lambda: saved(quarters(), "JPEG", comment=PAGE.encode()) + PAGE.encode()),
    "JPEG with an archive behind it": ("a.jpg", lambda: saved(quarters(), "JPEG") + documents.xlsx()),
    "GIF that begins as a script": ("a.gif", lambda: gif(0x2A2F, 9, 1) + b"*/=1;document.title='taken'"),
    "WebP of 98 megapixels": ("a.webp", lambda: saved(Image.new("RGBA", (16_383, 6_000)), "WEBP", quality=1, method=0)),
    "PNG of 90 megapixels with a clear colour": ("a.png", lambda: png(9_500, 9_500, 8, 2, tRNS=bytes(6))),
    "PNG of 99 megapixels with a clear colour": ("a.png", lambda: png(WIDE, HIGH, 8, 2, tRNS=bytes(6))),
    "WebP of 49 megapixels": ("a.webp", lambda: saved(Image.new("RGBA", (8_000, 6_100)), "WEBP", quality=1, method=0)),
    "AVIF of 99 megapixels and alpha": (
        "a.avif",
        lambda: saved(Image.new("RGBA", (WIDE, HIGH)), "AVIF", quality=1, speed=10),
    ),
    "AVIF of 64 megapixels": ("a.avif", lambda: saved(Image.new("RGB", (8_000, 8_000)), "AVIF", quality=1, speed=10)),
    "drawing of a milliard uses": ("a.svg", lambda: uses(9)),
    "drawing that reaches elsewhere": ("a.svg", REACHING.encode),
    "drawing of a million paths": (
        "a.svg",
        lambda: f"<svg {SVG} viewBox='0 0 9 9'>{'<path d=%sM0 0h9%s/>' * 1_000_000}</svg>".replace("%s", "'").encode(),
    ),
    "drawing as wide as the earth": ("a.svg", lambda: f"<svg {SVG} width='9e12' height='9e12'/>".encode()),
    "page that reaches elsewhere": ("a.html", PAGE.encode),
    "PDF that reaches elsewhere": ("a.pdf", lambda: pdf(reach)),
    "PDF that paints a thing 10,000 million times": ("a.pdf", lambda: pdf(paint_again)),
    "PDF with a picture of 3.6 thousand million points": ("a.pdf", lambda: pdf(paint_large)),
    "PDF of a page as large as a town": ("a.pdf", lambda: pdf(grow)),
    "PDF whose pages go round": ("a.pdf", lambda: ROUND),
    "text of Word with a picture of 99 megapixels": (
        "a.docx",
        lambda: office("word/media/image1.png", png(WIDE, HIGH, 8, 2)),
    ),
    "text of Word of a million paragraphs": ("a.docx", lambda: office("word/document.xml", written(1_000_000))),
    "text of Word of 40,000 paragraphs": ("a.docx", lambda: office("word/document.xml", written(40_000))),
    "text of Word with a part of a gigabyte": ("a.docx", lambda: office("word/document.xml", bytes(1 << 30))),
    "notebook of 49 MB": ("a.ipynb", lambda: notebook(49_000_000)),
    "notebook of 60 MB": ("a.ipynb", lambda: notebook(60_000_000)),
    "text of 49 MB in one line": ("a.txt", lambda: b"crab " * 9_800_000),
    "table of 49 MB": ("a.csv", lambda: b"rock,crabs,seen,by\n" * 2_500_000),
    "Markdown of brackets": ("a.md", lambda: b"[" * 200_000),
    "Markdown of quotations": ("a.md", lambda: b"> " * 100_000 + b"crab"),
    "Markdown of stars": ("a.md", lambda: b"*a **b " * 50_000),
    "JSON of 40 MB": ("a.json", lambda: json.dumps(list(range(5_000_000))).encode()),
    "program of 20 MB in one line": ("a.js", lambda: b"var a=[/(a+)+$/,'\\'];" * 1_000_000),
    "film of 64 megapixels": ("a.mp4", lambda: film(8_000, 8_000)),
    "recording of seventeen hours": ("a.mp3", lambda: SILENCE * 850_000),
    "model that reaches elsewhere": ("a.gltf", lambda: json.dumps(GLTF).encode()),
    "model of 49 MB": ("a.obj", lambda: b"v 0.1 0.2 0.3\n" * 3_500_000),
    "program": ("a.exe", lambda: b"MZ" + bytes(4000)),
    "film with a page for its end": ("a.webm", lambda: (RECORDINGS / "film.webm").read_bytes() + PAGE.encode()),
}

NAMES = (
    *("..%2f..%2fetc%2fpasswd.txt", "..\\..\\windows\\a.txt", "<img src=x onerror=alert(1)>.txt", "$(reboot).txt"),
    *("a' onclick='alert(1).txt", "-rf.txt", "--help.txt", ".htaccess", "CON.txt", "a\u202egpj.exe.txt", "a\nb.txt"),
    *(
        "index.html",
        "grant.age.txt",
        f"{'x' * 240}.txt",
        "%00.txt",
        "a.txt\u200b",
        " .txt",
        "\u0301.txt",
        "{{ name }}.txt",
    ),
)
"""Names that are attacks somewhere."""
