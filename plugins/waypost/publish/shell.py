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
LATER = {
    "ahead": "ahead.js",
    "portfolio": "portfolio.js",
    "presenter": "presenter.js",
    "presenter-style": "presenter.css",
    "search": "search.js",
    "reply": "reply.js",
}
"""Bundles beside the viewer's own, by the name that the shell or the viewer asks for them by.

`ahead` asks for the rest while the viewer is on its way, `portfolio` shows an opened link; the others are fetched once
somebody wants what they do.
"""
SITE_STYLE = "site.css"
LICENSES = "LICENSES.txt"
WORKER = "worker.js"
TOOLBOX_SCRIPTS = ("finder", "sheet", "tray", "cards", "assessment", "planner", "form")


@dataclass(frozen=True)
class Assets:
    """What all portfolios share: script and style by name, each with a digest, so that no cache mixes versions.

    `later` are those of LATER. `sources` has for every path in the site the name of the file that is copied there.
    """

    script: str
    style: str
    later: Mapping[str, str]
    sources: Mapping[str, str]

    @property
    def paths(self) -> frozenset[str]:
        """All of its files in the site."""
        return frozenset(self.sources)


def find_assets(source: Path) -> Assets:
    """Scripts, styles, fonts and licences in `source`.

    Raises WaypostError where they have not been bundled, which only happens in a source checkout.
    """
    with _bundled():
        names = {name: _published_name(source / name) for name in (SCRIPT, STYLE, *LATER.values())}
        same = (LICENSES, SITE_STYLE, *(f"fonts/{path.name}" for path in (source / "fonts").iterdir()))
    sources = {f"{FOLDER}/{name}": original for original, name in (*names.items(), *zip(same, same, strict=True))}
    later = {noun: names[name] for noun, name in LATER.items()}
    return Assets(names[SCRIPT], names[STYLE], later, sources)


def place_assets(source: Path, staging: Path) -> Assets:
    """Copies what `find_assets` finds into the staged site. Raises as it."""
    assets = find_assets(source)
    with _bundled():
        (staging / FOLDER / "fonts").mkdir(parents=True, exist_ok=True)
        # One by one: what copytree raises hides why the disk did not take a file.
        for path, name in assets.sources.items():
            shutil.copyfile(source / name, staging / path)
    return assets


@dataclass(frozen=True)
class ToolboxAssets:
    """The toolbox's style, and its scripts by bundle (such as "finder"), each with a digest in its name."""

    style: str
    scripts: Mapping[str, str]
    paths: frozenset[str]

    def contents(self, staging: Path) -> Iterator[tuple[str, bytes]]:
        """Every file of these as it was staged, by its path in the site."""
        yield from ((path, (staging / path).read_bytes()) for path in sorted(self.paths))


def place_toolbox_assets(source: Path, staging: Path) -> ToolboxAssets:
    """Copies the toolbox's scripts and style into the staged site; fonts are those of `place_assets`. Raises as it."""
    target = staging / FOLDER
    with _bundled():
        target.mkdir(parents=True, exist_ok=True)
        style = _place(source / "toolbox.css", target)
        scripts = {name: _place(source / f"{name}.js", target) for name in TOOLBOX_SCRIPTS}
    return ToolboxAssets(style, scripts, frozenset(f"{FOLDER}/{name}" for name in (style, *scripts.values())))


def read_worker(source: Path) -> str:
    """The script of the toolbox's service worker. Raises as `place_assets`."""
    with _bundled():
        return (source / WORKER).read_text(encoding="utf-8")


def toolbox_sources(source: Path) -> list[Path]:
    """Every file in `source` that the toolbox is made from."""
    names = ("toolbox.css", WORKER, *(f"{name}.js" for name in TOOLBOX_SCRIPTS))
    with _bundled():
        return [*(source / name for name in names), *sorted((source / "fonts").iterdir())]


def read_toolbox_fonts(source: Path, right_to_left: bool) -> Iterator[tuple[str, bytes]]:
    """The fonts that pages of the toolbox ask for, by their path in the site. Raises as `place_assets`."""
    patterns = ("atkinson-*.woff2", *(("noto-sans-arabic-*.woff2",) if right_to_left else ()))
    for path in sorted(path for pattern in patterns for path in (source / "fonts").glob(pattern)):
        yield f"{FOLDER}/fonts/{path.name}", path.read_bytes()


@contextlib.contextmanager
def _bundled() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise WaypostError(
            f"{error.filename}: the browser code has not been bundled yet. Run `make bundle`, then build again."
        ) from None


def place_shells(html: str, links: frozenset[str], staging: Path) -> frozenset[str]:
    """Puts the shell into every link's folder (such as p/0a…), as one file; returns the paths of all of them."""
    paths = sorted(f"{link}/index.html" for link in links)
    content = html.encode()
    first = next((path for path in paths if _holds(staging / path, content)), None)
    if first is None and paths:
        first = paths[0]
        # The shells of a reused folder share one file: what is in it must not change under them.
        (staging / first).unlink(missing_ok=True)
        (staging / first).write_bytes(content)
    for path in paths:
        if path != first:
            place_file(f"{staging}/{first}", f"{staging}/{path}")
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
