"""Files of every kind that carry something nobody should learn, as six makers and many programs write it."""

from __future__ import annotations

import io
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

from mutagen.apev2 import APEv2
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, COMM, GEOB, ID3, TDRC, TIT2, TPE1, TXXX
from mutagen.mp4 import MP4, MP4Cover
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE
from PIL import Image

from media import documents
from media.metadata import DAY, PERSON, PLACE, plant
from media.pictures import PHONE_HEIC, quarters, text_chunks

RECORDINGS = Path(__file__).with_name("recordings")
"""A second and a half each, made once with FFmpeg: test card and tone, its own tags, a drone's places as subtitles."""
MAKERS = {
    "Apple": ("iPhone 15 Pro", b"Apple iOS\0\0\1MM"),
    "Samsung": ("SM-S928B", b"\7\0\1\0\7\0\4\0\0\0" + b"0100"),
    "Google": ("Pixel 9", b"HDRP\2"),
    "Canon": ("EOS R6", b"\1\0\6\0\2\0\x20\0\0\0"),
    "Nikon": ("Z 6_2", b"Nikon\0\2\x11\0\0"),
    "Sony": ("ILCE-7M4", b"SONY DSC \0\0\0"),
}
GPS = (f"GPSLatitude={PLACE}", "GPSLatitudeRef=N", "GPSLongitude=13.737262", "GPSLongitudeRef=E", "GPSAltitude=112")
MAKER_NOTE, EXIF_IFD = 0x927C, 0x8769
OWN = tuple(f"{group}={PERSON}" for group in ("EXIF:Artist", "EXIF:OwnerName", "EXIF:SerialNumber", "XMP-dc:Creator"))
Make = Callable[[Path], None]


def photo(maker: str, size: tuple[int, int] = (96, 64)) -> bytes:
    """A JPEG as a maker's camera writes it: maker's note, thumbnail's place, orientation."""
    model, note = MAKERS[maker]
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132], exif[0x0112] = maker, model, DAY, 6
    exif.get_ifd(EXIF_IFD)[MAKER_NOTE] = note + PERSON.encode()
    buffer = io.BytesIO()
    quarters(size).save(buffer, "JPEG", exif=exif, comment=PERSON.encode())
    return buffer.getvalue()


def write_photo(maker: str) -> Make:
    """Writes such a photograph with place, owner, caption and what phones put behind its end."""

    def make(path: Path) -> None:
        path.write_bytes(photo(maker))
        plant(path, *GPS, *OWN, f"IPTC:By-line={PERSON}", f"EXIF:DateTimeOriginal={DAY}", f"Comment={PERSON}")
        with path.open("ab") as file:
            file.write(b"SEFH" + PERSON.encode() + b"SEFT")

    return make


def write_picture(form: str) -> Make:
    """Writes a picture in a format of Pillow's, with what exiftool can plant in it."""

    def make(path: Path) -> None:
        quarters((96, 64), "P" if form == "GIF" else "RGB").save(path, form, **_options(form))
        plant(path, f"XMP-dc:Creator={PERSON}", f"XMP-exif:GPSLatitude={PLACE}", f"XMP-photoshop:City={PERSON}")

    return make


def _options(form: str) -> dict[str, object]:
    if form == "PNG":
        return {"pnginfo": text_chunks()}
    return {"comment": PERSON.encode()} if form == "GIF" else {}


def write_heic(path: Path) -> None:
    """Writes a phone's HEIC."""
    shutil.copy(PHONE_HEIC, path)


