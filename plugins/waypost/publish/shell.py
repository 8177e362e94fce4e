"""The viewer's files, and the page that stands at every link: the same bytes for everyone."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from waypost.errors import WaypostError

FOLDER = "assets/waypost"
SCRIPT = "viewer.js"
STYLE = "portfolio.css"


@dataclass(frozen=True)
class Assets:
    """The published names of the viewer's script and style, each with a digest, so that no cache mixes versions."""

    script: str
    style: str


def place_assets(source: Path, staging: Path) -> Assets:
    """Copies script, style, fonts and licences from `source` into the staged site.

    Raises WaypostError where they have not been bundled, which only happens in a source checkout.
    """
    target = staging / FOLDER
    try:
        shutil.copytree(source / "fonts", target / "fonts", dirs_exist_ok=True)
        shutil.copyfile(source / "LICENSES.txt", target / "LICENSES.txt")
        return Assets(_place(source / SCRIPT, target), _place(source / STYLE, target))
    except FileNotFoundError as error:
        raise WaypostError(
            f"{error.filename}: the browser code has not been bundled yet. Run `make bundle`, then build again."
        ) from None


def place_shells(html: str, links: frozenset[str], staging: Path) -> frozenset[str]:
    """Writes the shell at every link's folder (such as p/0a…); returns the paths that were written."""
    paths = set()
    content = html.encode()
    for link in links:
        path = f"{link}/index.html"
        (staging / path).write_bytes(content)
        paths.add(path)
    return frozenset(paths)


def _place(path: Path, target: Path) -> str:
    content = path.read_bytes()
    name = f"{path.stem}-{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"
    (target / name).write_bytes(content)
    return name
