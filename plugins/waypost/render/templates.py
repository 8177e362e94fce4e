"""The templates of the theme, and data inside them."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .place import theme_dir


@cache
def _environment(folder: str) -> Environment:
    return Environment(
        loader=FileSystemLoader(theme_dir() / folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str, folder: str = "portfolio") -> Template:
    """The template `name` in a folder of the theme, compiled once per process."""
    return _environment(folder).get_template(name)


def inline_json(data: object) -> str:
    """`data` as JSON that can stand inside a script element, where only `<` could end it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
