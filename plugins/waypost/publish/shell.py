"""The viewer's files, and the page that stands at every link: the same bytes for everyone."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from waypost.errors import WaypostError

from .staging import place_file

FOLDER = "assets/waypost"
SCRIPT = "viewer.js"
STYLE = "portfolio.css"
SITE_STYLE = "site.css"
LICENSES = "LICENSES.txt"
TOOLBOX_SCRIPTS = ("finder", "sheet")


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
    with _bundled():
        (target / "fonts").mkdir(parents=True, exist_ok=True)
        # One by one: what copytree raises hides why the disk did not take a file.
        fonts = [f"fonts/{path.name}" for path in (source / "fonts").iterdir()]
        for name in (LICENSES, SITE_STYLE, *fonts):
            shutil.copyfile(source / name, target / name)
        script, style = _place(source / SCRIPT, target), _place(source / STYLE, target)
    return Assets(
        script, style, frozenset(f"{FOLDER}/{name}" for name in (LICENSES, SITE_STYLE, script, style, *fonts))
    )


@dataclass(frozen=True)
class ToolboxAssets:
    """The toolbox's style, and its scripts by bundle (such as "finder"), each with a digest in its name."""

    style: str
    scripts: Mapping[str, str]
    paths: frozenset[str]


def place_toolbox_assets(source: Path, staging: Path) -> ToolboxAssets:
    """Copies the toolbox's scripts and style into the staged site; fonts are those of `place_assets`. Raises as it."""
    target = staging / FOLDER
    with _bundled():
        target.mkdir(parents=True, exist_ok=True)
        style = _place(source / "toolbox.css", target)
        scripts = {name: _place(source / f"{name}.js", target) for name in TOOLBOX_SCRIPTS}
    return ToolboxAssets(style, scripts, frozenset(f"{FOLDER}/{name}" for name in (style, *scripts.values())))


def style_path(source: Path) -> str:
    """Where `place_assets` puts the style of portfolios, in the site. Raises as it."""
    with _bundled():
        return f"{FOLDER}/{_published_name(source / STYLE)}"


@contextlib.contextmanager
def _bundled() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise WaypostError(
            f"{error.filename}: the browser code has not been bundled yet. Run `make bundle`, then build again."
        ) from None


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
    name = _published_name(path)
    shutil.copyfile(path, target / name)
    return name


def _published_name(path: Path) -> str:
    return f"{path.stem}-{hashlib.sha256(path.read_bytes()).hexdigest()[:10]}{path.suffix}"
