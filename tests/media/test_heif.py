"""A HEIC whose parts are not named in text is refused before a decoder sees it, and no other file is."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from media.pictures import PHONE_HEIC, quarters, save
from waypost.media.heif import is_sound

HEAD = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def entry(version: int, kind: bytes, names: bytes = b"\0") -> bytes:
    """One entry of the table of parts."""
    middle = struct.pack(">B3xHH" if version == 2 else ">B3xIH", version, 1, 0)
    content = b"infe" + middle + kind + names
    return struct.pack(">I", len(content) + 4) + content


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize(
    ("kind", "names", "sound"),
    [
        (b"hvc1", b"\0", True),
        (b"mime", b"\0application/rdf+xml\0", True),
        (b"mime", "Über\0text/plain\0".encode(), True),
        # A name of the maker's own is never read.
        (b"mime", b"\xff\xfe\0text/plain\0", True),
        (b"mi\xffe", b"\0text/plain\0", False),
        (b"mime", b"\0text/\xe9\0", False),
        (b"mime", b"\0\xc3", False),
        (b"Exif", b"", True),
        (b"\xffxif", b"\0", False),
        (b"Exi\xff", b"\0", False),
    ],
)
def test_the_types_of_all_parts_are_text(version: int, kind: bytes, names: bytes, sound: bool, tmp_path: Path) -> None:
    file = tmp_path / "a.heic"
    file.write_bytes(HEAD + entry(2, b"hvc1") + entry(version, kind, names) + bytes(99))
    assert is_sound(file) is sound


def test_pixels_may_hold_the_same_letters_by_chance(tmp_path: Path) -> None:
    file = tmp_path / "a.heic"
    file.write_bytes(HEAD + b"\xff\xff\xff\xffinfe\x02" + b"\xff" * 99 + b"\0\0\0\x03infe\x03" + b"\xff" * 99)
    assert is_sound(file)


def test_whole_files_of_all_sorts_are_sound(tmp_path: Path) -> None:
    (tmp_path / "empty.heic").write_bytes(b"")
    assert is_sound(tmp_path / "empty.heic")
    assert is_sound(PHONE_HEIC)
    assert is_sound(save(tmp_path / "a.avif", quarters()))
    assert is_sound(save(tmp_path / "a.jpg", quarters()))
