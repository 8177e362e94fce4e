"""Pages of a PDF are seen and read in the portfolio; whatever is wrong with one, the file is offered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from media.metadata import PERSON
from media.pictures import RED, alike, kept, opened, pixel, portfolio_of
from media.sheets import A4, write_pdf
from media.specimens import SPECIMENS
from waypost.media import build_media
from waypost.media.pages import LONG_EDGE, draw_pages
from waypost.model.media import MediaSet

# Red over the lower left quarter of the page.
QUARTER = b"%.3f %.3f %.3f rg 0 0 297 421 re f" % tuple(value / 255 for value in RED)


def built(path: Path, folder: Path) -> MediaSet:
    media, problems = build_media(portfolio_of(piece=path), folder / "store")
    assert problems == ()
    return media["piece"]


def test_every_page_is_a_picture_in_order_with_what_it_says(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "a.pdf", ["The tide", "came in", "too early"], drawn=QUARTER)
    shown = built(source, tmp_path)
    assert shown.pages is not None
    assert shown.pages.total == 3
    assert [(sheet.token, sheet.type) for sheet in shown.pages.sheets] == [
        ("piece.p1", "image/webp"),
        ("piece.p2", "image/webp"),
        ("piece.p3", "image/webp"),
    ]
    for sheet in shown.pages.sheets:
        picture = opened(sheet.path.read_bytes())
        assert picture.size == (sheet.width, sheet.height) == (1018, LONG_EDGE)
        assert alike(pixel(picture, (100, 1300)), RED)
        assert alike(pixel(picture, (900, 1300)), (255, 255, 255))
    assert json.loads(shown.pages.words.path.read_text()) == ["The tide", "came in", "too early"]
    assert (shown.pages.opening, shown.text) == ("The tide", "The tide came in too early")


def test_first_page_stands_for_the_document(tmp_path: Path) -> None:
    shown = built(write_pdf(tmp_path / "a.pdf", ["The tide"], drawn=QUARTER), tmp_path)
    assert shown.pages is not None
    small, large = shown.poster
    assert shown.tile == small
    assert large == shown.pages.sheets[0]
    assert (small.width, small.height) == opened(small.path.read_bytes()).size == (339, 480)
    assert alike(pixel(opened(small.path.read_bytes()), (40, 440)), RED)
    assert shown.large.name == "a.pdf"
    assert set(shown.everything) == {shown.large, small, large, shown.pages.words}


def test_long_documents_are_shown_to_a_limit_and_say_how_long_they_are(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "a.pdf", [f"Page {number}" for number in range(5)], size=(60, 80))
    target = tmp_path / "target"
    target.mkdir()
    drawn = draw_pages(source, target, most=2)
    assert (len(drawn["words"]), drawn["total"], drawn["stopped"]) == (2, 5, "pages")
    assert len(drawn["files"]) == 2 + 2


@pytest.mark.parametrize(
    ("size", "extent"), [((30_000, 30_000), (1440, 1440)), ((14_400, 20), (1440, 2)), ((3, 3), (1440, 1440))]
)
def test_picture_of_a_page_is_as_large_as_any_other(
    size: tuple[float, float], extent: tuple[int, int], tmp_path: Path
) -> None:
    shown = built(write_pdf(tmp_path / "a.pdf", [""], size=size), tmp_path)
    assert shown.pages is not None
    assert (shown.pages.sheets[0].width, shown.pages.sheets[0].height) == extent
    assert max(shown.poster[0].width or 0, shown.poster[0].height or 0) == 480


def test_what_cleaning_takes_out_is_not_seen(tmp_path: Path) -> None:
    SPECIMENS["report.pdf"](tmp_path / "report.pdf")
    shown = built(tmp_path / "report.pdf", tmp_path)
    assert shown.pages is not None
    assert PERSON not in shown.pages.words.path.read_text() + shown.text


def cut(path: Path) -> None:
    content = write_pdf(path, ["The tide"]).read_bytes()
    path.write_bytes(content[: len(content) // 2])


HOSTILE: dict[str, Callable[[Path], object]] = {
    "no PDF at all": lambda path: path.write_bytes(b"%PDF-1.7\nnothing"),
    "cut short": cut,
    "locked": lambda path: write_pdf(path, ["The tide"], password="ebb"),
    "no room on its page": lambda path: write_pdf(path, ["The tide"], size=(0.2, 0.2)),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_pages_that_cannot_be_drawn_are_told_and_the_kept_file_is_offered(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    source = tmp_path / "a.pdf"
    make(source)
    media, problems = build_media(kept(portfolio_of(piece=source)), tmp_path / "store")
    assert [problem.severity for problem in problems] == ["advice"]
    assert "it can only be downloaded: this PDF is" in problems[0].message
    assert (media["piece"].pages, media["piece"].large.path) == (None, source)


def test_document_with_a_hole_is_shown_up_to_there(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "a.pdf", ["one", "two", "three"])
    with pikepdf.open(source, allow_overwriting_input=True) as broken:
        broken.Root.Pages.Kids[1] = broken.make_indirect(pikepdf.Array([]))
        broken.save(source)
    (tmp_path / "target").mkdir()
    assert draw_pages(source, tmp_path / "target")["words"] == ["one"]


def test_pages_are_drawn_once(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "a.pdf", ["The tide"])
    first = built(source, tmp_path)
    stamps = {file.path: file.path.stat().st_mtime_ns for file in first.everything}
    assert built(source, tmp_path) == first
    assert {file.path: file.path.stat().st_mtime_ns for file in first.everything} == stamps


def test_words_of_one_page_are_no_flood(tmp_path: Path) -> None:
    shown = built(write_pdf(tmp_path / "a.pdf", ["word " * 3000] * 8, size=A4), tmp_path)
    assert shown.pages is not None
    assert 1000 < len(shown.pages.opening) <= 1202
    assert len(shown.text) == 20_000
    assert all(len(said) <= 4000 for said in json.loads(shown.pages.words.path.read_text()))
    with Image.open(shown.poster[0].path) as picture:
        assert picture.format == "WEBP"
