"""How pictures are written: as WebP, in the sizes that pages need.

Every browser that opens a portfolio at all shows WebP (Safari from 14.1 on, which is older than what the viewer asks of
a browser), so no JPEG stands behind it. AVIF is 15 to 35 in a hundred smaller at the same look, and took three to five
times as long to write when it was measured (libavif 1.4, speed 6; `benchmarks/pictures.py` has such pictures); at the
speed of WebP it is hardly smaller.
"""

from __future__ import annotations

LONG_EDGES = (480, 960, 1600)
LEAST_STEP = 1.25
"""How much longer than the size before it a picture must be to be worth a size of its own."""
QUALITY = 82
TYPE = "image/webp"
SUFFIX = ".webp"
