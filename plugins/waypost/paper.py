"""PDFs, printed by a Chromium that is on the computer already: tagged and with bookmarks."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome")
LONGEST = 180
"""Seconds that printing may take."""


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
