"""PDFs, printed by a Chromium that is on the computer already: tagged and with bookmarks."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image

BROWSERS = (
    *("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("microsoft-edge", "chrome"),
)
"""The first that is there prints; the one without windows needs half the time."""
LONGEST = 180
"""Seconds that printing may take."""
QUALITY = 85


def print_to_pdf(document: Path, target: Path) -> str | None:
    """Prints an HTML file of ours to `target`. Returns None, or why there is no PDF, in plain words."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        return "no Chromium, Chrome or Edge was found here. Open the page in any browser and print it to a PDF."
    with tempfile.TemporaryDirectory() as profile:
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            # The page is ours and its policy lets nothing run; root has no sandbox to give.
            *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
            "--disable-background-networking",
            "--no-first-run",
            f"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={target.resolve()}",
            document.resolve().as_uri(),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        except (OSError, subprocess.SubprocessError):
            target.unlink(missing_ok=True)
            return f"{Path(browser).name} could not print it. Open the page in a browser and print it to a PDF."
    return (
        None if target.is_file() else f"{Path(browser).name} printed nothing. Open the page in a browser and print it."
    )


def read_places(pdf: Path) -> dict[str, int]:
    """Where the named places of a PDF that Chromium printed came to stand: numbers of sheets, the first being 1."""
    with pikepdf.open(pdf) as document:
        numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        named = document.Root.get("/Dests", pikepdf.Dictionary())
        return {str(name).removeprefix("/"): numbers[place[0].objgen] for name, place in named.items()}


def put_on_paper(picture: Path, type_: str) -> tuple[str, bytes] | None:
    """The type and content of a picture of ours as a PDF holds it; None for what is no picture.

    A PDF holds JPEGs as they are, and unpacks any other picture to many times its size.
    """
    if type_ == "image/svg+xml":
        return type_, picture.read_bytes()
    if not type_.startswith("image/"):
        return None
    with Image.open(picture) as image:
        shown = image.convert("RGBA")
        flat = Image.new("RGB", shown.size, "white")
        flat.paste(shown, mask=shown)
    content = io.BytesIO()
    flat.save(content, "JPEG", quality=QUALITY)
    return "image/jpeg", content.getvalue()
