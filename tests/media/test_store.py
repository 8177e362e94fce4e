"""What is made of files is kept: made once, and made again when what was kept cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from media.pictures import Indoors, encode_picture, notes, quarters, save
from waypost.media import photographs
from waypost.media.cleaning.trouble import CleaningError
from waypost.media.photographs import store_picture
from waypost.media.store import Made, store_made


@pytest.fixture
def workroom() -> Indoors:
    return Indoors()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return save(tmp_path / "photo.jpg", quarters((1000, 500)), exif=notes(6))


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_picture_is_made_once(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    first = store_picture(source, tmp_path / "store", workroom)
    before = files_in(tmp_path / "store")
    assert store_picture(source, tmp_path / "store", workroom) == first
    assert workroom.asked == [("picture", source)]
    assert files_in(tmp_path / "store") == before
    assert [(size.width, size.height) for size in first.sizes] == [(240, 480), (500, 1000)]
    assert all(size.size == size.path.stat().st_size for size in first.sizes)


def test_what_is_kept_is_what_was_encoded(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    stored = store_picture(source, tmp_path / "store", workroom)
    assert [size.path.read_bytes() for size in stored.sizes] == [picture.content for picture in encode_picture(source)]


def test_one_picture_under_two_names_is_made_once(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    twin = tmp_path / "copy of photo.jpg"
    twin.write_bytes(source.read_bytes())
    assert store_picture(source, tmp_path / "store", workroom) == store_picture(twin, tmp_path / "store", workroom)
    assert workroom.asked == [("picture", source)]


def test_another_picture_under_the_same_name_is_made(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    first = store_picture(source, tmp_path / "store", workroom)
    save(source, quarters((900, 600)))
    second = store_picture(source, tmp_path / "store", workroom)
    assert workroom.asked == [("picture", source), ("picture", source)]
    assert {size.path for size in first.sizes}.isdisjoint(size.path for size in second.sizes)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "one bit": flip,
    "longer": lambda path: path.write_bytes(path.read_bytes() + b" "),
    "something else": lambda path: path.write_bytes(b'{"making": [], "sizes": [["../../photo.jpg", 1, 1, ""]]}\n'),
}


@pytest.mark.parametrize("name", ["picture.list", "picture.0.webp", "picture.1.webp"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_was_damaged_is_made_again(
    damage: Callable[[Path], object], name: str, source: Path, tmp_path: Path, workroom: Indoors
) -> None:
    first = store_picture(source, tmp_path / "store", workroom)
    whole = files_in(tmp_path / "store")
    damage(first.sizes[0].path.with_name(name))
    assert store_picture(source, tmp_path / "store", workroom) == first
    assert workroom.asked == [("picture", source), ("picture", source)]
    assert files_in(tmp_path / "store") == whole


def test_no_bit_of_the_listing_can_change_unseen(tmp_path: Path, workroom: Indoors) -> None:
    source = save(tmp_path / "small.png", quarters((8, 8)))
    first = store_picture(source, tmp_path / "store", workroom)
    listing = first.sizes[0].path.with_name("picture.list")
    whole = listing.read_bytes()
    for place in range(0, len(whole), 7):
        listing.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        workroom.asked.clear()
        assert store_picture(source, tmp_path / "store", workroom) == first
        assert workroom.asked == [("picture", source)]


def test_a_store_that_is_gone_is_made_again(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    first = store_picture(source, tmp_path / "store", workroom)
    other = store_picture(source, tmp_path / "another store", workroom)
    assert workroom.asked == [("picture", source), ("picture", source)]
    assert [size.path.read_bytes() for size in first.sizes] == [size.path.read_bytes() for size in other.sizes]


def test_pictures_made_with_other_settings_are_made_again(
    source: Path, tmp_path: Path, workroom: Indoors, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store_picture(source, tmp_path / "store", workroom)
    monkeypatch.setattr(photographs, "MAKING", "another quality")
    assert store_picture(source, tmp_path / "store", workroom) == first
    assert store_picture(source, tmp_path / "store", workroom) == first
    assert workroom.asked == [("picture", source), ("picture", source)]


def test_a_picture_that_cannot_be_decoded_leaves_nothing(tmp_path: Path, workroom: Indoors) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    with pytest.raises(CleaningError):
        store_picture(tmp_path / "a.png", tmp_path / "store", workroom)
    assert not (tmp_path / "store").exists()


def test_nothing_half_written_stays_behind(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    store_picture(source, tmp_path / "store", workroom)
    names = sorted(path.name for path in files_in(tmp_path / "store"))
    assert names == ["picture.0.webp", "picture.1.webp", "picture.list"]


def test_several_things_made_of_one_file_lie_side_by_side(source: Path, tmp_path: Path) -> None:
    def make(content: bytes, fact: int) -> Callable[[Path], Made]:
        def write(draft: Path) -> Made:
            (draft / "one").write_bytes(content)
            return Made((("one", 3, 4),), {"fact": fact})

        return write

    store = tmp_path / "store"
    words, notes_ = (store_made(source, store, name, "1", make(name.encode(), len(name))) for name in ("words", "note"))
    assert (words.files[0].path.read_bytes(), notes_.files[0].path.read_bytes()) == (b"words", b"note")
    assert (words.facts, notes_.facts) == ({"fact": 5}, {"fact": 4})
    assert words.files[0].path.parent == notes_.files[0].path.parent
    assert store_made(source, store, "words", "1", make(b"else", 0)) == words
    assert store_made(source, store, "words", "2", make(b"else", 0)).facts == {"fact": 0}


def test_maker_that_fails_leaves_what_others_made(source: Path, tmp_path: Path, workroom: Indoors) -> None:
    def fail(draft: Path) -> Made:
        (draft / "half").write_bytes(b"half")
        raise CleaningError("no")

    store_picture(source, tmp_path / "store", workroom)
    before = files_in(tmp_path / "store")
    with pytest.raises(CleaningError):
        store_made(source, tmp_path / "store", "pages", "1", fail)
    assert files_in(tmp_path / "store") == before
