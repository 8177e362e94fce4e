"""Everything that one learner may have: a phone's folder, a desk's, and an archive, with files of every kind."""

from __future__ import annotations

import importlib.util
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import av
from PIL import Image

from media.pictures import BLUE, GREEN, RED, notes, p3_profile, png, quarters
from media.readable import READABLE
from media.specimens import SPECIMENS

Make = Callable[[Path], None]
MOVING = [Image.new("RGB", (64, 48), colour) for colour in (RED, GREEN, BLUE)]
COUNTS = "rock\tcrabs\nthe flat one\t7\nthe one with the chain\t0\n"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nThe crab is out.\n"
SKETCH = "const int LAMP = 13;\n\nvoid setup() { pinMode(LAMP, OUTPUT); }\nvoid loop() { digitalWrite(LAMP, HIGH); }\n"
ROOM = {"asset": {"version": "2.0"}, "nodes": [{"name": "Room"}], "scenes": [{"nodes": [0]}]}


def written(content: bytes | str) -> Make:
    """Writes this."""
    return lambda path: path.write_bytes(content if isinstance(content, bytes) else content.encode()) and None


def saved(picture: Image.Image, **options: object) -> Make:
    """Writes a picture in the format of the name's ending."""
    return lambda path: picture.save(path, **options)


def moves(**options: object) -> Make:
    """Writes a picture of three frames."""
    return lambda path: MOVING[0].save(path, save_all=True, append_images=MOVING[1:], duration=150, loop=0, **options)


def filmed(codec: str) -> Make:
    """Writes a second of film in a codec of FFmpeg's."""

    def make(path: Path) -> None:
        with av.open(str(path), "w") as film:
            stream = film.add_stream(codec, rate=10, options={"x265-params": "log-level=none"})
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
            for _ in range(10):
                film.mux(stream.encode(av.VideoFrame.from_image(Image.new("RGB", (64, 48), GREEN))))
            film.mux(stream.encode())

    return make


def shipped(package: str, *places: str) -> Make:
    """Copies a file that an installed package brings with it."""

    def make(path: Path) -> None:
        spec = importlib.util.find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        shutil.copyfile(Path(spec.origin).parent.joinpath(*places), path)

    return make


MORE: dict[str, Make] = {
    "IMG_20260214_101500.jpg": saved(quarters((2400, 1600)), exif=notes(6)),
    "IMG_20260214_101501.jpg": saved(quarters((2400, 1599)), progressive=True),
    "wide colours.jpg": saved(quarters(), icc_profile=p3_profile()),
    "printer.jpg": saved(quarters((99, 66), "CMYK")),
    "grey.jpeg": saved(quarters((98, 66), "L")),
    "old browser.jfif": saved(quarters((97, 66)), format="JPEG"),
    "sixteen bits.png": written(png(8, 8, 16, 2, (b"\0" + b"\xdc\x00\x1e\x00\x14\x00" * 8) * 8)),
    "one pixel.png": saved(quarters((1, 1))),
    "see-through.png": saved(quarters((64, 48), "RGBA")),
    "panorama.png": saved(Image.new("RGB", (30_000, 40), BLUE)),
    "loop.gif": moves(),
    "loop.webp": moves(),
    "loop.png": moves(format="PNG"),
    "orbit.apng": moves(format="PNG", disposal=1),
    "scan of three pages.tiff": moves(compression="tiff_lzw"),
    "paint.bmp": saved(quarters((96, 66))),
    "new phone.mp4": filmed("libx265"),
    "meadow.webm": filmed("libvpx-vp9"),
    "old camera.avi": filmed("mpeg4"),
    "counts.tsv": written(COUNTS),
    "words of the film.vtt": written(CAPTIONS),
    "lamp.ino": written(SKETCH),
    "crabs.json": written(json.dumps({"crabs": [7, 0]})),
    "my page.html": written("<!doctype html><title>Crabs</title><h1>Crabs</h1>"),
    "room.gltf": written(json.dumps(ROOM)),
    "letter.rtf": written(r"{\rtf1 Dear council,\par the pond is ours too.}"),
    "old essay.doc": written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "boat.3mf": written(b"PK\3\4" + bytes(60)),
    "favicon.png": shipped("material", "templates", "assets", "images", "favicon.png"),
    "leaf.svg": shipped("material", "templates", ".icons", "material", "leaf.svg"),
    "empty slides.pptx": shipped("pptx", "templates", "default.pptx"),
}
"""What a learner has beside the specimens and the documents."""
UNKNOWN = frozenset({".avi", ".rtf", ".doc", ".3mf"})
"""Endings of what Waypost cannot clean: they are in the plan with `clean: keep`."""


def write_collection(folder: Path) -> list[Path]:
    """Writes all of it below `folder`, and gives what a learner would name: two folders and an archive."""
    phone, desk, more = folder / "phone", folder / "desk", folder / "more"
    for place, makers in ((phone, SPECIMENS), (more, MORE)):
        place.mkdir(parents=True)
        for name, make in makers.items():
            make(place / name)
    desk.mkdir()
    for name, content in READABLE.items():
        (desk / name).write_bytes(content())
    archive = folder / "from the drive.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(more.iterdir()):
            packed.write(path, f"My Drive/{path.name}")
    return [phone, desk, archive]
