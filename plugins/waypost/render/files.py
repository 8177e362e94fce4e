"""What a file is, in words that somebody who may open it understands."""

from __future__ import annotations

from waypost.model.media import MediaFile

from .language import Language
from .words import N_

_KINDS: dict[str, str] = {
    "csv": N_("Spreadsheet"),
    "docx": N_("Text document"),
    "epub": N_("Book"),
    "key": N_("Slides"),
    "md": N_("Text"),
    "numbers": N_("Spreadsheet"),
    "odp": N_("Slides"),
    "ods": N_("Spreadsheet"),
    "odt": N_("Text document"),
    "pages": N_("Text document"),
    "pdf": N_("Document"),
    "pptx": N_("Slides"),
    "txt": N_("Text"),
    "xlsx": N_("Spreadsheet"),
    "zip": N_("Archive"),
}


def describe_file(language: Language, file: MediaFile) -> str:
    """What kind of file, its format and its size, such as Spreadsheet (XLSX), 48 kB."""
    _, dot, ending = file.name.rpartition(".")
    kind = language.gettext(_KINDS.get(ending.lower(), N_("File")))
    if dot and 0 < len(ending) <= 5:
        kind = f"{kind} ({ending.upper()})"
    return language.series((kind, language.size(file.size)))
