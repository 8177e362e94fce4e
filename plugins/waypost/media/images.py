"""Pictures, encoded anew from their pixels in the sizes that pages need: no metadata of the original is carried over.

Runs in the workroom: what decodes a picture is large, written in C, and not safe against every byte.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError

from .cleaning.room import share
from .cleaning.trouble import DAMAGED, CleaningError, damaged, too_large
from .limits import USUAL
from .pixels import sized, taken_down, to_srgb, turn_upright
from .webp import LEAST_STEP, LONG_EDGES, QUALITY, SUFFIX

MOVING = frozenset(("GIF", "WEBP", "PNG"))
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
IN_BOXES = ("HEIF", "AVIF")
COPIES = {"WEBP": 2}
"""How many times as much memory a pixel takes as in other formats while it is decoded. libwebp holds a whole canvas
more than once: 98 megapixels took 1.6 GiB."""
NEED = 8
"""Bytes that a pixel may take while it is decoded, in the worst of cases."""


def look_at_picture(source: Path, _target: Path, pixels: int = USUAL.pixels) -> None:
    """Looks at a picture's head. Raises CleaningError where it is no picture, or has more `pixels` than it may."""
    with open_picture(source, pixels):
        pass


def make_picture(source: Path, target: Path, pixels: int = USUAL.pixels) -> dict[str, Any]:
    """Writes a picture into the folder `target`, upright and in sRGB, so that its long edge is each of LONG_EDGES, but
    never more than it was. Of an animation or of several pages, the first is taken.

    Gives `files` (names with width and height, smallest first), `width` and `height` of the picture itself as it is
    seen, and `moves`: whether there are more frames. Raises CleaningError where it cannot be decoded, or has more
    `pixels` than it may.
    """
    # What was decoded is let go before anything is encoded.
    whole, facts = _decode(source, pixels)
    longest = min(LONG_EDGES[-1], max(whole.size))
    smaller = [edge for edge in LONG_EDGES if edge * LEAST_STEP <= longest]
    sizes = (sized(whole, edge) for edge in (*smaller, longest))
    return {"files": [_write(size, target / f"{number}{SUFFIX}") for number, size in enumerate(sizes)], **facts}


def _decode(source: Path, pixels: int) -> tuple[Image.Image, dict[str, Any]]:
    """The largest size of a picture that is shown, and what is told of it."""
    with open_picture(source, pixels) as image:
        moves = is_moving(image)
        extent = image.size
        # A JPEG can be decoded at a fraction of its size, which keeps a phone's 50 megapixels out of memory.
        image.draft("RGB", (LONG_EDGES[-1], LONG_EDGES[-1]))
        image.load()
        width, height = reversed(extent) if _is_turned(image) else extent
        turn_upright(image)
        # Colours are worked out on what is left after that, for the same reason.
        whole = to_srgb(taken_down(image, LONG_EDGES[-1]))
    return whole, {"width": width, "height": height, "moves": moves}


def is_moving(image: Image.Image) -> bool:
    """Whether a picture is one of those that browsers show moving."""
    # Asked about a TIFF, Pillow would walk through all of its pages.
    return image.format in MOVING and bool(getattr(image, "is_animated", False))


def _is_turned(image: Image.Image) -> bool:
    with suppress(*DAMAGED):
        return bool(image.getexif().get(ExifTags.Base.Orientation, 1) >= 5)
    return False


@contextmanager
def open_picture(path: Path, pixels: int = USUAL.pixels) -> Iterator[Image.Image]:
    """A picture file, its head read and judged. Raises CleaningError, also for what happens in the block."""
    pixels_read = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_formats(path, pixels)) as image:
                pixels_read = image.width * image.height * COPIES.get(image.format or "", 1)
                if pixels_read > pixels:
                    raise _too_many(f" ({image.width} × {image.height})")
                yield image
    except UnidentifiedImageError:
        raise CleaningError(
            "this cannot be opened as a picture, though its name says that it is one; export it again as JPEG or PNG, "
            "or give the file the ending that it should have"
        ) from None
    except Image.DecompressionBombError:
        raise _too_many() from None
    except DAMAGED:
        # Some decoders do not say that they wanted for memory.
        raise too_large("picture") if pixels_read > share(NEED) else damaged("picture") from None


def _formats(path: Path, pixels: int) -> tuple[str, ...]:
    """What a picture may be, by how it begins; Pillow is made ready to open it."""
    with path.open("rb") as file:
        head = file.read(12)
    # Pillow refuses what has more than twice as many, whatever is asked of it. The decoder of WebP takes its memory
    # before anybody can ask how large a picture is.
    Image.MAX_IMAGE_PIXELS = pixels // COPIES["WEBP"] if head.endswith(b"WEBP") else pixels
    if head[4:8] != b"ftyp":
        return FORMATS
    # What reads these is large, and most pictures are others.
    from pi_heif import register_heif_opener
    from PIL import AvifImagePlugin

    # Every core has a learner of its own, and each thread takes memory.
    register_heif_opener(decode_threads=1)
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    return IN_BOXES


def _too_many(extent: str = "") -> CleaningError:
    return CleaningError(
        f"this picture has more pixels than can be opened safely{extent}; save a smaller copy and use that, or raise "
        "largest_picture in mkdocs.yml"
    )


def _write(image: Image.Image, path: Path) -> tuple[str, int, int]:
    # Built from the pixels alone, so that nothing that the original said beside them is there to be written.
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    clean.save(path, "WEBP", quality=QUALITY, method=4)
    return path.name, *image.size
