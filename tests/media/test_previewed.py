"""Previews are kept beside cleaned files, made once, and published as files of their own."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from media.documents import pptx
from media.metadata import PERSON
from media.pictures import kept, portfolio_of
from media.readable import READABLE
from media.specimens import SPECIMENS, photo
from waypost.media import build_media, inspect_media, previewed
from waypost.media.cleaning.trouble import too_large
from waypost.media.limits import Limits
from waypost.media.previewed import TOLD, store_preview
from waypost.media.previews.making import make_preview
from waypost.media.workroom import Workroom
from waypost.model.media import MediaFile


class Counted(Workroom):
    """Makes previews here, and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def preview(self, source: Path, target: Path, name: str) -> str:
        self.names.append(name)
        if name == "endless.txt":
            raise too_large()
        return make_preview(source, target, name)


@pytest.fixture
def poem(tmp_path: Path) -> Path:
    path = tmp_path / "poem.txt"
    path.write_text("Low water", encoding="utf-8")
    return path


def test_preview_is_made_once_under_whatever_name(poem: Path, tmp_path: Path) -> None:
    workroom = Counted()
    first = store_preview(poem, poem, tmp_path / "store", workroom)
    twin = poem.rename(tmp_path / "twin.txt")
    assert store_preview(twin, twin, tmp_path / "store", workroom) == first
    assert workroom.names == ["poem.txt"]
    assert first.path
    assert first.path.read_text() == '<pre class="look-plain">Low water</pre>'
    assert first.text == "Low water"


def test_same_bytes_under_another_ending_are_drawn_as_that(poem: Path, tmp_path: Path) -> None:
    workroom = Counted()
    store_preview(poem, poem, tmp_path / "store", workroom)
    prose = poem.rename(tmp_path / "poem.md")
    found = store_preview(prose, prose, tmp_path / "store", workroom)
    assert found.path
    assert found.path.read_text() == "<p>Low water</p>"


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "one byte more": lambda path: path.write_bytes(path.read_bytes() + b"<"),
    "no text": lambda path: path.write_bytes(b"\xff"),
}


@pytest.mark.parametrize("ending", ["html", "json"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_was_damaged_is_made_again(
    damage: Callable[[Path], object], ending: str, poem: Path, tmp_path: Path
) -> None:
    workroom = Counted()
    first = store_preview(poem, poem, tmp_path / "store", workroom)
    assert first.path
    damage(first.path.with_suffix(f".{ending}"))
    assert store_preview(poem, poem, tmp_path / "store", workroom) == first
    assert len(workroom.names) == 2
    assert first.path.read_text() == '<pre class="look-plain">Low water</pre>'


def test_what_other_code_has_made_is_made_again(poem: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workroom = Counted()
    store_preview(poem, poem, tmp_path / "store", workroom)
    monkeypatch.setattr(previewed, "_making", lambda: "another")
    store_preview(poem, poem, tmp_path / "store", workroom)
    assert len(workroom.names) == 2


def test_document_that_takes_too_long_is_not_tried_at_every_build(tmp_path: Path) -> None:
    endless = tmp_path / "endless.txt"
    endless.write_text("x")
    workroom = Counted()
    for _ in range(2):
        found = store_preview(endless, endless, tmp_path / "store", workroom)
        assert (found.path, found.text, found.too_large) == (None, "", True)
    assert workroom.names == ["endless.txt"]


def test_preview_is_a_file_of_its_own_and_tells_nothing_that_cleaning_took_out(tmp_path: Path) -> None:
    names = ["essay.docx", "costs.xlsx", "essay.odt", "crabs.ipynb"]
    for name in names:
        SPECIMENS[name](tmp_path / name)
    portfolio = portfolio_of(**{name.replace(".", "-"): tmp_path / name for name in names})
    for whose in (portfolio, kept(portfolio)):
        media, problems = build_media(whose, tmp_path / "store")
        assert problems == ()
        for id_, piece in media.items():
            assert piece.preview
            assert piece.preview in piece.everything
            assert piece.preview.token == f"{id_}.preview"
            assert (piece.preview.type, piece.preview.size) == ("text/html", piece.preview.path.stat().st_size)
            assert piece.text
            assert PERSON not in piece.preview.path.read_text(encoding="utf-8") + piece.text


def test_document_that_cannot_be_read_is_a_warning_and_still_a_download(tmp_path: Path) -> None:
    source = tmp_path / "talk.pptx"
    # A slide without the part that every slide has.
    with ZipFile(BytesIO(pptx(photo("Sony")))) as whole, ZipFile(source, "w") as harmed:
        for name in whole.namelist():
            harmed.writestr(name, whole.read(name).replace(b"spTree", b"spWood"))
    media, (problem,) = build_media(portfolio_of(piece=source), tmp_path / "store")
    assert (problem.file, problem.severity) == (str(source), "warning")
    assert problem.message == f"{TOLD}this file is damaged or cut short; export or copy it again"
    (file,) = media["piece"].files
    assert (file.name, media["piece"].preview, media["piece"].too_large) == ("talk.pptx", None, False)


def test_document_above_the_limit_is_told_and_offered_for_download(tmp_path: Path, workroom: Workroom) -> None:
    source = tmp_path / "log.txt"
    source.write_bytes(b"words " * 170_000)
    limits = Limits(largest_preview=1)
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store", limits=limits)
    assert media["piece"].too_large
    assert media["piece"].everything == (MediaFile("piece", source, "text/plain", "log.txt", source.stat().st_size),)
    (told,) = inspect_media(portfolio_of(piece=source), workroom, limits=limits)
    assert problems == (told,)
    assert (told.severity, told.message.startswith(f"{TOLD}it is larger than 1 MB; ")) == ("advice", True)
    assert build_media(portfolio_of(piece=source), tmp_path / "store")[0]["piece"].preview


def test_every_sort_is_read_in_the_page(tmp_path: Path) -> None:
    for name, make in READABLE.items():
        (tmp_path / name).write_bytes(make())
    media, problems = build_media(portfolio_of(**{name: tmp_path / name for name in READABLE}), tmp_path / "store")
    assert problems == ()
    assert [name for name, piece in media.items() if piece.preview is None or not piece.text] == []