def write_film(name: str, maker: str) -> Make:
    """Writes a film in QuickTime's family with what a maker's phone or camera says in it."""

    def make(path: Path) -> None:
        shutil.copy(RECORDINGS / name, path)
        place = f"{PLACE} N, 13.737262 E, 112"
        user = (f"UserData:GPSCoordinates={place}", f"UserData:Author={PERSON}", f"UserData:Make={maker}")
        keys = (
            f"Keys:GPSCoordinates={place}",
            f"Keys:Make={maker}",
            f"Keys:Model={MAKERS[maker][0]}",
            f"Keys:Author={PERSON}",
        )
        items = (f"ItemList:Comment={PERSON}", f"ItemList:Artist={PERSON}", f"ItemList:ContentCreateDate={DAY}")
        days = (f"QuickTime:CreateDate={DAY}", f"QuickTime:TrackCreateDate={DAY}", f"QuickTime:MediaModifyDate={DAY}")
        plant(path, *user, *keys, *items, *days, f"XMP-dc:Creator={PERSON}", f"XMP-tiff:Make={maker}")
        with path.open("ab") as file:
            # Some phones put a box of their own last, and some plain bytes.
            file.write(struct.pack(">I4s", 8 + len(PERSON), b"sefd") + PERSON.encode())

    return make


def write_as_recorded(name: str) -> Make:
    """Writes a film with the tags that its program gave it, and a person's name in place of the program's."""

    def make(path: Path) -> None:
        content = (RECORDINGS / name).read_bytes()
        program = b"Lavf"
        start = content.index(program)
        length = len(b"Lavf59.27.1")
        path.write_bytes(content[:start] + PERSON.encode()[:length] + content[start + length :])

    return make


def write_mp3(path: Path) -> None:
    """Writes an MP3 with tags before and behind it."""
    shutil.copy(RECORDINGS / "voice.mp3", path)
    tags = ID3()
    tags.add(TIT2(text=PERSON))
    tags.add(TPE1(text=PERSON))
    tags.add(TDRC(text="2019-08-07"))
    tags.add(COMM(lang="eng", desc="", text=f"{PERSON} {PLACE}"))
    tags.add(TXXX(desc="device", text=PERSON))
    tags.add(APIC(mime="image/jpeg", type=3, data=photo("Apple")))
    tags.add(GEOB(mime="text/plain", data=PERSON.encode()))
    tags.save(path, v1=2)
    ape = APEv2()
    ape["Artist"] = PERSON
    ape.save(path)


def write_aac(path: Path) -> None:
    """Writes an AAC with tags before it."""
    shutil.copy(RECORDINGS / "voice.aac", path)
    tags = ID3()
    tags.add(TPE1(text=PERSON))
    tags.save(path)


def write_flac(path: Path) -> None:
    """Writes a FLAC with comments, a cover and a program's own block."""
    shutil.copy(RECORDINGS / "voice.flac", path)
    tags = FLAC(path)
    tags["artist"], tags["location"] = PERSON, PLACE
    cover = Picture()
    cover.type, cover.mime, cover.desc, cover.data = 3, "image/jpeg", PERSON, photo("Sony")
    tags.add_picture(cover)
    tags.save()


def write_ogg(path: Path) -> None:
    """Writes a Vorbis recording with comments over several pages."""
    shutil.copy(RECORDINGS / "voice.ogg", path)
    tags = OggVorbis(path)
    tags["artist"], tags["location"], tags["lyrics"] = PERSON, PLACE, PERSON * 9000
    tags.save()


def write_opus(path: Path) -> None:
    """Writes an Opus recording with comments."""
    shutil.copy(RECORDINGS / "voice.opus", path)
    tags = OggOpus(path)
    tags["artist"], tags["date"] = PERSON, DAY
    tags.save()


def write_m4a(path: Path) -> None:
    """Writes a voice memo with tags, a cover and a tag of a program's own."""
    shutil.copy(RECORDINGS / "voice.m4a", path)
    tags = MP4(path)
    tags["\xa9ART"], tags["\xa9too"] = [PERSON], [PERSON]
    tags["----:com.apple.iTunes:place"] = [PLACE.encode()]
    tags["covr"] = [MP4Cover(photo("Apple"))]
    tags.save()


