"""What the parts of an Office document have to do with each other. Source: ECMA-376, part 2, section 9.3."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .markup import local, read_markup, remove, write_markup

NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
ADDRESSES = ("http://", "https://", "mailto:", "tel:", "#")
NOWHERE = "#"
# What a document shows rests on these; every other relation, and the part behind it, goes.
KEPT = frozenset(
    (
        *("officeDocument", "styles", "stylesWithEffects", "theme", "themeOverride", "fontTable", "font", "numbering"),
        *("settings", "webSettings", "footnotes", "endnotes", "header", "footer", "glossaryDocument", "image"),
        *("hyperlink", "chart", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes", "drawing"),
        *(
            "diagramData",
            "diagramLayout",
            "diagramQuickStyle",
            "diagramColors",
            "diagramDrawing",
            "package",
            "oleObject",
        ),
        *("worksheet", "chartsheet", "sharedStrings", "calcChain", "table", "pivotTable", "pivotCacheDefinition"),
        *("pivotCacheRecords", "slicer", "slicerCache", "externalLink", "externalLinkPath", "sheetMetadata"),
        *(
            "slide",
            "slideLayout",
            "slideMaster",
            "notesSlide",
            "notesMaster",
            "handoutMaster",
            "presProps",
            "viewProps",
        ),
        *("tableStyles", "audio", "video", "media"),
    )
)
EMBEDDED = frozenset(("package", "oleObject"))


@dataclass(frozen=True)
class Relation:
    """One relation of a part: its id there, what kind it is, and the part that it leads to (None: out of the file)."""

    id: str
    kind: str
    part: str | None


class Relations:
    """The relations of one part, cleaned. `dropped` are the ids of those that went."""

    def __init__(self, content: bytes, owner: str) -> None:
        self._root = read_markup(content)
        self.kept: list[Relation] = []
        self.dropped: set[str] = set()
        for row in list(self._root):
            relation = _relation(row, owner)
            if relation is None:
                self.dropped.add(row.get("Id", ""))
                remove(row)
            else:
                self.kept.append(relation)

    def without(self, parts: Iterable[str]) -> None:
        """Takes out the relations that lead to `parts`."""
        gone = set(parts)
        for row in list(self._root):
            relation = next((one for one in self.kept if one.id == row.get("Id")), None)
            if relation is not None and relation.part in gone:
                self.dropped.add(relation.id)
                self.kept.remove(relation)
                remove(row)

    def packed(self) -> bytes:
        """The relations as they are written."""
        return write_markup(self._root)


def relations_name(part: str) -> str:
    """Where a part's relations stand; for the package as a whole, `part` is empty."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relation(row: Any, owner: str) -> Relation | None:
    kind = row.get("Type", "").rstrip("/").rpartition("/")[2]
    target = row.get("Target", "")
    if local(row.tag) != "Relationship" or kind not in KEPT or not row.get("Id"):
        return None
    if row.get("TargetMode") == "External":
        if kind not in ("hyperlink", "externalLinkPath"):
            return None
        if not target.lower().startswith(ADDRESSES) or kind == "externalLinkPath":
            row.set("Target", NOWHERE)
        return Relation(row.get("Id"), kind, None)
    folder = posixpath.dirname(owner)
    path = posixpath.normpath(posixpath.join("/" + folder, target.partition("#")[0])).lstrip("/")
    return Relation(row.get("Id"), kind, path)
