"""Documents of LibreOffice: what they show is left; who wrote it, when, and what it was before is not.

Source: OpenDocument 1.3, part 2 (packages) and part 3.
"""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import Any

from .markup import drop, elements, local, read_markup, remove, write_markup
from .packages import Package, write_package
from .parts import FONTS, clean_part
from .trouble import CleaningError, damaged, misnamed

KIND = "mimetype"
MANIFEST = "META-INF/manifest.xml"
_TEXTS = ("content.xml", "styles.xml")
_GONE = frozenset(
    (
        *("annotation", "annotation-end", "tracked-changes", "change", "change-start", "change-end", "scripts"),
        *("event-listeners", "event-listener", "script", "dde-connection-decls", "dde-source", "applet", "plugin"),
        *("meta", "settings", "dde-links", "creator", "date-string", "object-ole"),
    )
)
_NAMELESS = frozenset(("creator", "date", "editing-duration", "editing-cycles"))
_ADDRESSES = ("http://", "https://", "mailto:", "tel:", "#")
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"


def clean_opendocument(source: Path, target: Path) -> None:
    """Cleans a document. Raises CleaningError where it is damaged or locked."""
    try:
        with zipfile.ZipFile(source) as archive:
            parts = _cleaned(Package(archive))
    except zipfile.BadZipFile:
        raise damaged("document") from None
    write_package(target, parts, stored=frozenset((KIND,)))


def _cleaned(package: Package) -> list[tuple[str, bytes]]:
    names = package.names
    if KIND not in names or not package.read(KIND).startswith(b"application/vnd.oasis.opendocument."):
        raise misnamed("document of LibreOffice")
    if MANIFEST not in names or "content.xml" not in names:
        raise damaged("document")
    manifest = read_markup(package.read(MANIFEST))
    if any(local(node.tag) == "encryption-data" for node in elements(manifest)):
        raise CleaningError("this file is locked with a password; save a copy without one and use that")
    done = [(KIND, package.read(KIND)[:100])]
    for name in names:
        content = _part(package, name)
        if content is not None:
            done.append((name, content))
    kept = {name for name, _ in done} | {"/"}
    for row in list(manifest):
        path = row.get(f"{_MANIFEST}full-path") or ""
        if path not in kept and not (path.endswith("/") and any(name.startswith(path) for name in kept)):
            remove(row)
    done.append((MANIFEST, write_markup(manifest)))
    return done


def _part(package: Package, name: str) -> bytes | None:
    folder, last = posixpath.split(name)
    if name == KIND or folder.startswith(("META-INF", "Thumbnails", "Configurations", "Basic", "Dialogs", "Scripts")):
        return None
    if last in _TEXTS:
        return _text(package.read(name))
    if folder == "Pictures" or folder.endswith("/Pictures") or folder == "Media":
        return clean_part(last, package.read(name))
    if folder == "ObjectReplacements" or posixpath.splitext(last)[1].lower() in FONTS:
        return clean_part(last, package.read(name))
    return None


def _text(content: bytes) -> bytes:
    root = read_markup(content)
    for node in elements(root):
        name = local(node.tag)
        if name in _GONE:
            remove(node)
            continue
        _clean_attributes(node, name)
    return write_markup(root)


def _clean_attributes(node: Any, name: str) -> None:
    for key, value in list(node.attrib.items()):
        plain = local(key) if key.startswith("{") else key
        if plain in _NAMELESS or plain.endswith("rsid"):
            drop(node, [key])
        elif plain == "href" and "/1999/xlink" in key:
            inside = not (":" in value or value.startswith(("/", "..")))
            if not inside and not (name == "a" and value.lower().startswith(_ADDRESSES)):
                drop(node, [key])
