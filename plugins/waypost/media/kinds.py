"""What kind of file a piece of evidence is, by its name's ending."""

from __future__ import annotations

from pathlib import PurePath

from waypost.model.media import IMAGE_SUFFIXES, MediaKind

VIDEOS = {".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm"}
OTHER_FILMS = frozenset((".mkv", ".3gp", ".3g2", ".ogv", ".avi", ".mpg", ".mpeg", ".mts", ".m2ts", ".wmv", ".flv"))
"""Films that no page shows: they are files to download, unless a copy is made for the web."""
SOUNDS = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
    ".wav": "audio/wav",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".weba": "audio/webm",
}
DOCUMENTS = {".pdf": "application/pdf", ".csv": "text/csv", ".txt": "text/plain", ".md": "text/markdown"}
PICTURES = {
    **dict.fromkeys((".jpg", ".jpeg", ".jpe", ".jfif"), "image/jpeg"),
    **dict.fromkeys((".png", ".apng"), "image/png"),
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".avif": "image/avif",
}
# Whatever a browser might run when it is opened is offered as bytes to keep, never as a page.
UNKNOWN = "application/octet-stream"


def kind_of(name: str) -> MediaKind:
    """The kind of a file, from its name."""
    suffix = PurePath(name).suffix.lower()
    if suffix in IMAGE_SUFFIXES:
        return "image"
    if suffix in VIDEOS:
        return "video"
    if suffix in SOUNDS:
        return "audio"
    return "document"


def is_film(name: str) -> bool:
    """Whether a file is a film, also of a kind that no page shows."""
    return kind_of(name) == "video" or PurePath(name).suffix.lower() in OTHER_FILMS


def type_of(name: str) -> str:
    """The MIME type under which a file other than a picture is handed to the browser."""
    suffix = PurePath(name).suffix.lower()
    return VIDEOS.get(suffix) or SOUNDS.get(suffix) or DOCUMENTS.get(suffix) or UNKNOWN


def shown_type_of(name: str) -> str | None:
    """The MIME type of a picture that browsers show as it is; None for one that they do not."""
    return PICTURES.get(PurePath(name).suffix.lower())
