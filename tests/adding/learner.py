"""A learner's folder with little in it, and files as a phone keeps them."""

from __future__ import annotations

import io
import os
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from waypost.adding import Addition, add_evidence

TODAY = date(2026, 11, 20)
PLAN = """\
# My plan. Do not lose this line.
plan:
  name: Ada Ruiz   # that is me

evidence:          # what I have so far
  - id: notes
    file: notes.txt
    title: "Notes"
    # caption: still to write

# goals stand in my notebook
"""


@pytest.fixture
def ada(tmp_path: Path) -> Path:
    """The folder of a learner in a school."""
    folder = tmp_path / "portfolios" / "ada"
    (folder / "evidence").mkdir(parents=True)
    (folder.parent / "school.yml").write_text("name: Harbor School\nlanguage: en\n")
    (folder / "plp.yml").write_text(PLAN)
    (folder / "evidence" / "notes.txt").write_text("Eight knots.")
    return folder


def add(folder: Path, *sources: Path, dry_run: bool = False) -> Addition:
    """Adds, as the command does on TODAY."""
    return add_evidence(folder, sources, "portfolios/ada", TODAY, dry_run=dry_run)


def photo(colour: str, taken: str | None = None) -> bytes:
    """A small JPEG, taken on a day such as 2026:03:12."""
    notes = Image.Exif()
    if taken:
        notes.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = f"{taken} 10:15:00"
    file = io.BytesIO()
    Image.new("RGB", (12, 9), colour).save(file, "JPEG", exif=notes)
    return file.getvalue()


def put(path: Path, content: bytes, changed: date = TODAY) -> Path:
    """Writes a file that was last changed on a day."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    noon = datetime(changed.year, changed.month, changed.day, 12).timestamp()
    os.utime(path, (noon, noon))
    return path


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
