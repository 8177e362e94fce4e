"""A decoded picture on its way to a page: upright, in eight bits and sRGB, as large as it is needed."""

from __future__ import annotations

import io
import math
from contextlib import suppress

from PIL import Image, ImageCms, ImageOps

from .cleaning.trouble import DAMAGED

BAND = 4_000_000
"""Pixels."""
GAP = 3.0
"""How many times as large as in the end a picture is at least made smaller in the best way; before, in a quick one."""
FLAT = frozenset(("L", "RGB", "CMYK"))
CLEAR = {"LA": "La", "RGBA": "RGBa"}
"""Pillow's names for pictures that can be seen through, and for those whose colours are as strong as they are seen."""


def turn_upright(image: Image.Image) -> None:
    """Turns a picture as its camera noted that it was held."""
    # A camera's notes may be damaged while the picture is whole: it is then shown as it lies.
    with suppress(*DAMAGED):
        ImageOps.exif_transpose(image, in_place=True)


def to_eight_bits(image: Image.Image) -> Image.Image:
    """The picture in L, LA, RGB, RGBA or CMYK, with any transparency in a channel of its own."""
    if image.mode.startswith("I"):
        # Whole numbers are what scanners write: 16 bits of grey, in one order of bytes or the other.
        image = _upper_bytes(image)
    if image.mode in FLAT | CLEAR.keys() and "transparency" not in image.info:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _upper_bytes(image: Image.Image) -> Image.Image:
    """The upper of two bytes of grey, in L. Band by band: a whole scan takes ten bytes a pixel on the way."""
    grey = Image.new("L", image.size)
    rows = max(1, BAND // image.width)
    for top in range(0, image.height, rows):
        band = image.crop((0, top, image.width, min(top + rows, image.height)))
        grey.paste(band.convert("I").point(lambda value: value / 256).convert("L"), (0, top))
    grey.info = dict(image.info)
    return grey


def to_srgb(image: Image.Image) -> Image.Image:
    """The picture in RGB or RGBA, in the colours that every screen understands."""
    profile = image.info.get("icc_profile")
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    converted = None
    if profile:
        # A broken profile, or one for other colours: the pixels are shown as they are, as browsers do.
        with suppress(ImageCms.PyCMSError, *DAMAGED):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    seen = converted or colours.convert("RGB")
    if alpha:
        seen.putalpha(alpha)
    return seen


def sized(image: Image.Image, edge: int) -> Image.Image:
    """The picture with a long edge of `edge`, or as it is where that is no more."""
    size = _size(image, edge)
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=GAP)


def _size(image: Image.Image, edge: int) -> tuple[int, int]:
    scale = min(1.0, edge / max(image.size))
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def taken_down(image: Image.Image, edge: int) -> Image.Image:
    """`sized` and in eight bits. What is large is made so band by band: each step takes another picture's memory."""
    size = _size(image, edge)
    across, down = (int(whole / part / GAP) or 1 for whole, part in zip(image.size, size, strict=True))
    light = image.width * image.height <= BAND or (image.mode in FLAT and "transparency" not in image.info)
    if size == image.size or (across == down == 1 and light):
        return sized(to_eight_bits(image), edge)
    sample = to_eight_bits(image.crop((0, 0, 1, 1)))
    # What is clear has no colour that could be mixed in.
    small = Image.new(
        CLEAR.get(sample.mode, sample.mode), (math.ceil(image.width / across), math.ceil(image.height / down))
    )
    rows = max(1, BAND // image.width // down) * down
    for top in range(0, image.height, rows):
        band = to_eight_bits(image.crop((0, top, image.width, min(top + rows, image.height))))
        small.paste(band.convert(small.mode).reduce((across, down)), (0, top // down))
    box = (0, 0, image.width / across, image.height / down)
    seen = small.resize(size, Image.Resampling.LANCZOS, box).convert(sample.mode)
    seen.info = sample.info
    return seen
