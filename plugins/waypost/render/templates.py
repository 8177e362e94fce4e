"""The templates of theme/portfolio."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .place import theme_dir


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(theme_dir() / "portfolio"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str) -> Template:
    """The template `name`, compiled once per process."""
    return _environment().get_template(name)
