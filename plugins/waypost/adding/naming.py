"""What an added file is called: its name, its id, and its title where the name says what it is."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import PurePath
from typing import Literal

from waypost.load.names import folded, is_film, is_hidden, is_image, is_sound, name_trouble
from waypost.render.added import AddedKind

LONGEST = 60
LONGEST_TITLE = 120
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_DASHES = re.compile(r"-{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_MACHINE_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*[0-9])[0-9a-f]{16,}")
_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)([01][0-9])\2([0-3][0-9])(?:[0-9]{6}|[0-9]{9})?(?![0-9])")
# Signs that turn the direction of what follows, or are no sign at all.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff\ufffe\uffff]")
_CAMERA = re.compile(
    "img|image|imag|imgp|dsc[fn]?|dcim|pxl|mvimg|vid|mov|mvi|gopr|g[hxp]|dji|pano|burst|photo|foto|video|pict?|picture|"
    "snapchat|signal|fullsizerender|trim|cap|wp|sam|received|fb|facebook|resized|collage|aud|audio|ptt|rec|recording|"
    "voice|memo|screenshot|screen|shot|scan|scanned|whatsapp|camera|capture|clip|movie"
)
"""What cameras, phones and their programs begin names with."""
_BESIDE = re.compile("wa|at|am|pm|[aepnos]|new|hdr|edit|edited|edir|cover|portrait|night|mp|copy|ms|jpg|heic")
"""What they may add to that."""


def camera_kind(name: str) -> AddedKind | None:
    """What a file is whose name a camera or phone gave it; None where a person named it, or it is a paper."""
    stem = _MACHINE_ID.sub(" 0 ", PurePath(name).stem.casefold())
    words = set(_LETTERS.findall(stem))
    if any(not _CAMERA.fullmatch(word) and not _BESIDE.fullmatch(word) for word in words):
        return None
    if not any(map(_CAMERA.fullmatch, words)) and not any(sign.isdigit() for sign in stem):
        return None
    if "screenshot" in words or words >= {"screen", "shot"}:
        return "screenshot"
    if words & {"scan", "scanned"}:
        return "scan"
    if is_image(name):
        return "photo"
    if is_film(name):
        return "film"
    return "sound" if is_sound(name) else None


def alt_kind(name: str) -> Literal["seen", "heard"] | None:
    """What has to be put in words of a file."""
    if is_image(name) or is_film(name):
        return "seen"
    return "heard" if is_sound(name) else None


def day_in(name: str) -> datetime.date | None:
    """The day that a camera or phone has written into a name, such as IMG_20260312_101500."""
    for found in _DAY.finditer(name):
        try:
            return datetime.date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None


def title_from(name: str) -> str:
    """A file's name as a line to read; empty where nothing of it can be read."""
    stem = _UNSEEN.sub("", unicodedata.normalize("NFC", PurePath(name).stem))
    seen = "".join(" " if unicodedata.category(sign) in {"Cc", "Cs", "Cn", "Co", "Zl", "Zp"} else sign for sign in stem)
    if " " not in seen.strip():
        # Between digits, a dash belongs to a date.
        seen = re.sub(r"(?<![0-9])-+|-+(?![0-9])", " ", seen)
    line = " ".join(seen.replace("_", " ").split()).strip(" .-")[:LONGEST_TITLE].rstrip()
    return line[:1].upper() + line[1:]


def free_name(name: str, taken: set[str]) -> str:
    """A name that works on every machine and that nothing in `taken` (folded names) has yet."""
    stem, suffix = _split(unicodedata.normalize("NFC", name))
    stem = _shortened(_safe(stem))
    if not suffix:
        # What is left of a name once it is safe, or short, may end as names of files do.
        stem, suffix = _split(stem)
    stem = _shortened(stem) or "file"
    stem = f"file-{stem}" if name_trouble(stem + suffix) or is_hidden(stem + suffix) else stem
    candidate, number = stem + suffix, 2
    while folded(candidate) in taken:
        candidate, number = f"{stem}-{number}{suffix}", number + 1
    return candidate


def _safe(name: str) -> str:
    kept = (sign if sign in "._-" or unicodedata.category(sign)[0] in "LMN" else "-" for sign in name)
    return _DASHES.sub("-", "".join(kept)).strip("-.")


def _split(name: str) -> tuple[str, str]:
    suffix = PurePath(name).suffix
    return (name[: -len(suffix)], suffix.lower()) if _SUFFIX.fullmatch(suffix.lower()) else (name, "")


def free_id(stem: str, taken: set[str]) -> str:
    """An id from a file's name that nothing in `taken` has yet."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "evidence"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def _shortened(stem: str) -> str:
    """The beginning of a name: some machines count bytes, and a letter may have four."""
    short = stem[:LONGEST].encode()[: LONGEST * 3].decode("utf-8", "ignore")
    return unicodedata.normalize("NFC", short).strip("-.")
