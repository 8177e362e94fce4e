"""PDF, written anew: its pages, links and outline are left; scripts, notes, attachments and earlier states are not.

Source: ISO 32000-2, sections 7.7 (document and pages), 12.5 (annotations), 12.6 (actions), 14.3 (metadata).
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from .jpeg import clean_jpeg
from .pictures import clean_jpeg_2000
from .profiles import clean_profile
from .room import share
from .trouble import CleaningError, damaged, too_large

OBJECTS = 1_000
"""Bytes of memory for each object that a PDF may have."""
_CATALOG = frozenset(
    (
        *("/Type", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences", "/PageLayout", "/Outlines"),
        *("/AcroForm", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OCProperties", "/Version", "/PageMode"),
    )
)
_PAGE = frozenset(
    (
        *("/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate"),
        *("/Contents", "/Group", "/Annots", "/Tabs", "/StructParents", "/UserUnit", "/Dur", "/Trans"),
    )
)
_ACTIONS = frozenset(("/GoTo", "/URI", "/Named", "/Hide", "/SetOCGState"))
_ADDRESSES = (b"http://", b"https://", b"mailto:", b"tel:", b"#")
_SHOWN = frozenset(
    (
        *("/Link", "/Widget", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight"),
        *("/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Ink", "/Watermark", "/Redact"),
    )
)
_TELLING = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/AF", "/OPI", "/JS", "/XFA", "/Measure"),
    *("/PTData", "/ModDate", "/CreationDate", "/CreatorInfo"),
)
_NOTE = ("/T", "/M", "/Subj", "/NM", "/RC", "/IRT", "/Popup", "/RT", "/ExData", "/State", "/StateModel")


def clean_pdf(source: Path, target: Path) -> None:
    """Cleans a PDF. Raises CleaningError where it is damaged, or locked with a password."""
    try:
        with pikepdf.open(source, suppress_warnings=True) as pdf:
            if len(pdf.objects) > share(OBJECTS):
                raise too_large("PDF")
            pages = len(pdf.pages)
            if not pages:
                raise damaged("PDF")
            _clean_catalog(pdf)
            for page in pdf.pages:
                _clean_page(page.obj)
            for thing in pdf.objects:
                _clean(thing)
            pdf.save(
                target,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                fix_metadata_version=False,
            )
    except pikepdf.PasswordError:
        raise CleaningError("this PDF is locked with a password; save a copy without one and use that") from None
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, pikepdf.DeletedObjectError):
        raise damaged("PDF") from None


def _clean_catalog(pdf: Pdf) -> None:
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info
    root = pdf.Root
    _only(root, _CATALOG)
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        _only(names, frozenset(("/Dests",)))
    if root.get("/PageMode") == Name.UseAttachments:
        del root.PageMode
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary):
        for key in ("/XFA", "/SigFlags", "/CO"):
            _drop(form, key)


def _clean_page(page: Dictionary) -> None:
    _only(page, _PAGE)
    notes = page.get("/Annots")
    if isinstance(notes, Array):
        kept = [note for note in notes if isinstance(note, Dictionary) and str(note.get("/Subtype")) in _SHOWN]
        page.Annots = Array(kept)


def _clean(thing: Object) -> None:
    """Cleans an object and what lies in it; what it points to is cleaned on its own."""
    ahead = [thing]
    while ahead:
        one = ahead.pop()
        if isinstance(one, Array):
            ahead += [inner for inner in one if _is_inside(inner)]
        elif isinstance(one, Dictionary | Stream):
            _clean_dictionary(one)
            if isinstance(one, Stream):
                _clean_stream(one)
            ahead += [inner for inner in one.values() if _is_inside(inner)]


def _is_inside(thing: Any) -> bool:
    return isinstance(thing, Array | Dictionary) and not thing.is_indirect


def _clean_dictionary(one: Any) -> None:
    for key in _TELLING:
        _drop(one, key)
    for key in ("/A", "/PA", "/Next"):
        if key in one and not _is_harmless(one[key]):
            del one[key]
    kind = one.get("/Subtype")
    if isinstance(kind, Name) and str(kind) in _SHOWN and "/Rect" in one:
        _clean_note(one, str(kind))
    if one.get("/FT") == Name.Sig:
        _drop(one, "/V")
    if one.get("/Type") in (Name.Filespec, Name.F):
        for key in ("/EF", "/RF", "/Desc", "/UF", "/F"):
            _drop(one, key)


def _clean_note(note: Any, kind: str) -> None:
    if kind == "/Widget":
        _drop(note, "/M")
        return
    for key in _NOTE:
        _drop(note, key)
    # What such a note says stands on the page; what others say opens beside it, with a name.
    if kind not in ("/FreeText", "/Link", "/Watermark"):
        _drop(note, "/Contents")


def _is_harmless(action: Any) -> bool:
    """Whether what stands in an action's place does no more than lead on. What has no /S there is no action at all."""
    if isinstance(action, Array):
        return all(_is_harmless(one) for one in action)
    if not isinstance(action, Dictionary) or "/S" not in action:
        return True
    if action.get("/S") == Name.URI:
        address = action.get("/URI")
        return isinstance(address, String) and bytes(address).strip().lower().startswith(_ADDRESSES)
    return str(action.get("/S")) in _ACTIONS


def _clean_stream(stream: Stream) -> None:
    for key in ("/F", "/FFilter", "/FDecodeParms"):
        _drop(stream, key)
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)] if filters else []
    if names == ["/DCTDecode"]:
        clean = clean_jpeg
    elif names == ["/JPXDecode"]:
        clean = clean_jpeg_2000
    elif "/N" in stream and "/Type" not in stream and "/FunctionType" not in stream and names in ([], ["/FlateDecode"]):
        _clean_colours(stream)
        return
    else:
        return
    try:
        cleaned = clean(stream.read_raw_bytes())
    except (ValueError, struct.error):
        # A picture that no reader draws has nothing to lose.
        cleaned = b""
    settings = stream.get("/DecodeParms")
    stream.write(cleaned, filter=Name(names[0]), decode_parms=settings if isinstance(settings, Dictionary) else None)


def _clean_colours(stream: Stream) -> None:
    unpacker = zlib.decompressobj()
    content = stream.read_raw_bytes()
    try:
        profile = unpacker.decompress(content, 16 << 20) if "/Filter" in stream else content
        stream.write(clean_profile(profile))
    except (zlib.error, struct.error):
        return


def _only(one: Any, kept: frozenset[str]) -> None:
    for key in list(one.keys()):
        if key not in kept:
            del one[key]


def _drop(one: Any, key: str) -> None:
    if key in one:
        del one[key]
