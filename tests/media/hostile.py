"""Every hostile file of the tests, in one list."""

from __future__ import annotations

from media.bombs import BOMBS
from media.harm import HOSTILE, POLYGLOTS, Make, content_of, whole_of
from media.test_build import BEHIND_THE_HEAD, IN_THE_HEAD
from media.test_hostile_previews import CASES


def hostile_files() -> dict[str, tuple[str, Make]]:
    """The name and the content of each file, by what is wrong with it."""
    refused = {
        what: (name, lambda content=content: content_of(content))
        for what, (name, content, _) in {**HOSTILE, **IN_THE_HEAD, **BEHIND_THE_HEAD}.items()
    }
    double = {
        what: (name, lambda name=name, make=make: make(whole_of(name))) for what, (name, make, _) in POLYGLOTS.items()
    }
    return {**refused, **double, **CASES, **BOMBS}


LIGHT = (
    *("PNG of one pixel", "TIFF whose pages go round"),
    *("JPEG in CMYK", "JPEG with a page behind it", "JPEG with an archive behind it", "GIF that begins as a script"),
    *("drawing that reaches elsewhere", "drawing as wide as the earth"),
    *("page that reaches elsewhere", "PDF that reaches elsewhere", "PDF of a page as large as a town"),
    *("text of Word with a picture of 99 megapixels", "model that reaches elsewhere"),
)
"""Of the bombs, those that are published and made ready within a second."""


def published_files() -> dict[str, tuple[str, Make]]:
    """Those that are published in some form, but for what takes many seconds or a warning that fails a strict build."""
    return {what: row for what, row in hostile_files().items() if what in {*POLYGLOTS, *CASES, *LIGHT}}
