"""What a portfolio follows from besides the learner's own files: code, templates, words, the school and the key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from . import __version__
from .render.place import theme_dir
from .seal.derivation import MasterKey

THEME_PARTS = ("portfolio", "locales")
SUFFIXES = frozenset({".py", ".html", ".po"})


@lru_cache(maxsize=1)
def code_digest() -> str:
    """A digest of the code and templates: with another version every portfolio is made anew."""
    digest = hashlib.sha256(__version__.encode())
    for path in _code_files():
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def making_digest(portfolios: Path, master: MasterKey) -> str:
    """A digest of everything that all portfolios of a school follow from, the files beside school.yml included."""
    digest = hashlib.sha256(code_digest().encode() + master.seal_of("making"))
    for path in sorted((portfolios / "school.yml", *portfolios.glob("*.md"))):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _code_files() -> Iterator[Path]:
    package = Path(__file__).parent
    for part in sorted(package.iterdir()):
        if part.name.startswith("_"):
            continue
        yield from sorted(part.rglob("*.py")) if part.is_dir() else [part]
    for name in THEME_PARTS:
        yield from (path for path in sorted((theme_dir() / name).rglob("*")) if path.suffix in SUFFIXES)
