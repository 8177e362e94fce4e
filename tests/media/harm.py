"""Files that were made to do harm, or that harm has come to, and the words that each of them gets."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from media import documents
from media.specimens import RECORDINGS, SPECIMENS, photo

Make = Callable[[], bytes]
Content = bytes | str | Make
DAMAGED = "is damaged or cut short; export or copy it again"
TOO_LARGE = "takes more memory or time than one file may; save a smaller copy and use that"
LOCKED = "is locked with a password; save a copy without one and use that"
MISNAMED = "though its name says so; "
MP4 = (RECORDINGS / "film.mp4").read_bytes()
GLB = documents.glb(photo("Sony"))
WEBM = (RECORDINGS / "film.webm").read_bytes()


def box(kind: bytes, body: bytes = b"", size: int | None = None) -> bytes:
    return struct.pack(">I4s", 8 + len(body) if size is None else size, kind) + body


def spoiled(kind: bytes, place: int, content: bytes) -> bytes:
    """The film with other bytes in a box of it, so many behind its name."""
    at = MP4.index(kind) + 4 + place
    return MP4[:at] + content + MP4[at + len(content) :]


def zipped_bomb() -> bytes:
    """A document with a part that is a thousand times what it seems."""
    parts = {
        "[Content_Types].xml": documents.types(),
        "_rels/.rels": documents.relations(),
        "word/x.xml": bytes(64 << 20),
    }
    return documents.packed(parts)


def lying_zip() -> bytes:
    """A document with a part that is longer than its entry says."""
    content = bytearray(documents.docx(photo("Sony")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo("word/document.xml")
    place = content.index(struct.pack("<I", entry.file_size), entry.header_offset)
    last = content.rindex(struct.pack("<I", entry.file_size))
    for at in (place, last):
        content[at : at + 4] = struct.pack("<I", 12)
    return bytes(content)


def with_part(name: str, content: str | bytes) -> bytes:
    """A whole document with another part in a part's place."""
    with zipfile.ZipFile(io.BytesIO(documents.docx(photo("Sony")))) as archive:
        parts: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return documents.packed({**parts, name: content})


def doubled_part() -> bytes:
    """A document with two parts of one name."""
    buffer = io.BytesIO(documents.docx(photo("Sony")))
    with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<x/>")
    return buffer.getvalue()


def locked_pdf() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    buffer = io.BytesIO()
    made.save(buffer, encryption=pikepdf.Encryption(owner="one", user="two"))
    return buffer.getvalue()


def pdf_bomb() -> bytes:
    """A PDF whose table of objects is a gigabyte once it is unpacked."""
    packed = zlib.compress(bytes(1 << 20), 9)
    for _ in range(2):
        packed = zlib.compress(packed * 64, 9)
    head = b"%PDF-1.5\n1 0 obj<</Type/XRef/Size 9/W[1 8 8]/Root 2 0 R/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    return head + b"/Length %d>>stream\n" % len(packed) + packed + b"\nendstream endobj\nstartxref\n9\n%%EOF"


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
SVG = 'xmlns="http://www.w3.org/2000/svg"'
DEEP = 200_000

