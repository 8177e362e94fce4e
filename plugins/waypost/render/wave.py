"""How a recording sounds, as a small drawing: decoration beside its length in words."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

STEP, HALF = 4, 24
LEAST = 1
"""Of HALF. Silence is a line of dots, not a gap."""


def draw_wave(peaks: Sequence[int]) -> Markup:
    """A bar for each of `peaks` (from 0 to 100), about a line in the middle; nothing where there are none."""
    if not peaks:
        return Markup("")
    heights = [max(LEAST, round(HALF * peak / 100)) for peak in peaks]
    bars = "".join(
        f"M{STEP * number + STEP // 2} {HALF - height}v{2 * height}" for number, height in enumerate(heights)
    )
    return Markup(
        '<svg class="wave" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<path d="{}" vector-effect="non-scaling-stroke"/></svg>'
    ).format(STEP * len(peaks), 2 * HALF, bars)
