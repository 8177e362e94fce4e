"""Models in three dimensions, without the name of who or what made them: glTF, STL and OBJ.

Source: glTF 2.0, sections 3.2 and 4.4; the other two are described by use only.
"""

from __future__ import annotations

import base64
import binascii
import json
import struct
from pathlib import Path
from typing import Any

from .patches import Patches
from .pictures import clean_picture
from .room import share
from .trouble import DAMAGED, damaged, misnamed, too_large

TEXT = 16
"""The share of the memory that a model's description may take."""
_JSON, _BINARY = 0x4E4F534A, 0x004E4942
_LINE = 1 << 16


def clean_glb(source: Path, target: Path) -> None:
    """Cleans a glTF in one file. Raises CleaningError where it is damaged or too large."""
    length = source.stat().st_size
    patches = Patches()
    with source.open("rb") as file:
        head = file.read(20)
        if len(head) < 20 or head[:4] != b"glTF":
            raise misnamed("model in glTF")
        _, version, whole, size, kind = struct.unpack("<4sIIII", head)
        if version != 2 or kind != _JSON or 20 + size > whole or whole > length:
            raise damaged("model")
        if size > share(TEXT):
            raise too_large("model")
        described = _read_json(file.read(size))
        start, end, place = 0, 0, 20 + size
        while place + 8 <= whole:
            file.seek(place)
            size_, kind = struct.unpack("<II", file.read(8))
            if place + 8 + size_ > whole:
                raise damaged("model")
            if kind == _BINARY and not end:
                start, end = place + 8, place + 8 + size_
            else:
                patches.blank(place + 8, place + 8 + size_)
            place += 8 + size_
        patches.blank(place, whole)
        for view in _views(described):
            at, amount = start + view.get("byteOffset", 0), view.get("byteLength", 0)
            if not start <= at <= at + amount <= end:
                raise damaged("model")
            file.seek(at)
            # Readers stop at a picture's own end, so it may be followed by zeros.
            patches.write(at, _picture(file.read(amount)).ljust(amount, b"\0")[:amount])
    text = json.dumps(_clean(described), ensure_ascii=False, separators=(",", ":")).encode()
    if len(text) > size:
        text = json.dumps(_clean(described), separators=(",", ":")).encode()
    if len(text) > size:
        raise damaged("model")
    patches.write(20, text.ljust(size))
    patches.copy(source, target, whole)


def clean_gltf(source: Path, target: Path) -> None:
    """Cleans a glTF in JSON. Raises CleaningError where it is damaged or too large."""
    if source.stat().st_size > share(TEXT):
        raise too_large("model")
    described = _clean(_read_json(source.read_bytes()))
    for image in described.get("images") or ():
        uri = image.get("uri")
        if isinstance(uri, str) and uri.startswith("data:image/"):
            kind, _, packed = uri.partition(",")
            try:
                image["uri"] = kind + "," + base64.b64encode(_picture(base64.b64decode(packed))).decode()
            except binascii.Error:
                raise damaged("model") from None
    target.write_text(json.dumps(described, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def clean_stl(source: Path, target: Path) -> None:
    """Cleans a model for printing. Raises CleaningError where it is damaged."""
    length = source.stat().st_size
    patches = Patches()
    with source.open("rb") as file:
        head = file.read(84)
        triangles = int.from_bytes(head[80:84], "little")
        if len(head) == 84 and length >= 84 + 50 * triangles and not _is_told(source, head):
            patches.blank(0, 80)
            patches.copy(source, target, 84 + 50 * triangles)
            return
    if not head.lstrip().lower().startswith(b"solid"):
        raise damaged("model")
    _rewrite(source, target, _stl_line)


def clean_obj(source: Path, target: Path) -> None:
    """Cleans a model in lines of text, or its materials: remarks go. Raises CleaningError where it is no text."""
    _rewrite(source, target, _obj_line)


def _is_told(source: Path, head: bytes) -> bool:
    """Whether an STL is told in words: both kinds may start with the same one."""
    if not head.lstrip().lower().startswith(b"solid"):
        return False
    with source.open("rb") as file:
        start = file.read(2048)
    return b"\0" not in start and b"facet" in start.lower()


def _stl_line(line: bytes) -> bytes:
    words = line.split(maxsplit=1)
    plain = words[0].lower() if words else b""
    return plain + b"\n" if plain in (b"solid", b"endsolid") else line


def _obj_line(line: bytes) -> bytes:
    return b"" if line.lstrip().startswith(b"#") else line


def _rewrite(source: Path, target: Path, change: Any) -> None:
    with source.open("rb") as file, target.open("wb") as out:
        while line := file.readline(_LINE):
            if b"\0" in line or len(line) == _LINE:
                raise damaged("model")
            out.write(change(line))


def _read_json(content: bytes) -> dict[str, Any]:
    try:
        described = json.loads(content)
    except (ValueError, RecursionError):
        raise damaged("model") from None
    if not isinstance(described, dict) or not isinstance(described.get("asset"), dict):
        raise misnamed("model in glTF")
    return described


def _clean(described: dict[str, Any]) -> dict[str, Any]:
    """The description without who made it, with what, and programs' own additions."""
    described["asset"] = {
        key: described["asset"][key] for key in ("version", "minVersion") if key in described["asset"]
    }
    ahead: list[Any] = [described]
    while ahead:
        one = ahead.pop()
        if isinstance(one, dict):
            one.pop("extras", None)
            for name in ("KHR_xmp", "KHR_xmp_json_ld"):
                if isinstance(one.get("extensions"), dict):
                    one["extensions"].pop(name, None)
            ahead += one.values()
        elif isinstance(one, list):
            ahead += one
    return described


def _views(described: dict[str, Any]) -> list[dict[str, Any]]:
    views = described.get("bufferViews") or []
    return [views[image["bufferView"]] for image in described.get("images") or () if "bufferView" in image]


def _picture(content: bytes) -> bytes:
    try:
        return clean_picture(content) or b""
    except DAMAGED:
        raise damaged("model") from None
