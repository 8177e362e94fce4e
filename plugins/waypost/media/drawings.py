"""How large a cleaned drawing is, so that its place is kept before it is there.

Source: SVG 2, sections 8.2 and 8.12.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

LONG_EDGE = 960
USUAL = (300, 150)
"""What browsers give a drawing that says nothing. Source: CSS 2, section 10.3.2."""
_HEAD = 1 << 16
_ROOT = re.compile(rb"<svg\b[^>]*>")
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})(px|pt|pc|in|cm|mm|q)?\s*", re.IGNORECASE)


def drawing_extent(path: Path) -> tuple[int, int]:
    """Width and height of a drawing, with a long edge of LONG_EDGE: it can be drawn in any size."""
    with path.open("rb") as file:
        root = _ROOT.search(file.read(_HEAD))
    tag = root[0].decode("utf-8", errors="replace") if root else ""
    width, height = _extent(tag)
    scale = LONG_EDGE / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _extent(tag: str) -> tuple[float, float]:
    sides = [_length(_attribute(tag, name)) for name in ("width", "height")]
    box = [float(number) for number in re.findall(_NUMBER, _attribute(tag, "viewBox"))]
    # Sides in one unit tell the shape; a side in another, or in shares of a page, does not.
    if sides[0][1] and sides[0][1] == sides[1][1]:
        found = sides[0][0], sides[1][0]
    elif len(box) == 4:
        found = box[2], box[3]
    else:
        found = USUAL
    # A shape that is all but a line would have no height left.
    sound = all(math.isfinite(side) and side > 0 for side in found) and 1e-3 < found[0] / found[1] < 1e3
    return found if sound else USUAL


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return (found[1] or found[2] or "") if found else ""


def _length(text: str) -> tuple[float, str]:
    found = _LENGTH.fullmatch(text)
    return (float(found[1]), found[2] or "px") if found else (0.0, "")