HOSTILE: dict[str, tuple[str, Content, str]] = {
    "a picture as PDF": ("a.pdf", photo("Sony"), MISNAMED),
    "a program as film": ("a.mp4", b"MZ" + bytes(4000), MISNAMED),
    "a page as film": ("a.webm", b"<!doctype html><script>alert(1)</script>", MISNAMED),
    "a zip as PDF": ("a.pdf", documents.xlsx(), "it is a package of files (zip): give the file the ending"),
    "a PDF as document": ("a.docx", b"%PDF-1.7\n", "it is a PDF: give the file the ending .pdf"),
    "a film as recording": ("a.mp3", MP4, "it is a film or recording in MP4"),
    "a picture as text": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "it is a picture in PNG"),
    "a program as text": ("a.csv", b"a,b\r\n" + bytes(99), MISNAMED),
    "an older document": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an older kind, or one locked"),
    "a zip that is no document": ("a.docx", documents.packed({"a.txt": "hello"}), MISNAMED),
    "a workbook as LibreOffice": ("a.odt", documents.xlsx(), MISNAMED),
    "a zip cut short": ("a.docx", documents.docx(photo("Sony"))[:-300], DAMAGED),
    "a zip bomb": ("a.docx", zipped_bomb, TOO_LARGE),
    "a zip that lies": ("a.docx", lying_zip, DAMAGED),
    "macros": ("a.docm", with_part("[Content_Types].xml", documents.types(("a", "x.macroEnabled.y"))), "holds macros"),
    "laughs in a document": ("a.docx", with_part("word/document.xml", BOMB + "<x>&a11;</x>"), DAMAGED),
    "a file asked for in a document": ("a.docx", with_part("word/document.xml", OUTSIDE + "<x>&e;</x>"), "entities"),
    "markup that ends early": ("a.docx", with_part("word/document.xml", "<x><y>"), DAMAGED),
    "two parts of one name": ("a.docx", doubled_part, DAMAGED),
    "markup that goes deep": ("a.docx", with_part("word/document.xml", "<x>" * DEEP), DAMAGED),
    "a way out of the package": (
        "a.docx",
        with_part("_rels/.rels", documents.relations(("r1", "officeDocument", "../../../etc/passwd"))),
        DAMAGED,
    ),
    "a damaged picture inside": ("a.docx", with_part("word/media/image1.jpeg", photo("Sony")[:40]), "(image1.jpeg)"),
    "laughs in a drawing": ("a.svg", f"{BOMB}<svg {SVG}><title>&a11;</title></svg>", DAMAGED),
    "laughs in a drawing's numbers": ("a.svg", f'{BOMB}<svg {SVG} width="&a11;"/>', "; "),
    "a file asked for in a drawing": ("a.svg", f"{OUTSIDE}<svg {SVG}>&e;</svg>", "entities"),
    "a page as drawing": ("a.svg", "<html><script>alert(1)</script></html>", MISNAMED),
    "a drawing that goes deep": ("a.svg", f"<svg {SVG}>" + "<g>" * DEEP, DAMAGED),
    "a locked PDF": ("a.pdf", locked_pdf, LOCKED),
    "a PDF cut short": ("a.pdf", b"%PDF-1.7\n1 0 obj\n<</Type", DAMAGED),
    "a PDF without pages": ("a.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>", DAMAGED),
    "a PDF that goes deep": ("a.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * DEEP + b"endobj", DAMAGED),
    "a PDF whose table is a bomb": ("a.pdf", pdf_bomb, "; "),
    "a film cut short": ("a.mp4", MP4[: len(MP4) // 2], DAMAGED),
    "a film without contents": ("a.mp4", box(b"ftyp", b"isom" + bytes(4)) + box(b"mdat", bytes(99)), DAMAGED),
    "a film of a box of no size": ("a.mp4", box(b"ftyp", b"isom" + bytes(4)) + box(b"moov", size=4), DAMAGED),
    "a film of a box of all sizes": (
        "a.mp4",
        box(b"ftyp", b"isom" + bytes(4)) + box(b"moov", size=0xFFFFFFF0),
        DAMAGED,
    ),
    "a film of a box beyond numbers": (
        "a.mp4",
        box(b"ftyp", b"isom" + bytes(4)) + struct.pack(">I4sQ", 1, b"moov", (1 << 64) - 1),
        DAMAGED,
    ),
    "a film of boxes in boxes": ("a.mp4", box(b"ftyp", b"isom" + bytes(4)) + box(b"moov") * 9000, "neither"),
    "a film with a table of too much": ("a.mp4", spoiled(b"stsz", 8, b"\xff\xff\xff\xff"), DAMAGED),
    "a film whose pictures lie elsewhere": ("a.mp4", spoiled(b"stco", 8, b"\xff\xff\xff\xff"), DAMAGED),
    "a film that is only sound": ("a.mp4", (RECORDINGS / "voice.m4a").read_bytes(), "has no pictures, only sound"),
    "a WebM that is only sound": ("a.webm", (RECORDINGS / "voice.weba").read_bytes(), "has no pictures, only sound"),
    "a WebM cut short": ("a.webm", WEBM[:-200], DAMAGED),
    "a WebM that goes deep": ("a.webm", WEBM[:40] + b"\xa0\x01\xff\xff\xff\xff\xff\xff\xff" * 9000, DAMAGED),
    "a WebM of lengths beyond numbers": (
        "a.webm",
        WEBM[:40] + b"\x1fC\xb6u\x01\xff\xff\xff\xff\xff\xff\xfe" * 9,
        DAMAGED,
    ),
    "a recording of nothing": ("a.mp3", b"ID3\4\0\0\0\0\0\0" + bytes(9000), DAMAGED),
    "a recording of noise": ("a.aac", bytes(range(256)) * 40, DAMAGED),
    "a recording of tags in tags": ("a.mp3", b"ID3\4\0\0\0\0\0\0" * 9000, DAMAGED),
    "a FLAC cut short": ("a.flac", (RECORDINGS / "voice.flac").read_bytes()[:40], DAMAGED),
    "an Ogg cut short": ("a.ogg", (RECORDINGS / "voice.ogg").read_bytes()[:-40], DAMAGED),
    "an Ogg of tags without end": (
        "a.ogg",
        (RECORDINGS / "voice.ogg").read_bytes()[:58] + struct.pack("<4sBBqIIIB", b"OggS", 0, 0, 0, 0, 1, 0, 0) * 2000,
        DAMAGED,
    ),
    "a WAV that lies": (
        "a.wav",
        b"RIFF\xff\0\0\0WAVEfmt \x10\0\0\0" + bytes(16) + b"data\0\xff\xff\0" + bytes(9),
        DAMAGED,
    ),
    "a WAV without sound": ("a.wav", b"RIFF\x04\0\0\0WAVE", DAMAGED),
    "a notebook that is none": ("a.ipynb", '{"a": 1}', MISNAMED),
    "a notebook that goes deep": ("a.ipynb", '{"cells":' + "[" * DEEP, DAMAGED),
    "a model that lies": ("a.glb", struct.pack("<4sIIII", b"glTF", 2, 99, 0xFFFFFF, 0x4E4F534A), DAMAGED),
    "a model whose picture lies elsewhere": ("a.glb", GLB.replace(b'"byteOffset": 0', b'"byteOffset":-9'), DAMAGED),
    "a model of one line": ("a.obj", "v" * (1 << 20), DAMAGED),
    "an STL that lies": ("a.stl", bytes(80) + b"\xff\xff\xff\xff" + bytes(50), DAMAGED),
}


POLYGLOTS: dict[str, tuple[str, Callable[[bytes], bytes], bytes]] = {
    "a PDF that is a zip too": ("a.pdf", lambda good: good + documents.xlsx(), b"PK\3\4"),
    "a PDF behind a program": ("a.pdf", lambda good: b"#!/bin/sh\nrm -rf ~\n" + good, b"#!/bin/sh"),
    "a recording that is a page too": (
        "a.mp3",
        lambda good: good + b"<script>alert(1)</script>",
        b"<script",
    ),
    "a film that is a zip too": ("a.mp4", lambda good: good + documents.xlsx(), b"PK\3\4"),
    "a sound that is a zip too": ("a.wav", lambda good: good + documents.xlsx(), b"PK\3\4"),
    "a document that is a page too": ("a.docx", lambda good: good + b"<script>alert(1)</script>", b"<script"),
}


def content_of(content: Content) -> bytes:
    """The bytes of a row above."""
    made = content() if callable(content) else content
    return made.encode() if isinstance(made, str) else made


def whole_of(name: str) -> bytes:
    """A specimen with the ending of `name`."""
    specimen = next(one for one in SPECIMENS if one.endswith(Path(name).suffix))
    with TemporaryDirectory() as folder:
        path = Path(folder) / specimen
        SPECIMENS[specimen](path)
        return path.read_bytes()
