"""The viewer's files, and the page that stands at every link: the same bytes for everyone."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from waypost.errors import WaypostError

from .staging import place_file

FOLDER = "assets/waypost"
SCRIPT = "viewer.js"
STYLE = "portfolio.css"
SITE_STYLE = "site.css"
LICENSES = "LICENSES.txt"


@dataclass(frozen=True)
class Assets:
    """What all portfolios share: script and style by name, each with a digest, so that no cache mixes versions.

    `paths` are all of its files in the site.
    """

    script: str
    style: str
    paths: frozenset[str]


def place_assets(source: Path, staging: Path) -> Assets:
    """Copies script, styles, fonts and licences from `source` into the staged site.

    Raises WaypostError where they have not been bundled, which only happens in a source checkout.
    """
    target = staging / FOLDER
    try:
        (target / "fonts").mkdir(parents=True, exist_ok=True)
        # One by one: what copytree raises hides why the disk did not take a file.
        for font in (source / "fonts").iterdir():
            shutil.copyfile(font, target / "fonts" / font.name)
        for name in (LICENSES, SITE_STYLE):
            shutil.copyfile(source / name, target / name)
        script, style = _place(source / SCRIPT, target), _place(source / STYLE, target)
        fonts = (f"fonts/{path.name}" for path in (source / "fonts").iterdir())
        return Assets(
            script, style, frozenset(f"{FOLDER}/{name}" for name in (LICENSES, SITE_STYLE, script, style, *fonts))
        )
    except FileNotFoundError as error:
        raise WaypostError(
            f"{error.filename}: the browser code has not been bundled yet. Run `make bundle`, then build again."
        ) from None


def place_finder_assets(source: Path, staging: Path) -> Assets:
    """Copies the finder's script and style into the staged site, beside what portfolios share.

    Raises WaypostError where they have not been bundled.
    """
    place_assets(source, staging)
    target = staging / FOLDER
    script, style = _place(source / "finder.js", target), _place(source / "finder.css", target)
    return Assets(script, style, frozenset(f"{FOLDER}/{name}" for name in (script, style)))


def place_shells(html: str, links: frozenset[str], staging: Path) -> frozenset[str]:
    """Writes the shell at every link's folder (such as p/0a…); returns the paths that were written."""
    paths = set()
    content = html.encode()
    first: Path | None = None
    for link in links:
        path = f"{link}/index.html"
        if not _holds(staging / path, content):
            if first is None:
                # The shells of a reused folder share one file: what is in it must not change under them.
                (staging / path).unlink(missing_ok=True)
                (staging / path).write_bytes(content)
            else:
                place_file(first, staging / path)
        first = staging / path
        paths.add(path)
    return frozenset(paths)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _place(path: Path, target: Path) -> str:
    content = path.read_bytes()
    name = f"{path.stem}-{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"
    (target / name).write_bytes(content)
    return name
