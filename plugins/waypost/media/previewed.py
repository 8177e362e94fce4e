"""Previews of documents, kept beside what was cleaned, so that each is made once.

What lies here is in the clear; the school has the originals in the clear beside it.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from waypost.model.media import MediaFile, MediaSet

from .cleaning.trouble import CleaningError, too_large
from .limits import USUAL, Limits
from .previews import sorts
from .store import digest_making, digest_of
from .workroom import Workroom

TYPE = "text/html"
TOLD = "readers can download this, but not look inside it in the page: "
TOO_LARGE = (
    f"{TOLD}it is larger than {{limit}} MB; nothing needs to be done if that is well, or raise largest_preview in "
    "mkdocs.yml"
)
LIBRARIES = ("lxml", "mammoth", "markdown", "nh3", "openpyxl", "pillow", "pygments", "python-pptx")


@dataclass(frozen=True)
class StoredPreview:
    """What a document shows (None where that is nothing), and what it says. `trouble` is why there is neither."""

    path: Path | None
    text: str
    trouble: str = ""

    @property
    def too_large(self) -> bool:
        """Whether a smaller document of this sort would be shown."""
        return self.trouble == str(too_large())


def can_be_read(source: Path) -> bool:
    """Whether there is a preview for files of this name."""
    return sorts.drawer_of(source.name) is not None


def add_preview(
    one: MediaSet, source: Path, clean: Path, folder: Path, workroom: Workroom, limits: Limits = USUAL
) -> tuple[MediaSet, str]:
    """`one` with what can be read of its document in the page; and in words what went wrong with that, or "".

    `source` is the learner's file and `clean` what was left of it.
    """
    if not can_be_read(source):
        return one, ""
    if clean.stat().st_size > limits.preview_bytes:
        return replace(one, too_large=True), TOO_LARGE.format(limit=limits.largest_preview)
    found = store_preview(source, clean, folder, workroom)
    if found.path is None:
        return replace(one, too_large=found.too_large), f"{TOLD}{found.trouble}" if found.trouble else ""
    token = f"{one.large.token}.preview"
    file = MediaFile(token, found.path, TYPE, f"{source.name}.html", found.path.stat().st_size)
    return replace(one, preview=file, text=found.text), ""


def store_preview(source: Path, clean: Path, folder: Path, workroom: Workroom) -> StoredPreview:
    """The preview of the document `source`, made from its cleaned copy: taken from `folder`, or made and put there.

    A document that cannot be read is remembered too: it would take as long at every build. What was damaged in
    `folder` is made again.
    """
    key = digest_of(source)
    place = folder / key[:2] / key
    ending = PurePath(source.name).suffix.lower()
    page, record = place / f"preview{ending}.html", place / f"preview{ending}.json"
    making = f"{_making()} {workroom.allowance} {digest_of(clean)}"
    known = _read(page, record, making)
    if known is not None:
        return known
    place.mkdir(parents=True, exist_ok=True)
    # Two builds of two learners may hold the same file; the rename keeps a half-written one from being read.
    draft = place / f"preview{ending}.{os.getpid()}"
    text = trouble = ""
    try:
        try:
            text = workroom.preview(clean, draft, source.name)
        except CleaningError as error:
            trouble = str(error)
            draft.write_bytes(b"")
        draft.replace(page)
        row = json.dumps([text, trouble], ensure_ascii=False)
        draft.write_text(f"{_seal(making, page, row)}\n{row}", encoding="utf-8")
        draft.replace(record)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return _stored(page, text, trouble)


def _read(page: Path, record: Path, making: str) -> StoredPreview | None:
    try:
        seal, _, row = record.read_text(encoding="utf-8").partition("\n")
        if seal != _seal(making, page, row):
            return None
        text, trouble = json.loads(row)
    except (OSError, ValueError):
        return None
    return _stored(page, text, trouble)


def _stored(page: Path, text: str, trouble: str) -> StoredPreview:
    return StoredPreview(page if page.stat().st_size else None, text, trouble)


def _seal(making: str, page: Path, row: str) -> str:
    # What an older sanitiser has let through must not be published once a newer one would take it out.
    return hashlib.sha256(f"{making} {digest_of(page)} {row}".encode()).hexdigest()


def _making() -> str:
    """Names the code and libraries that make previews."""
    return digest_making(Path(sorts.__file__).parent, *LIBRARIES)