def write_wav(path: Path) -> None:
    """Writes a WAV as a field recorder does: bext, iXML, LIST and ID3."""
    sound = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
    bext = PERSON.encode().ljust(256, b"\0") + PERSON.encode().ljust(32, b"\0") + bytes(32) + b"2019-08-0706:05:04"
    chunks = (
        (b"fmt ", sound),
        (b"bext", bext.ljust(602, b"\0")),
        (b"iXML", f"<BWFXML><NOTE>{PERSON}</NOTE></BWFXML>".encode()),
        (b"data", bytes(range(256)) * 64),
        (b"LIST", b"INFOIART" + struct.pack("<I", len(PERSON) + 1) + PERSON.encode() + b"\0"),
    )
    body = b"WAVE" + b"".join(kind + struct.pack("<I", len(one)) + one + bytes(len(one) % 2) for kind, one in chunks)
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    tags = WAVE(path)
    tags.add_tags()
    tags.tags.add(TPE1(text=PERSON))
    tags.save()


def write_pdf(path: Path) -> None:
    """Writes a PDF with everything in it, and then an earlier state of its properties."""
    documents.pdf(path, photo("Canon"), (96, 64))
    plant(path, f"PDF:Title={PERSON}", f"XMP-dc:Title={PERSON}")


def write_bytes(make: Callable[[], bytes | str]) -> Make:
    """Writes what a function gives."""

    def write(path: Path) -> None:
        content = make()
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return write


def _photo() -> bytes:
    return photo("Nikon")


SPECIMENS: dict[str, Make] = {
    **{f"{maker.lower()}.jpg": write_photo(maker) for maker in MAKERS},
    "scan.tif": write_picture("TIFF"),
    "screen.png": write_picture("PNG"),
    "loop.gif": write_picture("GIF"),
    "chat.webp": write_picture("WEBP"),
    "web.avif": write_picture("AVIF"),
    "phone.heic": write_heic,
    "apple.mov": write_film("film.mov", "Apple"),
    "apple.mp4": write_film("film.mp4", "Apple"),
    "samsung.mp4": write_film("film.mp4", "Samsung"),
    "google.mp4": write_film("film.mp4", "Google"),
    "canon.mov": write_film("film.mov", "Canon"),
    "nikon.mov": write_film("film.mov", "Nikon"),
    "sony.mp4": write_film("film.mp4", "Sony"),
    "drone.mp4": write_film("drone.mp4", "Sony"),
    "pieces.mp4": write_as_recorded("pieces.mp4"),
    "film.webm": write_as_recorded("film.webm"),
    "live.webm": write_as_recorded("live.webm"),
    "film.mkv": write_as_recorded("film.mkv"),
    "voice.weba": write_as_recorded("voice.weba"),
    "voice.mp3": write_mp3,
    "voice.aac": write_aac,
    "voice.flac": write_flac,
    "voice.ogg": write_ogg,
    "voice.opus": write_opus,
    "voice.m4a": write_m4a,
    "voice.wav": write_wav,
    "report.pdf": write_pdf,
    "essay.docx": write_bytes(lambda: documents.docx(_photo())),
    "costs.xlsx": write_bytes(documents.xlsx),
    "talk.pptx": write_bytes(lambda: documents.pptx(_photo())),
    "essay.odt": write_bytes(lambda: documents.opendocument("text", _photo())),
    "costs.ods": write_bytes(lambda: documents.opendocument("spreadsheet", _photo())),
    "talk.odp": write_bytes(lambda: documents.opendocument("presentation", _photo())),
    "map.svg": write_bytes(lambda: documents.drawing(_photo())),
    "crabs.ipynb": write_bytes(lambda: documents.notebook(_photo())),
    "boat.glb": write_bytes(lambda: documents.glb(_photo())),
    "boat.stl": write_bytes(documents.stl),
    "boat.obj": write_bytes(lambda: f"# by {PERSON}\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"),
}
