"""Pictures as telephones take them: 1.5 to 3 megapixels, all different, with the metadata that cameras leave."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image

SIZES = ((1440, 1080), (1080, 1440), (1600, 1200), (1920, 1080), (2048, 1365))
# Shapes from coarse to fine, and how strongly each is laid over the one before: about the detail of a photograph.
LAYERS = ((6, 0.0), (24, 0.5), (96, 0.3), (480, 0.18))
CAMERA = 0x010F


def write_picture(path: Path, seed: str) -> None:
    """Writes a JPEG picture that follows from `seed`."""
    chance = random.Random(seed)
    width, height = chance.choice(SIZES)
    picture = Image.new("RGB", (width, height))
    for cells, strength in LAYERS:
        shape = (cells, max(2, cells * height // width))
        noise = Image.frombytes("RGB", shape, chance.randbytes(shape[0] * shape[1] * 3))
        layer = noise.resize((width, height), Image.Resampling.BICUBIC)
        picture = Image.blend(picture, layer, strength) if strength else layer
    metadata = Image.Exif()
    metadata[CAMERA] = "A made-up camera"
    picture.save(path, "JPEG", quality=88, exif=metadata)
