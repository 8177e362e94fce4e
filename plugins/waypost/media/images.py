"""Pictures, re-encoded in two sizes from their pixels alone: no metadata of the original is carried over."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

LONG_EDGES = (800, 1920)
QUALITY = 82
MOST_PIXELS = 100_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF", "AVIF")
TYPE = "image/webp"
SUFFIX = ".webp"

register_heif_opener()


class PictureError(Exception):
    """A picture that cannot be used; the message says what is wrong and how to mend it."""


@dataclass(frozen=True)
class Picture:
    """One encoded size of a picture."""

    content: bytes
    width: int
    height: int


def inspect_picture(path: Path) -> None:
    """Looks at a picture's head. Raises PictureError where it is no picture, or one too large."""
    with _opened(path):
        pass


def encode_picture(path: Path) -> tuple[Picture, ...]:
    """Encodes a picture upright, in sRGB, in each size of LONG_EDGES that is smaller than it (at least one size).

    Raises PictureError where the file cannot be decoded.
    """
    with _opened(path) as image:
        # A JPEG can be decoded at a fraction of its size, which keeps a phone's 50 megapixels out of memory.
        image.draft("RGB", (LONG_EDGES[-1], LONG_EDGES[-1]))
        upright = ImageOps.exif_transpose(image)
        whole = _to_srgb(upright)
    edges = [edge for edge in LONG_EDGES if edge < max(whole.size)] or [max(whole.size)]
    if max(whole.size) < LONG_EDGES[-1] and max(whole.size) not in edges:
        edges.append(max(whole.size))
    return tuple(_encode(whole, edge) for edge in edges)


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise PictureError(
                        f"this picture has {image.width} × {image.height} pixels, more than can be opened safely; "
                        "save a smaller copy and use that"
                    )
                yield image
    except UnidentifiedImageError:
        raise PictureError(
            "this is not a picture, though its name says so; export it again as JPEG or PNG, "
            "or give the file the ending that it should have"
        ) from None
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError):
        raise PictureError("this picture is damaged or cut short; export or copy it again") from None


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    transparent = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    target = "RGBA" if transparent else "RGB"
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            alpha = image.getchannel("A") if image.mode == "RGBA" else None
            plain = image.convert("RGB") if image.mode == "RGBA" else image
            converted = ImageCms.profileToProfile(plain, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if converted is not None:
                if alpha is not None:
                    converted.putalpha(alpha)
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken profile: the pixels are shown as they are, as browsers do.
            pass
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.point(lambda value: value / 256).convert("L")
    return image.convert(target)


def _encode(image: Image.Image, edge: int) -> Picture:
    scale = min(1.0, edge / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    sized = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    buffer = io.BytesIO()
    clean = Image.frombytes(sized.mode, sized.size, sized.tobytes())
    clean.save(buffer, "WEBP", quality=QUALITY, method=4)
    return Picture(buffer.getvalue(), *size)
