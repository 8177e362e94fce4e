"""Documents of Word, Excel and PowerPoint: what they show is left; who wrote it, when, and what it was before is not.

Source: ECMA-376, part 1.
"""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import Any

from .markup import drop, elements, local, read_markup, remove, write_markup
from .packages import Package, write_package
from .parts import clean_package, clean_part
from .relations import EMBEDDED, Relations, relations_name
from .revisions import accept_revisions
from .trouble import CleaningError, damaged, misnamed

TYPES = "[Content_Types].xml"
_REFERENCES = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
# They hold more than what they refer to, so only the reference goes.
_STAY = frozenset(("pageSetup", "blip", "cNvPr", "docPr", "worksheetSource", "background"))
_GONE = frozenset(
    (
        *(
            "rsids",
            "attachedTemplate",
            "docVars",
            "mailMerge",
            "docId",
            "dataBinding",
            "trackRevisions",
            "revisionView",
        ),
        *("saveThroughXslt", "schemaLibrary", "attachedSchema", "smartTagType", "annotationRef", "documentType"),
        *("fileVersion", "fileSharing", "customWorkbookViews", "customSheetViews", "absPath", "revisionPtr"),
        *("webPublishing", "alternateUrls", "creationId", "presenceInfo", "custDataLst", "documentProtection"),
        *("commentRangeStart", "commentRangeEnd", "legacyDrawing", "legacyDrawingHF", "cmAuthorLst"),
    )
)
_NAMELESS = frozenset(
    (
        *("author", "initials", "date", "dateUtc", "userId", "ed", "refreshedBy", "refreshedDate", "refreshedDateIso"),
        *("user", "userName", "lastEdited", "gfxdata", "uid", "paraId", "textId", "tableType", "queryTableFieldId"),
    )
)
_WORDS = frozenset(("descr", "title", "name", "alt"))


def clean_office(source: Path, target: Path) -> None:
    """Cleans a document. Raises CleaningError where it is damaged, locked, or holds macros."""
    try:
        with zipfile.ZipFile(source) as archive:
            write_package(target, _Document(Package(archive)).cleaned())
    except zipfile.BadZipFile:
        raise damaged("document") from None


class _Document:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._names = set(package.names)
        if TYPES not in self._names or "_rels/.rels" not in self._names:
            raise misnamed("document of Word, Excel or PowerPoint")
        self._types = read_markup(package.read(TYPES))
        if any("macroEnabled" in (row.get("ContentType") or "") for row in self._types):
            raise CleaningError(
                "this document holds macros, which are programs; save it again without them, as .docx, .xlsx or .pptx"
            )

    def cleaned(self) -> list[tuple[str, bytes]]:
        """Every part that is reached from the beginning over relations that are kept, cleaned."""
        relations, kinds = self._reached()
        done: dict[str, bytes] = {}
        gone: set[str] = set()
        for name, kind in kinds.items():
            content = self._part(name, kind)
            if content is None:
                gone.add(name)
            else:
                done[name] = content
        for owner, one in relations.items():
            one.without(gone)
            if owner and owner in done:
                done[owner] = self._markup(done[owner], one.dropped) if owner.endswith(".xml") else done[owner]
        for owner, one in relations.items():
            if not owner or owner in done:
                done[relations_name(owner)] = one.packed()
        for row in list(self._types):
            part = (row.get("PartName") or "").lstrip("/")
            if local(row.tag) == "Override" and part not in done:
                remove(row)
        order = [name for name in self._package.names if name in done]
        return [(TYPES, write_markup(self._types)), *((name, done[name]) for name in order)]

    def _reached(self) -> tuple[dict[str, Relations], dict[str, str]]:
        relations: dict[str, Relations] = {}
        kinds: dict[str, str] = {}
        ahead = [""]
        while ahead:
            owner = ahead.pop()
            if owner in relations or relations_name(owner) not in self._names:
                continue
            found = Relations(self._package.read(relations_name(owner)), owner)
            found.without(one.part for one in found.kept if one.part is not None and one.part not in self._names)
            relations[owner] = found
            for one in found.kept:
                if one.part is not None and one.part not in kinds:
                    kinds[one.part] = one.kind
                    ahead.append(one.part)
        if "officeDocument" not in kinds.values():
            raise damaged("document")
        return relations, kinds

    def _part(self, name: str, kind: str) -> bytes | None:
        content = self._package.read(name)
        if kind in EMBEDDED:
            return clean_package(name, content)
        if posixpath.splitext(name)[1].lower() in (".xml", ""):
            return self._markup(content, set()) if relations_name(name) not in self._names else content
        return clean_part(name, content)

    def _markup(self, content: bytes, dropped: set[str]) -> bytes:
        root = read_markup(content)
        accept_revisions(root)
        for node in elements(root):
            _clean_element(node, dropped)
        return write_markup(root)


def _clean_element(node: Any, dropped: set[str]) -> None:
    name = local(node.tag)
    if name in _GONE:
        remove(node)
        return
    for key, value in list(node.attrib.items()):
        plain = local(key) if key.startswith("{") else key
        if key.startswith((_REFERENCES, _STRICT)):
            if value in dropped:
                if name in _STAY or plain == "link":
                    drop(node, [key])
                else:
                    remove(node)
        elif plain in _NAMELESS or plain.startswith("rsid"):
            drop(node, [key])
        elif plain in _WORDS and _is_path(value):
            # Programs write a picture's whole path where its description belongs.
            node.set(key, "")
    if name in ("instrText", "fldSimple") and _is_path("".join((node.text or "", *node.attrib.values()))):
        node.text = ""
        drop(node, [key for key in node.attrib if local(key) == "instr"])


def _is_path(text: str) -> bool:
    return ":\\" in text or "file:" in text.lower() or text.startswith(("/Users/", "/home/", "\\\\"))
