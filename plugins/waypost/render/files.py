"""What a file is, in a word that somebody who may open it understands."""

from __future__ import annotations

from waypost.model.media import MediaSet

from .language import Language
from .words import N_

_KINDS: dict[str, str] = {
    "image": N_("Picture"),
    "video": N_("Film"),
    "audio": N_("Sound"),
    "document": N_("File"),
}
_DOCUMENTS: dict[str, str] = {
    "csv": N_("Table"),
    "docx": N_("Text document"),
    "epub": N_("Book"),
    "key": N_("Slides"),
    "md": N_("Text document"),
    "numbers": N_("Spreadsheet"),
    "odp": N_("Slides"),
    "ods": N_("Spreadsheet"),
    "odt": N_("Text document"),
    "pages": N_("Text document"),
    "pdf": N_("PDF document"),
    "pptx": N_("Slides"),
    "txt": N_("Text document"),
    "xlsx": N_("Spreadsheet"),
    "zip": N_("Archive"),
    "tsv": N_("Table"),
    "ipynb": N_("Notebook"),
    **dict.fromkeys(("c", "cpp", "cs", "css", "go", "h", "html", "ino", "java", "js", "kt", "lua"), N_("Program")),
    **dict.fromkeys(("php", "pde", "py", "r", "rb", "rs", "scad", "sh", "sql", "swift", "ts"), N_("Program")),
}


def kind_of(language: Language, files: MediaSet) -> str:
    """What kind of thing a piece of evidence is, such as Film or Spreadsheet."""
    ending = files.large.name.rpartition(".")[2].lower()
    kind = _DOCUMENTS.get(ending) if files.kind == "document" else None
    return language.gettext(kind or _KINDS[files.kind])
