"""Where templates, catalogues and bundles are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def theme_dir() -> Path:
    """The theme's folder: inside the package where it was installed, else beside `plugins/` in a source checkout."""
    packaged = _PACKAGE / "_theme"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "theme"


@cache
def toolbox_dir() -> Path:
    """The toolbox's data: inside the package where it was installed, else beside `plugins/` in a source checkout."""
    packaged = _PACKAGE / "_toolbox"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "toolbox"
