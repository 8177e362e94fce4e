"""Pictures as telephones take them: 1.5 to 3 megapixels, all different, with the metadata that cameras leave.

Run as a command, it tells how long Waypost takes to make them ready for pages, beside vipsthumbnail.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from waypost.media.photographs import store_picture
from waypost.media.webp import LONG_EDGES, QUALITY
from waypost.media.workroom import Workroom

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


def measure_ours(sources: Sequence[Path], store: Path) -> dict[str, float]:
    """Seconds of the clock and of the processor to have every size of every picture in `store`, with the start and the
    end of the process that makes them."""
    clock, before = time.monotonic(), _processor()
    with Workroom() as workroom:
        for source in sources:
            store_picture(source, store, workroom)
    return {"seconds": time.monotonic() - clock, "cpu": _processor() - before}


def _processor() -> float:
    """Seconds of the processor so far, of this process and of those that it has ended."""
    usages = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in usages)


def measure_vips(sources: Sequence[Path], folder: Path) -> dict[str, float] | None:
    """The same sizes in the same format by vipsthumbnail, all pictures of a size in one process; None without it."""
    program = shutil.which("vipsthumbnail")
    if program is None:
        return None
    clock, before = time.monotonic(), _processor()
    for edge in LONG_EDGES:
        form = f"{folder}/%s-{edge}.webp[Q={QUALITY},effort=4,strip]"
        command = [program, *map(str, sources), "--size", f"{edge}x{edge}>", "--output", form]
        subprocess.run(command, check=True, env={**os.environ, "VIPS_CONCURRENCY": "1"})
    return {"seconds": time.monotonic() - clock, "cpu": _processor() - before}


def main() -> None:
    """Prints pictures a second, first and second time, beside vipsthumbnail."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--pictures", type=int, default=20)
    count = parser.parse_args().pictures
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"{number}.jpg" for number in range(count)]
        for number, source in enumerate(sources):
            write_picture(source, f"picture {number}")
        (folder / "vips").mkdir()
        # What the system reads from the disk for the first time is no picture.
        measure_ours(sources[:1], folder / "first")
        cold = measure_ours(sources, folder / "store")
        warm = measure_ours(sources, folder / "store")
        vips = measure_vips(sources, folder / "vips")
        made = sum(path.stat().st_size for path in (folder / "store").rglob("*.webp"))
        made_by_vips = sum(path.stat().st_size for path in (folder / "vips").iterdir())
    print(
        json.dumps(
            {
                "pictures": count,
                "sizes": LONG_EDGES,
                "cold": {**cold, "a_second": count / cold["seconds"], "bytes": made},
                "warm": {**warm, "a_second": count / warm["seconds"]},
                "vipsthumbnail": vips and {**vips, "a_second": count / vips["seconds"], "bytes": made_by_vips},
                "cpu_beside_vipsthumbnail": vips and cold["cpu"] / vips["cpu"],
            },
            indent=2,
        )
    )
    if vips is None:
        print("vipsthumbnail is not here: apt-get install libvips-tools", file=sys.stderr)


if __name__ == "__main__":
    main()
