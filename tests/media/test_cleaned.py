"""Cleaned files are kept: made once, and made again when what was kept cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from media.specimens import RECORDINGS
from waypost.media import cleaned
from waypost.media.cleaned import store_cleaned
from waypost.media.cleaning.sorts import SORTS, clean_file
from waypost.media.cleaning.trouble import CleaningError
from waypost.media.workroom import Workroom

FLAC = SORTS[".flac"]


class Counted(Workroom):
    """Cleans here, and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Path] = []

    def clean(self, source: Path, target: Path) -> None:
        self.sources.append(source)
        clean_file(source, target)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "voice.flac"
    path.write_bytes((RECORDINGS / "voice.flac").read_bytes())
    return path


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_file_is_cleaned_once_under_whatever_name(source: Path, tmp_path: Path) -> None:
    workroom = Counted()
    first = store_cleaned(source, FLAC, tmp_path / "store", workroom)
    twin = source.rename(tmp_path / "twin.flac")
    before = files_in(tmp_path / "store")
    assert store_cleaned(twin, FLAC, tmp_path / "store", workroom) == first
    assert workroom.sources == [source]
    assert files_in(tmp_path / "store") == before
    assert b"Lavf" not in first.read_bytes()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "one byte more": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "the original": lambda path: path.write_bytes((RECORDINGS / "voice.flac").read_bytes()),
    "no text": lambda path: path.write_bytes(b"\xff"),
}


@pytest.mark.parametrize("name", ["flac", "flac.seal"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_was_damaged_is_made_again(
    damage: Callable[[Path], object], name: str, source: Path, tmp_path: Path
) -> None:
    workroom = Counted()
    first = store_cleaned(source, FLAC, tmp_path / "store", workroom)
    whole = files_in(tmp_path / "store")
    damage(first.with_name(name))
    assert store_cleaned(source, FLAC, tmp_path / "store", workroom) == first
    assert workroom.sources == [source, source]
    assert files_in(tmp_path / "store") == whole


def test_what_another_cleaner_has_made_is_made_again(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workroom = Counted()
    store_cleaned(source, FLAC, tmp_path / "store", workroom)
    monkeypatch.setattr(cleaned, "_making", lambda: "another")
    store_cleaned(source, FLAC, tmp_path / "store", workroom)
    assert workroom.sources == [source, source]


def test_file_that_cannot_be_cleaned_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    source.write_bytes(source.read_bytes()[:60])
    with pytest.raises(CleaningError):
        store_cleaned(source, FLAC, tmp_path / "store", Counted())
    assert files_in(tmp_path / "store") == {}
