"""What cleaning leaves as it was: the length of recordings, and all that documents show."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import mutagen
import pikepdf
import pytest
from mutagen.aac import AAC

from media.specimens import SPECIMENS
from waypost.media.cleaning.sorts import clean_file

RECORDED = [name for name in SPECIMENS if re.search(r"\.(mp3|aac|flac|ogg|opus|m4a|wav|mp4)$", name)]
DOCUMENTS = [name for name in SPECIMENS if re.search(r"\.(pdf|docx|xlsx|pptx|od.|svg)$", name)]


@dataclass(frozen=True)
class Published:
    """Files before and after, by name."""

    before: dict[str, Path]
    after: dict[str, Path]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Recordings and documents, cleaned once."""
    before, after = (tmp_path_factory.mktemp(name) for name in ("before", "after"))
    names = (*RECORDED, *DOCUMENTS)
    for name in names:
        SPECIMENS[name](before / name)
        clean_file(before / name, after / name)
    return Published({name: before / name for name in names}, {name: after / name for name in names})


@pytest.mark.parametrize("name", RECORDED)
def test_recordings_are_as_long_as_they_were(name: str, published: Published) -> None:
    # With ID3 before it, an AAC is taken for an MP3 by its name's guesser.
    opened = AAC if name.endswith(".aac") else mutagen.File
    before, after = opened(published.before[name]), opened(published.after[name])
    assert after.info.length == pytest.approx(before.info.length, abs=0.02)


def test_pdf_keeps_its_pages_its_outline_and_its_links(published: Published) -> None:
    with pikepdf.open(published.after["report.pdf"]) as pdf:
        assert len(pdf.pages) == 2
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["One", "Two"]
        notes = [str(note.Subtype) for page in pdf.pages for note in page.obj.Annots]
        assert notes == ["/Highlight", "/Link", "/Link"] * 2
        actions = [note.get("/A") for page in pdf.pages for note in page.obj.Annots if note.Subtype == "/Link"]
        assert [str(one.URI) for one in actions if one is not None] == ["https://example.org/"]
        assert pikepdf.PdfImage(pdf.pages[0].obj.Resources.XObject.I).as_pil_image().size == (96, 64)
        assert str(pdf.Root.Lang) == "en-US"


def member(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return archive.read(name).decode()


def test_text_keeps_what_it_shows_with_every_change_accepted(published: Published) -> None:
    path = published.after["essay.docx"]
    text = member(path, "word/document.xml")
    for words in ("The brook in May.", "Added later.", "Bold.", "A link", "A file", 'r:embed="r3"', 'r:id="r4"'):
        assert words in text
    assert not re.search(r"w:(ins|del|comment\w+|rPrChange|tr)\b", text)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert names == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/settings.xml",
            "word/_rels/settings.xml.rels",
            "word/media/image1.jpeg",
            "word/embeddings/book.xlsx",
            "word/embeddings/object.bin",
        ]
        assert archive.read("word/embeddings/object.bin") == b""
    assert 'w:percent="90"' in member(path, "word/settings.xml")


def test_workbook_and_slides_keep_what_they_show(published: Published) -> None:
    sheet = member(published.after["costs.xlsx"], "xl/worksheets/sheet1.xml")
    assert "<v>7</v>" in sheet
    assert 'orientation="landscape"' in sheet
    assert 'name="Crabs"' in member(published.after["costs.xlsx"], "xl/workbook.xml")
    slide = member(published.after["talk.pptx"], "ppt/slides/slide1.xml")
    assert "My brook" in slide
    assert 'r:embed="r2"' in slide


@pytest.mark.parametrize("name", ["essay.odt", "costs.ods", "talk.odp"])
def test_opendocument_keeps_what_it_shows(name: str, published: Published) -> None:
    path = published.after[name]
    text = member(path, "content.xml")
    for words in ("The brook", "in May.", "Pictures/one.jpg", "https://example.org/"):
        assert words in text
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert sorted(archive.namelist()) == ["META-INF/manifest.xml", "Pictures/one.jpg", "content.xml", "mimetype"]
    assert "meta.xml" not in member(path, "META-INF/manifest.xml")


def test_drawing_keeps_what_it_draws(published: Published) -> None:
    text = published.after["map.svg"].read_text(encoding="utf-8")
    for words in (
        "<title>A brook</title>",
        'd="M0 0L9 9"',
        'href="#p"',
        "path { fill: red }",
        "data:image/jpeg;base64,",
    ):
        assert words in text
    assert not re.search(r"script|onload|foreignObject|https:|animate|data-who|DOCTYPE", text)
