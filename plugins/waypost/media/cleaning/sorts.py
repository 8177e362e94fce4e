"""Sorts of files: how each is told by its first bytes, and what cleans it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from .trouble import DAMAGED, CleaningError, damaged, misnamed, too_large

HEAD = 4096
Clean = Callable[[Path, Path], None]


@dataclass(frozen=True)
class Sort:
    """A sort of files. `what` it is called; `clean` is module and function, or None where such a file has nothing to
    clean; `marks` are how it can begin, each with its place (empty: in any way that is no other sort's)."""

    name: str
    what: str
    clean: tuple[str, str] | None
    marks: tuple[tuple[int, bytes], ...] = ()


_FILM = tuple((4, kind) for kind in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"))
_ZIP = ((0, b"PK\3\4"),)
_EBML = ((0, b"\x1aE\xdf\xa3"),)
TEXT = Sort("text", "text", None)
_FILMS = Sort("film", "film in MP4 or QuickTime", ("movie", "clean_film"), _FILM)
_RECORDING = Sort("recording", "recording in M4A", ("movie", "clean_recording"), _FILM)
_OFFICE = Sort("office", "document of Word, Excel or PowerPoint", ("office", "clean_office"), _ZIP)
_OPEN = Sort("opendocument", "document of LibreOffice", ("opendocument", "clean_opendocument"), _ZIP)
_WEBM = Sort("webm", "film in WebM", ("matroska", "clean_webm"), _EBML)
_OGG = Sort("ogg", "recording in Ogg", ("ogg", "clean_ogg"), ((0, b"OggS"),))
_REMARKED = Sort("obj", "model", ("models", "clean_obj"))

_PROGRAMS = (
    *(
        "py",
        "js",
        "mjs",
        "ts",
        "jsx",
        "tsx",
        "java",
        "kt",
        "c",
        "h",
        "cpp",
        "hpp",
        "cc",
        "cs",
        "go",
        "rs",
        "rb",
        "php",
        "pl",
    ),
    *(
        "sh",
        "bat",
        "ps1",
        "sql",
        "r",
        "m",
        "lua",
        "swift",
        "scala",
        "hs",
        "ino",
        "pde",
        "scad",
        "tex",
        "bib",
        "css",
        "html",
    ),
    *("htm", "json", "yaml", "yml", "toml", "ini", "xml", "log", "srt", "vtt", "csv", "tsv", "txt", "md", "markdown"),
)
SORTS: dict[str, Sort] = {
    ".pdf": Sort("pdf", "PDF", ("pdf", "clean_pdf")),
    **dict.fromkeys((".mp4", ".m4v", ".mov", ".3gp", ".3g2"), _FILMS),
    **dict.fromkeys((".m4a", ".m4b"), _RECORDING),
    **dict.fromkeys((".webm", ".mkv"), _WEBM),
    **dict.fromkeys((".weba", ".mka"), Sort("weba", "recording in WebM", ("matroska", "clean_weba"), _EBML)),
    ".mp3": Sort("mp3", "recording in MP3", ("frames", "clean_mp3")),
    ".aac": Sort("aac", "recording in AAC", ("frames", "clean_aac")),
    ".flac": Sort("flac", "recording in FLAC", ("flac", "clean_flac"), ((0, b"fLaC"), (0, b"ID3"))),
    ".wav": Sort("wave", "recording in WAV", ("wave", "clean_wave"), ((8, b"WAVE"),)),
    **dict.fromkeys((".ogg", ".oga", ".opus", ".ogv"), _OGG),
    **dict.fromkeys((".docx", ".dotx", ".xlsx", ".xltx", ".pptx", ".potx", ".ppsx"), _OFFICE),
    **dict.fromkeys((".docm", ".dotm", ".xlsm", ".xltm", ".pptm", ".potm", ".ppsm"), _OFFICE),
    **dict.fromkeys((".odt", ".ott", ".ods", ".ots", ".odp", ".otp", ".odg", ".otg", ".odf"), _OPEN),
    ".svg": Sort("drawing", "drawing in SVG", ("drawings", "clean_drawing")),
    ".ipynb": Sort("notebook", "Jupyter notebook", ("notebooks", "clean_notebook")),
    ".glb": Sort("glb", "model in glTF", ("models", "clean_glb"), ((0, b"glTF"),)),
    ".gltf": Sort("gltf", "model in glTF", ("models", "clean_gltf")),
    ".stl": Sort("stl", "model in STL", ("models", "clean_stl")),
    **dict.fromkeys((".obj", ".mtl"), _REMARKED),
    **{f".{ending}": TEXT for ending in _PROGRAMS},
}
# What a file is that its name does not call so. Longer marks come first.
_KNOWN: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a picture in PNG", ".png"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older kind, or one locked with a password", ""),
    (0, b"%PDF-", "a PDF", ".pdf"),
    (0, b"\xff\xd8\xff", "a picture in JPEG", ".jpg"),
    (0, b"GIF8", "a picture in GIF", ".gif"),
    (0, b"OggS", "a recording in Ogg", ".ogg"),
    (0, b"fLaC", "a recording in FLAC", ".flac"),
    (0, b"ID3", "a recording in MP3", ".mp3"),
    (0, b"\x1aE\xdf\xa3", "a film in WebM", ".webm"),
    (0, b"glTF", "a model in glTF", ".glb"),
    (0, b"PK\3\4", "a package of files (zip)", ""),
    (4, b"ftyp", "a film or recording in MP4", ".mp4"),
    (8, b"WAVE", "a recording in WAV", ".wav"),
    (8, b"WEBP", "a picture in WebP", ".webp"),
)


def sort_of(name: str) -> Sort | None:
    """The sort of a file, from its name; None where it is unknown what such a file says beside what it shows."""
    return SORTS.get(PurePath(name).suffix.lower())


def check_head(path: Path, sort: Sort) -> None:
    """Looks at the first bytes of a file. Raises CleaningError where they are not those of its sort."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if any(head.startswith(mark, place) for place, mark in sort.marks):
        return
    if sort.name == "pdf" and b"%PDF-" in head[:1024]:
        return
    known = next((row for row in _KNOWN if head.startswith(row[1], row[0])), None)
    if known and not (sort.name in ("mp3", "aac") and known[3] == ".mp3"):
        _, _, what, ending = known
        mend = f"give the file the ending {ending}" if ending else "give the file the ending that it should have"
        raise misnamed(sort.what, f"it is {what}: {mend}, or export it again")
    if sort.marks or sort.name == "pdf":
        raise misnamed(sort.what)


def clean_file(source: Path, target: Path) -> None:
    """Writes a cleaned copy of a file whose sort is known and has something to clean.

    Raises CleaningError where it is not what its name says, damaged, or too large.
    """
    sort = sort_of(source.name)
    if sort is None or sort.clean is None:
        raise misnamed("file that can be cleaned")
    check_head(source, sort)
    module, function = sort.clean
    # The libraries behind one sort are large, and most files are of another.
    clean: Clean = getattr(importlib.import_module(f".{module}", __package__), function)
    try:
        clean(source, target)
    except CleaningError:
        raise
    except (MemoryError, RecursionError):
        raise too_large() from None
    except DAMAGED:
        raise damaged() from None
