"""Pictures that move (GIF, WebP, APNG), encoded anew as animated WebP from their pixels alone. Runs in the workroom."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from .images import is_moving, open_picture
from .limits import USUAL
from .pixels import taken_down, to_srgb, turn_upright
from .webp import SUFFIX

NAME = f"moving{SUFFIX}"
MOST_FRAMES = 300
MOST_PIXELS = 48_000_000
"""Of all frames together, as they are written."""
MOST_READ = 600_000_000
"""Pixels of all frames together, as they are read."""
LONGEST_EDGE = 720
QUALITY = 75
SHORTEST, ORDINARY = 20, 100
"""Milliseconds. A frame that asks for less than the first is shown for the second, as browsers do."""
TOO_LONG = (
    "this picture moves for longer than can be shown ({count} frames), so it is shown still; save a shorter or smaller "
    "copy, or a film, to have it move"
)


def make_motion(source: Path, target: Path, pixels: int = USUAL.pixels) -> dict[str, Any]:
    """Writes a picture that moves into the folder `target`.

    Gives `files`: its name with width and height, or none where it does not move, and `told`: why it is shown still
    where it moves for too long, or None. Raises CleaningError where it cannot be decoded.
    """
    with open_picture(source, pixels) as image:
        if not is_moving(image):
            return {"files": [], "told": None}
        count = getattr(image, "n_frames", 1)
        if count > MOST_FRAMES or count * image.width * image.height > MOST_READ:
            return {"files": [], "told": TOO_LONG.format(count=count)}
        room = math.sqrt(min(1.0, MOST_PIXELS / (count * image.width * image.height)))
        edge = max(1, min(LONGEST_EDGE, int(max(image.size) * room)))
        # Without a word on it, a GIF is shown once and the others again and again.
        loop = image.info.get("loop", 1 if image.format == "GIF" else 0)
        frames = list(_frames(image, edge))
    pictures = [frame for frame, _ in frames]
    if len(pictures) < 2:
        return {"files": [], "told": None}
    durations = [duration for _, duration in frames]
    pictures[0].save(
        target / NAME,
        save_all=True,
        append_images=pictures[1:],
        duration=durations,
        loop=loop,
        quality=QUALITY,
        method=2,
    )
    return {"files": [(NAME, *pictures[0].size)], "told": None}


def _frames(image: Image.Image, edge: int) -> Iterator[tuple[Image.Image, int]]:
    # An APNG may carry a picture for programs that know no other PNG; it is no part of what moves.
    first = 1 if image.info.get("default_image") else 0
    for number in range(first, getattr(image, "n_frames", 1)):
        image.seek(number)
        frame = image.copy()
        # Some decoders know it only now.
        duration = round(image.info.get("duration") or 0)
        turn_upright(frame)
        frame = to_srgb(taken_down(frame, edge))
        yield Image.frombytes(frame.mode, frame.size, frame.tobytes()), duration if duration >= SHORTEST else ORDINARY
