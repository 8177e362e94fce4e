"""Which documents can be read in the page, and what draws each of them."""

from __future__ import annotations

from pathlib import PurePath

PROGRAMS = frozenset(
    (
        *(".py", ".js", ".mjs", ".ts", ".jsx", ".tsx", ".java", ".kt", ".c", ".h", ".cpp", ".hpp", ".cc", ".cs"),
        *(".go", ".rs", ".rb", ".php", ".pl", ".sh", ".bat", ".ps1", ".sql", ".r", ".m", ".lua", ".swift", ".scala"),
        *(".hs", ".ino", ".pde", ".scad", ".tex", ".bib", ".css", ".html", ".htm", ".json", ".yaml", ".yml", ".toml"),
        *(".ini", ".xml"),
    )
)
_DRAWN = {
    **dict.fromkeys((".docx", ".dotx"), "writing"),
    **dict.fromkeys((".pptx", ".potx", ".ppsx"), "slides"),
    **dict.fromkeys((".xlsx", ".xltx"), "workbooks"),
    **dict.fromkeys((".odt", ".ott", ".odp", ".otp", ".ods", ".ots"), "opendocument"),
    **dict.fromkeys((".csv", ".tsv"), "lists"),
    **dict.fromkeys((".md", ".markdown"), "prose"),
    **dict.fromkeys((".txt", ".log", ".srt", ".vtt"), "texts"),
    ".ipynb": "notebooks",
    **dict.fromkeys(PROGRAMS, "programs"),
}


def drawer_of(name: str) -> str | None:
    """The module here that draws a document of this name; None where such a file is not read in the page."""
    return _DRAWN.get(PurePath(name).suffix.lower())
