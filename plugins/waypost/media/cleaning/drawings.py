"""SVG: only what is drawn is left. Scripts, notes, addresses of other places and programs' own data are not.

Source: SVG 1.1 (second edition); SVG 2, section 2.
"""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import Any

from .markup import TEXT, drop, elements, local, read_markup, remove, write_markup
from .pictures import clean_picture
from .room import share
from .trouble import DAMAGED, misnamed, too_large
from .uses import draws_too_much

SVG = "{http://www.w3.org/2000/svg}"
XLINK, XML = "{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}"
_GONE = frozenset(
    ("script", "foreignObject", "metadata", "handler", "listener", "iframe", "audio", "video", "canvas", "discard")
)
_MOVED = frozenset(("animate", "set", "animateTransform", "animateMotion"))
_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|data:image/)|expression\(|javascript:", re.IGNORECASE)
_NOTES = re.compile(r"/\*.*?\*/", re.DOTALL)
_PICTURE = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,", re.IGNORECASE)


def clean_drawing(source: Path, target: Path) -> None:
    """Cleans a drawing. Raises CleaningError where it is damaged, too large, or no drawing."""
    if source.stat().st_size > share(TEXT):
        raise too_large("drawing")
    root = read_markup(source.read_bytes())
    if root.tag != f"{SVG}svg":
        raise misnamed("drawing in SVG")
    for node in elements(root):
        if not node.tag.startswith(SVG) or local(node.tag) in _GONE or _moves_a_link(node):
            remove(node)
            continue
        _clean_attributes(node)
        if local(node.tag) == "style":
            # Without its rules a drawing is shown plainly; with them it would ask another place for something.
            words = _NOTES.sub("", "".join(node.itertext()))
            node.text = "" if _ELSEWHERE.search(words) else words
    if draws_too_much(root):
        raise too_large("drawing")
    _forget_namespaces(root, target)


def _moves_a_link(node: Any) -> bool:
    name = (node.get("attributeName") or "").lower()
    return local(node.tag) in _MOVED and (name.endswith("href") or name.startswith("on"))


def _clean_attributes(node: Any) -> None:
    for key, value in list(node.attrib.items()):
        name = local(key) if key.startswith("{") else key
        if name == "href":
            kept = _reference(node, value)
            drop(node, [key]) if kept is None else node.set(key, kept)
        elif (
            (key.startswith("{") and not key.startswith((XLINK, XML)))
            or name.lower().startswith(("on", "data-"))
            or name == "base"
            or _ELSEWHERE.search(value)
        ):
            drop(node, [key])


def _reference(node: Any, value: str) -> str | None:
    """An address inside the drawing or a cleaned picture; a link that a reader follows may lead out of it."""
    value = value.strip()
    if value.startswith("#") or (local(node.tag) == "a" and value.lower().startswith(("http://", "https://"))):
        return value
    found = _PICTURE.match(value)
    if not found:
        return None
    try:
        picture = clean_picture(base64.b64decode(value[found.end() :]))
    except (*DAMAGED, binascii.Error):
        return None
    return None if picture is None else found[0] + base64.b64encode(picture).decode()


def _forget_namespaces(root: Any, target: Path) -> None:
    from lxml import etree

    # Which program drew it also shows in the namespaces that it declares.
    etree.cleanup_namespaces(root)
    target.write_bytes(write_markup(root))
