"""Pictures that move (GIF, WebP, APNG), encoded anew as animated WebP from their pixels alone."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from .images import Picture, open_picture, sized, to_eight_bits, to_srgb, turn_upright
from .limits import USUAL

FORMATS = frozenset(("GIF", "WEBP", "PNG"))
MOST_FRAMES = 300
MOST_PIXELS = 48_000_000
"""Of all frames together, as they are written."""
MOST_READ = 600_000_000
"""Pixels of all frames together, as they are read."""
LONGEST_EDGE = 720
QUALITY = 75
SHORTEST, ORDINARY = 20, 100
"""Milliseconds. A frame that asks for less than the first is shown for the second, as browsers do."""


class MotionError(Exception):
    """A picture that moves for too long to be shown moving; the message says so, and how to mend it."""


def encode_moving(path: Path, pixels: int = USUAL.pixels) -> Picture | None:
    """Encodes a picture that moves; None for one that does not.

    Raises PictureError where it cannot be decoded, MotionError where it has too many frames or pixels.
    """
    with open_picture(path, pixels) as image:
        if image.format not in FORMATS or not getattr(image, "is_animated", False):
            return None
        count = getattr(image, "n_frames", 1)
        if count > MOST_FRAMES or count * image.width * image.height > MOST_READ:
            raise MotionError(
                f"this picture moves for longer than can be shown ({count} frames), so it is shown still; save a "
                f"shorter or smaller copy, or a film, to have it move"
            )
        room = math.sqrt(min(1.0, MOST_PIXELS / (count * image.width * image.height)))
        edge = max(1, min(LONGEST_EDGE, int(max(image.size) * room)))
        # Without a word on it, a GIF is shown once and the others again and again.
        loop = image.info.get("loop", 1 if image.format == "GIF" else 0)
        frames = list(_frames(image, edge))
    pictures = [frame for frame, _ in frames]
    if len(pictures) < 2:
        return None
    buffer = io.BytesIO()
    durations = [duration for _, duration in frames]
    pictures[0].save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=durations,
        loop=loop,
        quality=QUALITY,
        method=2,
    )
    return Picture(buffer.getvalue(), *pictures[0].size)


def _frames(image: Image.Image, edge: int) -> Iterator[tuple[Image.Image, int]]:
    # An APNG may carry a picture for programs that know no other PNG; it is no part of what moves.
    first = 1 if image.info.get("default_image") else 0
    for number in range(first, getattr(image, "n_frames", 1)):
        image.seek(number)
        frame = image.copy()
        # Some decoders know it only now.
        duration = round(image.info.get("duration") or 0)
        turn_upright(frame)
        frame = to_srgb(sized(to_eight_bits(frame), edge))
        yield Image.frombytes(frame.mode, frame.size, frame.tobytes()), duration if duration >= SHORTEST else ORDINARY
