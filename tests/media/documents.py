"""Documents, drawings, notebooks and models made by hand, each with something in it that nobody should learn."""

# ruff: noqa: E501 - markup is easier to read as programs write it

from __future__ import annotations

import base64
import io
import json
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from media.metadata import PERSON

TOLD = PERSON.encode()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"<dc:creator>{PERSON}</dc:creator><cp:lastModifiedBy>{PERSON}</cp:lastModifiedBy><cp:revision>17</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2019-08-07T06:05:04Z</dcterms:created></cp:coreProperties>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{PERSON}</Company><Manager>{PERSON}</Manager><TotalTime>99</TotalTime></Properties>"
)


def packed(parts: Mapping[str, str | bytes], stored: tuple[str, ...] = ()) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2019, 8, 7, 6, 5, 4))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def relations(*rows: tuple[str, str, str]) -> str:
    """A part of relations: id, kind and target of each; a target with a colon lies outside."""
    inside = "".join(
        f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for id_, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def types(*overrides: tuple[str, str]) -> str:
    """The part that says of what type each part is."""
    rows = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides)
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("jpeg", "image/jpeg"),
            ("bin", "application/octet-stream"),
        )
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{rows}</Types>'


def properties() -> dict[str, str | bytes]:
    """The parts that say who wrote a document."""
    return {
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "docProps/custom.xml": f'<Properties xmlns="custom"><property name="Client">{PERSON}</property></Properties>',
        "docProps/thumbnail.jpeg": b"\xff\xd8" + TOLD,
    }


ROOT = (
    ("p1", "metadata/core-properties", "docProps/core.xml"),
    ("p2", "extended-properties", "docProps/app.xml"),
    ("p3", "custom-properties", "docProps/custom.xml"),
    ("p4", "metadata/thumbnail", "docProps/thumbnail.jpeg"),
)


