"""Each page of a small portfolio, for two audiences, to the letter.

`WAYPOST_GOLDEN=write` writes what is drawn into golden/render/, to be read before it is believed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from waypost.model import Audience
from waypost.render import Page

GOLDEN = Path(__file__).parents[1] / "golden" / "render"
Draw = Callable[..., dict[str, Page]]


@pytest.mark.parametrize(("audience", "language"), [(Audience.SELF, "en"), (Audience.FAMILY, "es")])
def test_pages_are_drawn_as_agreed(draw: Draw, audience: Audience, language: str) -> None:
    folder = GOLDEN / audience.value
    pages = draw(audience, language)
    drawn = {f"{page.slug}.html": f"<!-- {page.title} -->\n{page.html}" for page in pages.values()}
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        folder.mkdir(exist_ok=True)
        for name, text in drawn.items():
            (folder / name).write_text(text, encoding="utf-8")
    agreed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
    assert drawn == agreed
