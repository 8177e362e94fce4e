"""Pictures come out upright, in their colours, in the sizes that pages need, and with nothing beside their pixels."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from media.pictures import (
    BLUE,
    CAMERA,
    GREEN,
    PHONE_HEIC,
    RED,
    WHITE,
    XMP,
    alike,
    as_mode,
    corners,
    encode_picture,
    notes,
    opened,
    p3_profile,
    pixel,
    png,
    quarters,
    riff_chunks,
    save,
    srgb_profile,
    text_chunks,
)
from waypost.media import pixels
from waypost.media.cleaning import room
from waypost.media.cleaning.trouble import CleaningError

PIXELS_ALONE = {"VP8 ", "VP8L", "VP8X", "ALPH"}
PLAIN = [RED, BLUE, GREEN, WHITE]
TURNED = {
    1: [RED, BLUE, GREEN, WHITE],
    2: [BLUE, RED, WHITE, GREEN],
    3: [WHITE, GREEN, BLUE, RED],
    4: [GREEN, WHITE, RED, BLUE],
    5: [RED, GREEN, BLUE, WHITE],
    6: [GREEN, RED, WHITE, BLUE],
    7: [WHITE, BLUE, GREEN, RED],
    8: [BLUE, WHITE, RED, GREEN],
}
"""The corners as a viewer should see them, by what the camera noted about its side. Source: Exif, Orientation."""

WITH_NOTES: dict[str, Callable[[Path], Path]] = {
    "jpeg": lambda folder: save(
        folder / "a.jpg",
        quarters(),
        exif=notes(6),
        xmp=XMP,
        comment=CAMERA,
        icc_profile=srgb_profile(),
        quality=95,
        subsampling=0,
    ),
    "png": lambda folder: save(folder / "a.png", quarters(), exif=notes(6), pnginfo=text_chunks()),
    "png with alpha": lambda folder: save(
        folder / "a.png", quarters(mode="RGBA"), exif=notes(6), pnginfo=text_chunks(), icc_profile=srgb_profile()
    ),
    "webp": lambda folder: save(
        folder / "a.webp", quarters(), exif=notes(6), xmp=XMP, icc_profile=srgb_profile(), lossless=True
    ),
    "tiff": lambda folder: save(folder / "a.tif", quarters(), exif=notes(6), description=CAMERA),
    "tiff, compressed": lambda folder: save(folder / "a.tiff", quarters(), exif=notes(6), compression="tiff_lzw"),
    "avif": lambda folder: save(folder / "a.avif", quarters(), exif=notes(6), xmp=XMP, quality=95),
}


@pytest.mark.parametrize("make", WITH_NOTES.values(), ids=WITH_NOTES)
def test_a_turned_picture_comes_out_upright_without_a_word_beside_it(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    source = make(tmp_path)
    assert CAMERA.encode() in source.read_bytes()
    (picture,) = encode_picture(source)
    assert (picture.width, picture.height) == opened(picture.content).size == (48, 64)
    assert all(alike(found, colour, 24) for found, colour in zip(corners(picture.content), TURNED[6], strict=True))
    assert_only_pixels(picture.content)


def test_a_phones_heic_comes_out_upright_without_a_word_beside_it() -> None:
    assert CAMERA.encode() in PHONE_HEIC.read_bytes()
    (picture,) = encode_picture(PHONE_HEIC)
    assert (picture.width, picture.height) == (48, 64)
    expected = [(30, 180, 60), (200, 40, 30), (20, 60, 200), (20, 60, 200)]
    assert all(alike(found, colour) for found, colour in zip(corners(picture.content), expected, strict=True))
    assert_only_pixels(picture.content)


def test_large_pictures_keep_no_word_in_any_size(tmp_path: Path) -> None:
    source = save(tmp_path / "a.jpg", quarters((2400, 900)), exif=notes(), xmp=XMP, icc_profile=p3_profile())
    pictures = encode_picture(source)
    assert len(pictures) == 3
    for picture in pictures:
        assert_only_pixels(picture.content)


def assert_only_pixels(content: bytes) -> None:
    assert set(riff_chunks(content)) <= PIXELS_ALONE
    assert b"Saltmarsh" not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert not picture.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()


@pytest.mark.parametrize(("orientation", "expected"), TURNED.items())
def test_every_side_that_a_camera_can_be_held_on(
    orientation: int, expected: list[tuple[int, ...]], tmp_path: Path
) -> None:
    (picture,) = encode_picture(save(tmp_path / "a.png", quarters(), exif=notes(orientation)))
    assert (picture.width, picture.height) == ((64, 48) if orientation < 5 else (48, 64))
    assert all(alike(found, colour, 24) for found, colour in zip(corners(picture.content), expected, strict=True))


@pytest.mark.parametrize(("place", "value"), [(17, 0), (19, 5), (63, 10), (100, 1)])
def test_a_picture_whose_notes_are_damaged_is_upright_all_the_same(place: int, value: int, tmp_path: Path) -> None:
    damaged = bytearray(notes(6).tobytes())
    damaged[place] = value
    source = save(tmp_path / "a.jpg", quarters(), exif=bytes(damaged), quality=95, subsampling=0)
    (picture,) = encode_picture(source)
    assert all(alike(found, colour, 24) for found, colour in zip(corners(picture.content), TURNED[6], strict=True))


def test_a_picture_whose_notes_are_nonsense_is_shown_as_it_lies(tmp_path: Path) -> None:
    nonsense = b"Exif\0\0MM\0*\0\0\0\x08" + bytes(range(200))
    (picture,) = encode_picture(save(tmp_path / "a.jpg", quarters(), exif=nonsense, quality=95, subsampling=0))
    assert all(alike(found, colour, 24) for found, colour in zip(corners(picture.content), PLAIN, strict=True))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1, 1), [(1, 1)]),
        ((300, 200), [(300, 200)]),
        ((480, 360), [(480, 360)]),
        ((599, 400), [(599, 400)]),
        ((600, 800), [(360, 480), (600, 800)]),
        ((1000, 500), [(480, 240), (1000, 500)]),
        ((1600, 800), [(480, 240), (960, 480), (1600, 800)]),
        ((4000, 1000), [(480, 120), (960, 240), (1600, 400)]),
        ((1000, 4000), [(120, 480), (240, 960), (400, 1600)]),
        ((30_000, 2), [(480, 1), (960, 1), (1600, 1)]),
    ],
)
def test_there_are_the_sizes_that_pages_need_and_nothing_is_enlarged(
    size: tuple[int, int], expected: list[tuple[int, int]], tmp_path: Path
) -> None:
    pictures = encode_picture(save(tmp_path / "a.png", quarters(size), compress_level=1))
    assert [(picture.width, picture.height) for picture in pictures] == expected
    assert [opened(picture.content).size for picture in pictures] == expected


def test_a_large_jpeg_is_taken_down_from_its_whole_size(tmp_path: Path) -> None:
    source = save(tmp_path / "a.jpg", quarters((3200, 2000)), exif=notes(8))
    pictures = encode_picture(source)
    assert [(picture.width, picture.height) for picture in pictures] == [(300, 480), (600, 960), (1000, 1600)]
    for picture in pictures:
        assert all(alike(found, colour) for found, colour in zip(corners(picture.content), TURNED[8], strict=True))


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        *(("a.jpg", mode) for mode in ("RGB", "CMYK", "YCbCr")),
        *(("a.png", mode) for mode in ("RGB", "RGBA", "P")),
        *(("a.tif", mode) for mode in ("RGB", "RGBA", "CMYK", "P", "YCbCr")),
        *(("a.bmp", mode) for mode in ("RGB", "P")),
        *(("a.webp", mode) for mode in ("RGB", "RGBA")),
        *(("a.jfif", mode) for mode in ("RGB",)),
        ("a.gif", "P"),
    ],
)
def test_colours_stay_what_they_were(name: str, mode: str, tmp_path: Path) -> None:
    flat = quarters((64, 64), mode)
    (picture,) = encode_picture(save(tmp_path / name, flat, quality=95))
    expected = [pixel(flat, place) for place in ((8, 8), (55, 8), (8, 55), (55, 55))]
    assert all(alike(found, colour) for found, colour in zip(corners(picture.content), expected, strict=True))


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
@pytest.mark.parametrize("mode", ["L", "LA", "1"])
def test_greys_stay_grey(name: str, mode: str, tmp_path: Path) -> None:
    halves = Image.new("L", (64, 64), 0)
    halves.paste(255 if mode == "1" else 180, (32, 0, 64, 64))
    (picture,) = encode_picture(save(tmp_path / name, halves.convert(mode)))
    light = (255, 255, 255) if mode == "1" else (180, 180, 180)
    expected = [(0, 0, 0), light, (0, 0, 0), light]
    assert all(alike(found, colour) for found, colour in zip(corners(picture.content), expected, strict=True))


@pytest.mark.parametrize(("name", "mode"), [("a.png", "I;16"), ("a.tif", "I;16"), ("a.tif", "I;16B"), ("a.tif", "I")])
def test_scans_of_sixteen_bits_keep_their_greys(name: str, mode: str, tmp_path: Path) -> None:
    scan = Image.new("I", (64, 64), 0)
    scan.paste(0x8000, (32, 0, 64, 32))
    scan.paste(0x4000, (0, 32, 32, 64))
    scan.paste(0xFFFF, (32, 32, 64, 64))
    (picture,) = encode_picture(save(tmp_path / name, scan.convert(mode)))
    expected = [(0, 0, 0), (128, 128, 128), (64, 64, 64), (255, 255, 255)]
    assert all(alike(found, colour) for found, colour in zip(corners(picture.content), expected, strict=True))


def test_scan_of_many_bands_is_the_same_as_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Image.linear_gradient("L").convert("I").point(lambda value: value * 257).convert("I;16")
    source = save(tmp_path / "a.png", scan)
    (whole,) = encode_picture(source)
    monkeypatch.setattr(pixels, "BAND", 7 * scan.width)
    assert encode_picture(source) == (whole,)


@pytest.mark.parametrize(
    "mode", ["RGB", "RGBA", "LA", "CMYK", "1", "P with one clear colour", "RGB with one clear colour"]
)
def test_picture_that_is_far_too_large_is_taken_down_as_if_at_once(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    noise = Image.merge("RGBA", [Image.effect_noise((700, 470), 40 + 20 * number) for number in range(4)])
    source = as_mode(noise.convert("RGB") if mode.startswith("P") else noise, mode.split()[0])
    if "clear" in mode:
        source.info["transparency"] = 3 if source.mode == "P" else noise.convert("RGB").getpixel((9, 9))
    monkeypatch.setattr(pixels, "BAND", 7000)
    for edge in (50, 97, 300, 700):
        expected, found = pixels.sized(pixels.to_eight_bits(source), edge), pixels.taken_down(source, edge)
        assert (found.mode, found.size, found.tobytes()) == (expected.mode, expected.size, expected.tobytes())


def test_decoder_that_fails_for_want_of_memory_does_not_call_the_picture_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(save(tmp_path / "b.png", quarters((10, 10))).read_bytes()[:-30])
    with pytest.raises(CleaningError, match=r"^this picture is damaged or cut short"):
        encode_picture(source)
    monkeypatch.setattr(room, "_whole", 99 * 8)
    with pytest.raises(CleaningError, match=r"^this picture takes more memory.*, or raise memory_limit"):
        encode_picture(source)


def test_webp_may_have_fewer_pixels_since_each_takes_more_memory(tmp_path: Path) -> None:
    flat = Image.new("RGB", (10, 10))
    assert encode_picture(save(tmp_path / "a.png", flat), 100)
    with pytest.raises(CleaningError, match=r"more pixels.*\(10 × 10\)"):
        encode_picture(save(tmp_path / "a.webp", flat), 199)
    assert encode_picture(tmp_path / "a.webp", 200)


def test_colours_of_sixteen_bits_keep_their_look(tmp_path: Path) -> None:
    row = b"\0" + (b"\xdc\x00" + b"\x1e\x00" + b"\x14\x00") * 8
    (tmp_path / "a.png").write_bytes(png(8, 8, 16, 2, row * 8))
    (picture,) = encode_picture(tmp_path / "a.png")
    assert alike(corners(picture.content)[0], RED)


# What looks like the purest red of sRGB on a wide screen, and a green of its own.
WIDE_RED, WIDE_GREEN = (234, 51, 35), (117, 251, 76)
NARROW = [(255, 0, 0), (0, 255, 0)]


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        *((name, "RGB") for name in ("a.png", "a.jpg", "a.webp", "a.tif", "a.avif")),
        *(("a.png", mode) for mode in ("RGBA", "P")),
    ],
)
def test_colours_of_a_wide_screen_look_the_same_on_every_other(name: str, mode: str, tmp_path: Path) -> None:
    wide = Image.new("RGB", (64, 32), WIDE_RED)
    wide.paste(WIDE_GREEN, (32, 0, 64, 32))
    if mode == "RGBA":
        wide.putalpha(140)
    source = save(tmp_path / name, as_mode(wide, mode), icc_profile=p3_profile(), quality=95)
    (picture,) = encode_picture(source)
    alpha = 140 if mode == "RGBA" else 255
    found = corners(picture.content)[:2]
    assert all(alike(one, (*colour, alpha), 20) for one, colour in zip(found, NARROW, strict=True))


def test_a_broken_profile_leaves_the_colours_as_they_are(tmp_path: Path) -> None:
    source = save(tmp_path / "a.png", Image.new("RGB", (8, 8), WIDE_RED), icc_profile=b"no profile at all")
    (picture,) = encode_picture(source)
    assert alike(corners(picture.content)[0], WIDE_RED)


def test_a_profile_for_other_colours_leaves_the_colours_as_they_are(tmp_path: Path) -> None:
    source = save(tmp_path / "a.png", Image.new("L", (8, 8), 90), icc_profile=p3_profile())
    (picture,) = encode_picture(source)
    assert alike(corners(picture.content)[0], (90, 90, 90))


def test_what_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    veil = quarters(mode="RGBA")
    veil.putalpha(Image.new("L", veil.size, 0))
    veil.paste((*BLUE, 128), (32, 0, 64, 24))
    (picture,) = encode_picture(save(tmp_path / "a.png", veil))
    found = corners(picture.content)
    assert [colour[3] for colour in found] == [0, 128, 0, 0]
    assert alike(found[1], (*BLUE, 128))


def test_one_colour_of_a_palette_can_be_clear(tmp_path: Path) -> None:
    drawing = quarters().quantize(4)
    clear = drawing.getpixel((60, 44))
    assert isinstance(clear, int)
    (picture,) = encode_picture(save(tmp_path / "a.png", drawing, transparency=clear))
    assert [colour[3] for colour in corners(picture.content)] == [255, 255, 255, 0]


def test_one_colour_of_a_picture_with_a_profile_can_be_clear(tmp_path: Path) -> None:
    source = save(tmp_path / "a.png", quarters(), transparency=RED, icc_profile=srgb_profile())
    (picture,) = encode_picture(source)
    assert [colour[3] for colour in corners(picture.content)] == [0, 255, 255, 255]


def test_one_grey_of_sixteen_bits_can_be_clear(tmp_path: Path) -> None:
    rows = (b"\0" + b"\x80\x80" * 4 + b"\x40\x40" * 4) * 8
    (tmp_path / "a.png").write_bytes(png(8, 8, 16, 0, rows, tRNS=b"\x80\x80"))
    (picture,) = encode_picture(tmp_path / "a.png")
    found = corners(picture.content)
    assert [colour[3] for colour in found] == [0, 255, 0, 255]
    assert alike(found[1], (64, 64, 64))


@pytest.mark.parametrize("name", ["a.gif", "a.png", "a.webp", "a.tif"])
def test_of_several_frames_the_first_is_shown(name: str, tmp_path: Path) -> None:
    first, second = Image.new("RGB", (16, 16), RED), Image.new("RGB", (16, 16), BLUE)
    source = save(tmp_path / name, first, save_all=True, append_images=[second])
    (picture,) = encode_picture(source)
    assert alike(corners(picture.content)[0], RED)
    assert_only_pixels(picture.content)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    source = save(tmp_path / "a.jpg", quarters((1000, 700)), exif=notes(3))
    assert encode_picture(source) == encode_picture(source)