def docx(picture: bytes) -> bytes:
    """A text with comments, changes, a picture, a workbook inside, and a template on somebody's disk."""
    by = f'w:author="{PERSON}" w:date="2019-08-07T06:05:04Z" w:id="1"'
    document = f"""<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"><!-- {PERSON} --><w:body>
<w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="1"/><w:r w:rsidRPr="00AB12CD"><w:t>The brook in May.</w:t></w:r>
<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>
<w:p><w:ins {by}><w:r><w:t>Added later.</w:t></w:r></w:ins><w:del {by}><w:r><w:delText>{PERSON} was here.</w:delText></w:r></w:del>
<w:r><w:rPr><w:b/><w:rPrChange {by}><w:rPr/></w:rPrChange></w:rPr><w:t>Bold.</w:t></w:r></w:p>
<w:tbl><w:tr><w:trPr><w:del {by}/></w:trPr><w:tc><w:p><w:r><w:t>{PERSON}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:drawing><a:docPr id="3" name="Picture 3" descr="C:\\Users\\{PERSON}\\brook.jpg"/><a:blip r:embed="r3"/></w:drawing></w:r></w:p>
<w:p><w:hyperlink r:id="r4"><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:hyperlink r:id="r5"><w:r><w:t>A file</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><w:instrText> INCLUDEPICTURE "C:\\Users\\{PERSON}\\x.png" </w:instrText></w:r></w:p>
</w:body></w:document>"""
    inside = xlsx()
    return packed(
        {
            "[Content_Types].xml": types(
                (
                    "word/document.xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                ),
                ("word/comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"),
                ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml"), *ROOT),
            **properties(),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": relations(
                ("r1", "comments", "comments.xml"),
                ("r2", "settings", "settings.xml"),
                ("r3", "image", "media/image1.jpeg"),
                ("r4", "hyperlink", "https://example.org/"),
                ("r5", "hyperlink", f"file:///C:/Users/{PERSON}/notes.txt"),
                ("r6", "package", "embeddings/book.xlsx"),
                ("r7", "customXml", "../customXml/item1.xml"),
                ("r8", "oleObject", "embeddings/object.bin"),
                ("r9", "people", "people.xml"),
            ),
            "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment {by}>{PERSON}</w:comment></w:comments>',
            "word/people.xml": f'<w:people xmlns:w="{W}"><w:person w:author="{PERSON}"/></w:people>',
            "word/settings.xml": (
                f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="r1"/><w:rsids><w:rsid w:val="00AB12CD"/>'
                f'</w:rsids><w:docVars><w:docVar w:name="n" w:val="{PERSON}"/></w:docVars><w:zoom w:percent="90"/></w:settings>'
            ),
            "word/_rels/settings.xml.rels": relations(("r1", "attachedTemplate", f"file:///C:/{PERSON}.dotm")),
            "word/media/image1.jpeg": picture,
            "word/embeddings/book.xlsx": inside,
            "word/embeddings/object.bin": b"\xd0\xcf\x11\xe0" + TOLD,
            "customXml/item1.xml": f"<who>{PERSON}</who>",
        }
    )


def xlsx() -> bytes:
    """A workbook with comments, a path, a printer and views of people's own."""
    return packed(
        {
            "[Content_Types].xml": types(
                ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
                (
                    "xl/worksheets/sheet1.xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                ),
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml"), *ROOT),
            **properties(),
            "xl/workbook.xml": (
                f'<workbook xmlns="{S}" xmlns:r="{R}"><fileVersion appName="xl" lastEdited="7"/><fileSharing userName="{PERSON}"/>'
                f'<absPath xmlns="x15ac" url="C:\\Users\\{PERSON}"/><customWorkbookViews><customWorkbookView name="{PERSON}"/>'
                '</customWorkbookViews><sheets><sheet name="Crabs" sheetId="1" r:id="r1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "persons", "persons/person.xml")
            ),
            "xl/persons/person.xml": f"<personList>{PERSON}</personList>",
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{S}" xmlns:r="{R}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'
                '<pageSetup orientation="landscape" r:id="r2"/><legacyDrawing r:id="r3"/></worksheet>'
            ),
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                ("r1", "comments", "../comments1.xml"),
                ("r2", "printerSettings", "../printerSettings/printerSettings1.bin"),
                ("r3", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ),
            "xl/comments1.xml": f'<comments xmlns="{S}"><authors><author>{PERSON}</author></authors></comments>',
            "xl/printerSettings/printerSettings1.bin": TOLD,
            "xl/drawings/vmlDrawing1.vml": f"<xml>{PERSON}</xml>",
        }
    )


def pptx(picture: bytes) -> bytes:
    """Slides with a comment, tags and a picture that says more than it shows."""
    return packed(
        {
            "[Content_Types].xml": types(
                (
                    "ppt/presentation.xml",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                ),
                ("ppt/slides/slide1.xml", "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"),
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml"), *ROOT),
            **properties(),
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations(
                ("r1", "slide", "slides/slide1.xml"), ("r2", "commentAuthors", "commentAuthors.xml")
            ),
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor name="{PERSON}"/></p:cmAuthorLst>',
            "ppt/slides/slide1.xml": (
                f'<p:sld xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:cSld><p:spTree>'
                '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
                '<p:pic><p:nvPicPr><p:cNvPr id="2" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
                '<p:blipFill><a:blip r:embed="r2"/></p:blipFill><p:spPr/></p:pic>'
                '<p:sp><p:nvSpPr><p:cNvPr id="3" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
                "<p:txBody><a:bodyPr/><a:p><a:r><a:t>My brook</a:t></a:r></a:p></p:txBody></p:sp>"
                '</p:spTree></p:cSld><p:custDataLst><p:tags r:id="r3"/></p:custDataLst></p:sld>'
            ),
            "ppt/slides/_rels/slide1.xml.rels": relations(
                ("r1", "comments", "../comments/comment1.xml"),
                ("r2", "image", "../media/image1.jpeg"),
                ("r3", "tags", "../tags/tag1.xml"),
            ),
            "ppt/comments/comment1.xml": f"<p:cmLst xmlns:p='{P}'>{PERSON}</p:cmLst>",
            "ppt/tags/tag1.xml": f"<p:tagLst xmlns:p='{P}'><p:tag name='n' val='{PERSON}'/></p:tagLst>",
            "ppt/media/image1.jpeg": picture,
        }
    )


def opendocument(kind: str, picture: bytes) -> bytes:
    """A document of LibreOffice: `kind` is text, spreadsheet or presentation."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = (
        f'xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:draw="{names}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="{names}:meta:1.0"'
    )
    signed = f"<dc:creator>{PERSON}</dc:creator><dc:date>2019-08-07T06:05:04</dc:date>"
    body = f"""<office:document-content {spaces}><office:scripts><office:script>{PERSON}</office:script></office:scripts>
<office:body><office:{kind}><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>{signed}
</office:change-info><text:p>{PERSON}</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>The brook<text:change text:change-id="c1"/><office:annotation>{signed}<text:p>{PERSON}</text:p></office:annotation> in May.
<draw:image xlink:href="Pictures/one.jpg"/><draw:image xlink:href="file:///home/{PERSON}/two.jpg"/>
<text:a xlink:href="https://example.org/">A link</text:a></text:p></office:{kind}></office:body></office:document-content>"""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    paths = ("content.xml", "meta.xml", "settings.xml", "Pictures/one.jpg", "Thumbnails/thumbnail.png")
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type=""/>' for path in ("/", *paths)
    )
    return packed(
        {
            "mimetype": mimetype,
            "content.xml": body,
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{signed}<meta:generator>{PERSON}</meta:generator>"
            "</office:meta></office:document-meta>",
            "settings.xml": f"<office:document-settings {spaces}>{PERSON}</office:document-settings>",
            "Pictures/one.jpg": picture,
            "Thumbnails/thumbnail.png": b"\x89PNG" + TOLD,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0">{rows}</manifest:manifest>',
        },
        stored=("mimetype",),
    )


def pdf(path: Path, picture: bytes, size: tuple[int, int]) -> None:
    """A PDF of two pages with everything that may be hidden in one."""
    made = Pdf.new()
    image = Stream(made, picture, Type=Name.XObject, Subtype=Name.Image, ColorSpace=Name.DeviceRGB, BitsPerComponent=8)
    image.Filter, image.Width, image.Height = Name.DCTDecode, *size
    for number in range(2):
        page = made.add_blank_page(page_size=(300, 200))
        page.obj.Resources = Dictionary(XObject=Dictionary(I=made.make_indirect(image)))
        page.obj.Contents = made.make_stream(b"q 100 0 0 60 20 20 cm /I Do Q")
        page.obj.LastModified = String("D:20190807060504Z")
        page.obj.PieceInfo = Dictionary(App=Dictionary(Private=String(PERSON)))
        page.obj.Metadata = made.make_stream(TOLD, Type=Name.Metadata, Subtype=Name.XML)
        page.obj.Thumb = made.make_stream(TOLD)
        page.obj.AA = Dictionary(O=_script())
        page.obj.Annots = made.make_indirect(
            Array([made.make_indirect(one) for one in _notes(made, number)]),
        )
    made.Root.OpenAction = _script()
    made.Root.AA = Dictionary(WC=_script())
    made.Root.PageMode = Name.UseAttachments
    made.Root.Lang = String("en-US")
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), _script()])))
    made.Root.Outlines = _outline(made)
    made.attachments["secret.txt"] = TOLD
    with made.open_metadata() as told:
        told["dc:creator"] = [PERSON]
    made.docinfo["/Author"] = PERSON
    made.docinfo["/Producer"] = PERSON
    made.save(path)


def _script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{PERSON}')"))


def _outline(made: Pdf) -> pikepdf.Object:
    outline = made.make_indirect(Dictionary(Type=Name.Outlines, Count=2))
    first, second = (made.make_indirect(Dictionary(Title=String(title), Parent=outline)) for title in ("One", "Two"))
    first.Next, second.Prev = second, first
    first.A = Dictionary(S=Name.GoTo, D=Array([made.pages[0].obj, Name.Fit]))
    second.A = Dictionary(S=Name.Launch, F=String(f"{PERSON}.exe"))
    outline.First, outline.Last = first, second
    return outline


def _notes(made: Pdf, number: int) -> list[Dictionary]:
    box = Array([10, 10, 60, 30])
    signed = {"T": String(PERSON), "M": String("D:20190807060504Z"), "Contents": String(PERSON), "Rect": box}
    addresses = ("https://example.org/", f"file:///home/{PERSON}")
    link = Dictionary(S=Name.URI, URI=String(addresses[number]))
    return [
        Dictionary(Type=Name.Annot, Subtype=Name.Text, **signed),
        Dictionary(Type=Name.Annot, Subtype=Name.Highlight, **signed, QuadPoints=Array([0] * 8)),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=link),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=Dictionary(S=Name.Launch, F=String(PERSON))),
        Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, **signed, FS=Dictionary(F=String(PERSON))),
        Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, **signed),
    ]


def drawing(picture: bytes) -> str:
    """A drawing with programs' notes, a script, and pictures inside and elsewhere."""
    inside = base64.b64encode(picture).decode()
    return f"""<?xml version="1.0"?><!-- {PERSON} --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://inkscape.example/{PERSON[:6]}"
 viewBox="0 0 10 10" onload="alert('{PERSON}')" i:docname="{PERSON}.svg" data-who="{PERSON}">
<metadata>{PERSON}</metadata><i:namedview/><script>alert("{PERSON}")</script><title>A brook</title>
<style>/* {PERSON} */ path {{ fill: red }}</style><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">{PERSON}</p></foreignObject>
<path id="p" d="M0 0L9 9"/><use href="#p"/><image href="data:image/jpeg;base64,{inside}"/><image href="https://{PERSON[:6]}.example/"/>
<a xlink:href="javascript:alert('{PERSON}')"><path d="M1 1"/></a><rect style="fill:url(https://example.org/{PERSON})" width="2"/>
<animate attributeName="href" to="{PERSON}"/></svg>"""


def notebook(picture: bytes) -> str:
    """A notebook that was run somewhere by somebody."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": "markdown", "id": "a1", "metadata": {"author": PERSON}, "source": ["# Crabs"]},
                {
                    "cell_type": "code",
                    "id": "a2",
                    "execution_count": 3,
                    "metadata": {"executionInfo": {"user": {"displayName": PERSON}}},
                    "source": "7 * 6",
                    "outputs": [
                        {
                            "output_type": "display_data",
                            "metadata": {"by": PERSON},
                            "data": {"text/plain": "42", "image/jpeg": base64.b64encode(picture).decode()},
                        }
                    ],
                },
            ],
            "metadata": {
                "authors": [{"name": PERSON}],
                "kernelspec": {"name": PERSON, "display_name": PERSON},
                "language_info": {"name": "python", "version": "3.12.1"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def glb(picture: bytes) -> bytes:
    """A model with a picture in it."""
    padded = picture + bytes(-len(picture) % 4)
    described = {
        "asset": {"version": "2.0", "generator": PERSON, "copyright": PERSON, "extras": {"author": PERSON}},
        "buffers": [{"byteLength": len(padded)}],
        "bufferViews": [{"buffer": 0, "byteOffset": 0, "byteLength": len(picture)}],
        "images": [{"bufferView": 0, "mimeType": "image/jpeg"}],
        "nodes": [{"name": "Boat", "extras": {"by": PERSON}}],
    }
    text = json.dumps(described).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(padded), 0x004E4942) + padded
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def stl() -> bytes:
    """A model for printing, of one triangle."""
    return TOLD.ljust(80, b"\0") + struct.pack("<I", 1) + struct.pack("<12fH", *range(12), 0)
