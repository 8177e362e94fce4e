"""Real picture files of every sort that a phone, a scanner or a drawing program hands on."""

from __future__ import annotations

import io
import json
import struct
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from waypost.media.cleaning.__main__ import answer
from waypost.media.images import make_picture
from waypost.media.limits import USUAL
from waypost.media.moving import make_motion
from waypost.media.workroom import Workroom
from waypost.model import DEFAULT_SHARING, PLP, Portfolio, School

RED, BLUE, GREEN, WHITE = (220, 30, 20), (20, 40, 210), (20, 160, 60), (255, 255, 255)
CAMERA = "Saltmarsh Nine"
"""A camera that nobody else has, so that its name can be looked for."""
GPS_IFD, MODEL, MAKER, ORIENTATION = 0x8825, 0x0110, 0x010F, 0x0112
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CAMERA}</x:xmpmeta>".encode()
PHONE_HEIC = Path(__file__).parent / "phone.heic"
"""Red, blue, green and blue again, 64 by 48 and turned to the right, with camera, place and XMP.

Written once with pillow-heif; what reads HEIC here cannot write it.
"""

# Red, green and blue of Display P3, as a profile holds them (adapted to D50).
P3 = ((0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))


def quarters(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """A picture that is red, blue, green and white from the top left corner to the bottom right."""
    picture = Image.new("RGB", size, RED)
    width, height = size[0] // 2, size[1] // 2
    picture.paste(BLUE, (width, 0, *size))
    picture.paste(GREEN, (0, height, width, size[1]))
    picture.paste(WHITE, (width, height, *size))
    return as_mode(picture, mode)


def as_mode(picture: Image.Image, mode: str) -> Image.Image:
    """A picture in another mode; a palette gets its very colours."""
    return picture.quantize(16) if mode == "P" else picture.convert(mode)


def notes(orientation: int = 1) -> Image.Exif:
    """What a camera writes beside a picture: itself, the place, which side is up."""
    exif = Image.Exif()
    exif[MAKER], exif[MODEL], exif[ORIENTATION] = CAMERA, CAMERA, orientation
    exif.get_ifd(GPS_IFD).update({1: "N", 2: (44.0, 15.0, 36.5), 3: "W", 4: (72.0, 34.0, 33.25)})
    return exif


def text_chunks() -> PngInfo:
    """Words inside a PNG, in each of the three ways."""
    info = PngInfo()
    info.add_text("Author", CAMERA)
    info.add_text("Comment", CAMERA, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return info


def save(path: Path, picture: Image.Image, **options: Any) -> Path:
    """Writes a picture in the format of its name's ending."""
    picture.save(path, **options)
    return path


def srgb_profile() -> bytes:
    """The profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def p3_profile() -> bytes:
    """A profile with the colours of Display P3 and a gamma of 2.2, as phones embed it."""

    def fixed(*numbers: float) -> bytes:
        return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))

    text = CAMERA.encode() + b"\0"
    description = b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78)
    tags = {b"desc": description, b"cprt": b"text" + bytes(4) + text}
    tags[b"wtpt"] = b"XYZ " + bytes(4) + fixed(0.9642, 1.0, 0.8249)
    for letter, primary in zip("rgb", P3, strict=True):
        tags[letter.encode() + b"XYZ"] = b"XYZ " + bytes(4) + fixed(*primary)
        tags[letter.encode() + b"TRC"] = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.2 * 256)) + bytes(2)
    index, body, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, tag in tags.items():
        index += name + struct.pack(">II", start + len(body), len(tag))
        body += tag.ljust(-(-len(tag) // 4) * 4, b"\0")
    head = struct.pack(">I4sI4s4s4s", start + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + index + body


def png(width: int, height: int, depth: int, colour: int, rows: bytes, **chunks: bytes) -> bytes:
    """A PNG put together by hand: what its head says need not be true."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    middle = b"".join(chunk(kind.encode(), content) for kind, content in chunks.items())
    end = chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + middle + end


@dataclass(frozen=True)
class Encoded:
    """A picture as it was written."""

    content: bytes
    width: int
    height: int


def encode_picture(path: Path, pixels: int = USUAL.pixels) -> tuple[Encoded, ...]:
    """The sizes that are made of a picture, here in this process."""
    with TemporaryDirectory() as folder:
        given = make_picture(path, Path(folder), pixels)
        return tuple(Encoded((Path(folder) / name).read_bytes(), *extent) for name, *extent in given["files"])


def encode_moving(path: Path) -> Encoded | None:
    """What is made of a picture that moves, here in this process; None where nothing is."""
    with TemporaryDirectory() as folder:
        files = make_motion(path, Path(folder))["files"]
        return next((Encoded((Path(folder) / name).read_bytes(), *extent) for name, *extent in files), None)


class Indoors(Workroom):
    """Reads files here in this process, and notes what it was asked to do to which."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, Path]] = []

    def _answer(self, line: str, _patience: float) -> tuple[str | None, Any]:
        task, source, *_ = json.loads(line)
        self.asked.append((task, Path(source)))
        message, given = json.loads(json.dumps(answer(line)))
        return message, given


def opened(content: bytes) -> Image.Image:
    """A picture as it was encoded, with alpha."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.convert("RGBA")


def corners(content: bytes) -> list[tuple[int, ...]]:
    """The colours near the four corners, row by row."""
    picture = opened(content)
    right, bottom = picture.width - 1 - picture.width // 8, picture.height - 1 - picture.height // 8
    near = ((picture.width // 8, picture.height // 8), (right, picture.height // 8))
    far = ((picture.width // 8, bottom), (right, bottom))
    return [pixel(picture, place) for place in (*near, *far)]


def pixel(picture: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    """One pixel, as red, green, blue and alpha."""
    found = picture.convert("RGBA").getpixel(place)
    assert isinstance(found, tuple)
    return tuple(int(one) for one in found)


def alike(found: tuple[int, ...], expected: tuple[int, ...], most: int = 14) -> bool:
    """Whether two colours look the same; `expected` may leave the alpha out."""
    return all(abs(one - other) <= most for one, other in zip(found, (*expected, 255)[:4], strict=True))


def riff_chunks(content: bytes) -> list[str]:
    """The names of the chunks of a WebP file, in order."""
    assert content[:4] == b"RIFF"
    assert content[8:12] == b"WEBP"
    found, place = [], 12
    while place < len(content):
        name, size = struct.unpack_from("<4sI", content, place)
        found.append(name.decode())
        place += 8 + size + size % 2
    return found


def portfolio_of(**files: Path) -> Portfolio:
    """A portfolio with these files, by the id of their evidence."""
    plp = PLP.model_validate({"plan": {"name": "Somebody"}})
    return Portfolio("somebody", plp, School(name="A school"), DEFAULT_SHARING, files)


def kept(portfolio: Portfolio) -> Portfolio:
    """The same portfolio with `clean: keep` for every file."""
    evidence = [{"id": id_, "file": path.name, "title": id_, "clean": "keep"} for id_, path in portfolio.files.items()]
    plp = PLP.model_validate({"plan": {"name": "Somebody"}, "evidence": evidence})
    return replace(portfolio, plp=plp)
