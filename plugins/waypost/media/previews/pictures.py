"""Pictures that lie inside a document: encoded anew and small, or told in words."""

from __future__ import annotations

import base64
import io
from html import escape

from PIL import Image, ImageOps

from ..cleaning.trouble import DAMAGED
from .markup import draw_absent

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
LONG_EDGE = 960
QUALITY = 72
MOST_PIXELS = 60_000_000
MOST = 60
MOST_BYTES = 4_000_000


class Pictures:
    """The pictures of one document: as many as a page can carry, then words in their place."""

    def __init__(self) -> None:
        self._left = MOST
        self._bytes = MOST_BYTES

    def draw(self, content: bytes, alt: str) -> str:
        """The picture as an element that holds it, or what it shows in words where it cannot be shown."""
        encoded = self._encoded(content) if self._left > 0 else None
        if encoded is None or len(encoded[0]) > self._bytes:
            return draw_absent(alt)
        packed, width, height = encoded
        self._left -= 1
        self._bytes -= len(packed)
        source = f"data:image/webp;base64,{base64.b64encode(packed).decode()}"
        return f'<img src="{source}" alt="{escape(" ".join(alt.split()))}" width="{width}" height="{height}">'

    @staticmethod
    def _encoded(content: bytes) -> tuple[bytes, int, int] | None:
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                opened.draft("RGB", (LONG_EDGE, LONG_EDGE))
                clear = opened.has_transparency_data
                image = ImageOps.exif_transpose(opened).convert("RGBA" if clear else "RGB")
        except (*DAMAGED, Image.DecompressionBombError):
            return None
        image.thumbnail((LONG_EDGE, LONG_EDGE), Image.Resampling.LANCZOS)
        target = io.BytesIO()
        image.save(target, "WEBP", quality=QUALITY, method=4)
        return target.getvalue(), image.width, image.height
