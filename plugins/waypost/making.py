"""What a portfolio follows from besides the learner's own files: code, templates, words, the school and the key."""

from __future__ import annotations

import hashlib
import sysconfig
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .media.limits import USUAL, Limits
from .render.place import theme_dir, toolbox_dir
from .seal.derivation import MasterKey

if TYPE_CHECKING:
    from .model import School

THEME_PARTS = ("portfolio", "locales")
SUFFIXES = frozenset({".py", ".html", ".po"})
LIBRARIES = frozenset({"babel", "jinja2", "lxml", "markdown", "nh3", "pi_heif", "pikepdf", "pillow", "pypdfium2", "av"})


@lru_cache(maxsize=1)
def code_digest() -> str:
    """A digest of code, templates and the libraries that make pages: with others every portfolio is made anew."""
    digest = hashlib.sha256("\n".join((__version__, *_library_versions())).encode())
    for path in _code_files():
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def making_digest(school: School, master: MasterKey, limits: Limits = USUAL) -> str:
    """A digest of everything that all portfolios of a school follow from, the texts that school.yml names included.

    `limits` are those of mkdocs.yml, under which some files are shown and others only offered.
    """
    digest = hashlib.sha256(code_digest().encode() + master.seal_of("making") + repr(limits).encode())
    digest.update(school.model_dump_json().encode())
    return digest.hexdigest()


def _library_versions() -> list[str]:
    # A sanitiser that was mended must reach every page. Asking importlib.metadata would take longer than all the rest.
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    names = {path.name for folder in folders for path in Path(folder).glob("*-*.dist-info")}
    return sorted(name for name in names if name.partition("-")[0].casefold() in LIBRARIES)


def _code_files() -> Iterator[Path]:
    package = Path(__file__).parent
    for part in sorted(package.iterdir()):
        if part.name.startswith("_"):
            continue
        yield from sorted(part.rglob("*.py")) if part.is_dir() else [part]
    for name in THEME_PARTS:
        yield from (path for path in sorted((theme_dir() / name).rglob("*")) if path.suffix in SUFFIXES)
    # The stages of planning, with their questions, stand in the journey.
    yield toolbox_dir() / "guide.yml"
