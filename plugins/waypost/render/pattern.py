"""A learner's own pattern, for the cover of a portfolio without a picture."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from itertools import product

from markupsafe import Markup

# Patches of a square with side 2, as SVG path commands: a letter, an arc's radius and flags if any, a point.
_Patch = tuple[tuple[str, int, int], ...]
_ARC = "A2 2 0 0 1 "
_BACK = "A2 2 0 0 0 "
_PATCHES: tuple[_Patch, ...] = (
    (("M", 0, 0), ("L", 2, 0), ("L", 0, 2)),
    (("M", 0, 0), ("L", 2, 0), (_ARC, 0, 2)),
    (("M", 0, 0), ("L", 2, 0), ("L", 1, 1)),
    (("M", 0, 0), (_ARC, 2, 2), (_ARC, 0, 0)),
    (("M", 0, 0), ("L", 2, 0), (_BACK, 0, 2)),
    (("M", 0, 1), ("L", 1, 0), ("L", 2, 1), ("L", 1, 2)),
    (("M", 0, 0), ("L", 2, 0), ("L", 2, 1), ("L", 0, 1)),
    (("M", 0, 0), ("L", 1, 0), ("L", 1, 1), ("L", 0, 1)),
)
_CLOTHS: dict[str, tuple[int, ...]] = {
    "harbor": (1, 4, 6),
    "moss": (1, 3, 4),
    "clay": (0, 2, 6),
    "dusk": (0, 2, 3, 5),
    "ink": (0, 6, 7),
}
"""Which patches a theme's quilts are sewn of, by their place; every other theme takes all but the last."""
_BLOCK = 8
_BLOCKS = 3


@lru_cache(maxsize=512)
def draw_pattern(key: str, theme: str = "") -> Markup:
    """Draws a quilt from `key`, the same at every build, as inline SVG that fills any frame; colours come from CSS.

    A quarter of a block is drawn by lot and turned around the block's middle, as quilters do; neighbouring blocks
    change their two tones. `theme` says which patches there are to draw from.
    """
    lots = iter(hashlib.sha256(key.encode()).digest())
    cloth = _CLOTHS.get(theme, range(len(_PATCHES) - 1))
    quarter = [(_PATCHES[cloth[next(lots) % len(cloth)]], next(lots) % 4) for _ in range(4)]
    drawn: list[str] = []
    for column, row in product(range(_BLOCKS), repeat=2):
        if (row + column) % 2:
            # Under the even-odd rule this turns figure and ground around, in one path without seams.
            drawn.append(f"M{column * _BLOCK} {row * _BLOCK}h{_BLOCK}v{_BLOCK}h-{_BLOCK}z")
        for turn, (place, (patch, turns)) in product(range(4), enumerate(quarter)):
            drawn.append(_draw_patch(_turned(patch, (turns + turn) % 4), *_corner(place, turn, column, row)))
    svg = Markup(
        '<svg class="pattern" viewBox="0 0 {0} {0}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        '<path class="pattern-ground" d="M0 0h{0}v{0}H0z"/>'
        '<path class="pattern-figure" fill-rule="evenodd" d="{1}"/></svg>'
    )
    return svg.format(_BLOCK * _BLOCKS, "".join(drawn))


@cache
def _corner(place: int, turn: int, column: int, row: int) -> tuple[int, int]:
    """Where the patch `place` of the quarter lies once the quarter is turned around the block's middle."""
    x, y = place % 2, place // 2
    for _ in range(turn):
        x, y = 3 - y, x
    return column * _BLOCK + 2 * x, row * _BLOCK + 2 * y


def _draw_patch(patch: _Patch, left: int, top: int) -> str:
    return "".join([f"{command}{left + x} {top + y}" for command, x, y in patch]) + "z"


@cache
def _turned(patch: _Patch, turns: int) -> _Patch:
    return _turned(tuple((command, 2 - y, x) for command, x, y in patch), turns - 1) if turns else patch
