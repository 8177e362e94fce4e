"""Pictures, encoded anew from their pixels in the sizes that pages need: no metadata of the original is carried over.

They become WebP alone. Every browser that opens a portfolio at all shows it (Safari from 14.1 on, which is older than
what the viewer asks of a browser), so no JPEG stands behind it. AVIF is 15 to 35 in a hundred smaller at the same
look, and took three to five times as long to write when it was measured (libavif 1.4, speed 6; `benchmarks/pictures.py`
has such pictures); at the speed of WebP it is hardly smaller.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pi_heif import register_heif_opener
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from .heif import is_sound
from .limits import USUAL

LONG_EDGES = (480, 960, 1600)
LEAST_STEP = 1.25
"""How much longer than the size before it a picture must be to be worth a size of its own."""
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF", "AVIF")
COPIES = {"WEBP": 2}
"""How many times as much memory a pixel takes as in other formats while it is decoded. libwebp holds a whole canvas
more than once: 98 megapixels took 1.6 GiB."""
TYPE = "image/webp"
SUFFIX = ".webp"
BAND = 4_000_000
"""Pixels."""
DAMAGED = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError),
    *(ValueError, struct.error),
)
"""What decoders raise where the bytes make no sense."""

register_heif_opener()


class PictureError(Exception):
    """A picture that cannot be used; the message says what is wrong and how to mend it."""


@dataclass(frozen=True)
class Picture:
    """One encoded size of a picture."""

    content: bytes
    width: int
    height: int


def inspect_picture(path: Path, pixels: int = USUAL.pixels) -> None:
    """Looks at a picture's head. Raises PictureError where it is no picture, or has more `pixels` than it may."""
    with open_picture(path, pixels):
        pass


def upright_extent(path: Path, pixels: int = USUAL.pixels) -> tuple[int, int]:
    """The width and height of a picture as it is seen. Raises PictureError as `inspect_picture` does."""
    with open_picture(path, pixels) as image:
        width, height = image.size
        turned = False
        with suppress(*DAMAGED):
            turned = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
        return (height, width) if turned else (width, height)


def encode_picture(path: Path, pixels: int = USUAL.pixels) -> tuple[Picture, ...]:
    """Encodes a picture upright, in sRGB, so that its long edge is each of LONG_EDGES, but never more than it was.

    Of an animation or of several pages, the first is taken. Raises PictureError where the file cannot be decoded, or
    has more `pixels` than it may.
    """
    with open_picture(path, pixels) as image:
        # A JPEG can be decoded at a fraction of its size, which keeps a phone's 50 megapixels out of memory.
        image.draft("RGB", (LONG_EDGES[-1], LONG_EDGES[-1]))
        image.load()
        turn_upright(image)
        # Colours are worked out on what is left after that, for the same reason.
        whole = to_srgb(sized(to_eight_bits(image), LONG_EDGES[-1]))
    return encode_sizes(whole, LONG_EDGES)


def encode_sizes(image: Image.Image, edges: tuple[int, ...]) -> tuple[Picture, ...]:
    """Encodes a picture with a long edge of each of `edges`, smallest first, but never more than it has."""
    longest = min(edges[-1], max(image.size))
    smaller = [edge for edge in edges if edge * LEAST_STEP <= longest]
    return tuple(_encode(sized(image, edge)) for edge in (*smaller, longest))


@contextmanager
def open_picture(path: Path, pixels: int = USUAL.pixels) -> Iterator[Image.Image]:
    """A picture file, its head read and judged. Raises PictureError, also for what happens in the block."""
    # Pillow refuses what has more than twice as many, whatever is asked of it.
    Image.MAX_IMAGE_PIXELS = pixels
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if not is_sound(path):
                raise _damaged()
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height * COPIES.get(image.format or "", 1) > pixels:
                    raise _too_large(f" ({image.width} × {image.height})")
                yield image
    except UnidentifiedImageError:
        raise PictureError(
            "this cannot be opened as a picture, though its name says that it is one; export it again as JPEG or PNG, "
            "or give the file the ending that it should have"
        ) from None
    except (Image.DecompressionBombError, MemoryError):
        raise _too_large() from None
    except DAMAGED:
        raise _damaged() from None


def _damaged() -> PictureError:
    return PictureError("this picture is damaged or cut short; export or copy it again")


def _too_large(extent: str = "") -> PictureError:
    return PictureError(
        f"this picture has more pixels than can be opened safely{extent}; save a smaller copy and use that, or raise "
        "largest_picture in mkdocs.yml"
    )


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
    if image.mode in {"L", "LA", "RGB", "RGBA", "CMYK"} and "transparency" not in image.info:
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
    scale = edge / max(image.size)
    if scale >= 1:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encode(image: Image.Image) -> Picture:
    buffer = io.BytesIO()
    # Built from the pixels alone, so that nothing that the original said beside them is there to be written.
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    clean.save(buffer, "WEBP", quality=QUALITY, method=4)
    return Picture(buffer.getvalue(), *image.size)
