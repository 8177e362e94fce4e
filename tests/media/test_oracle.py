"""What exiftool finds in published files: nothing but what they are made of. Its allow-list stands here."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import mutagen
import pikepdf
import pytest
from mutagen.aac import AAC

from media import metadata
from media.metadata import DAY, PERSON, PLACE
from media.pictures import portfolio_of
from media.specimens import SPECIMENS
from waypost.media import build_media

# Which box, chunk or table there is and how long it is: exiftool names these as tags when asked for the unknown.
STRUCTURE = """
    AVCConfiguration ChunkOffset CodecPrivate CompositionTimeToSample Free MediaData MediaDataOffset
    MediaDataSize MovieFragmentSequence SampleGroupDescription SampleSizes SampleToChunk SampleToGroup
    SyncSampleTable TimeToSampleTable Unknown_free Unknown_mvex Unknown_tfdt Unknown_tfhd Unknown_trun
    Unknown_edts Unknown_esds Unknown_btrt Matroska_0x0032 Matroska_0x0070 Matroska_0x16aa Matroska_0x16bb
    CueClusterPosition CueTime CueTrack SeekID SeekPosition ZipBitFlag ZipCRC ZipCompressedSize ZipCompression
    ZipFileName ZipRequiredVersion ZipUncompressedSize EBMLMaxIDLength EBMLMaxSizeLength EBMLReadVersion
    EBMLVersion DocType DocTypeReadVersion DocTypeVersion Xmlns LineCount WordCount Newlines MIMEEncoding
    ByteOrderMark
"""
# How large, how long, how many, in which colours and by which method.
SHAPE = """
    FileType FileTypeExtension MIMEType ExifByteOrder JFIFVersion MajorBrand CompatibleBrands MovieHeaderVersion
    TrackHeaderVersion MediaHeaderVersion PDFVersion PageCount Linearized OpusVersion VorbisVersion VP8Version
    MPEGAudioVersion AudioLayer Encoding EncodingProcess CompressorID AudioFormat CodecID HandlerClass
    HandlerType ImageWidth ImageHeight SourceImageWidth SourceImageHeight XResolution YResolution ResolutionUnit
    HorizontalScale VerticalScale PixelAspectRatio BitsPerSample BitDepth ColorComponents YCbCrSubSampling
    Orientation MatrixStructure GraphicsMode OpColor VideoScanType VideoFrameRate ViewBox Duration TimeScale
    TrackDuration MediaDuration MediaTimeScale TimecodeScale PreferredRate PreferredVolume PreviewTime
    PreviewDuration PosterTime SelectionTime SelectionDuration CurrentTime NextTrackID TrackID TrackNumber
    TrackType TrackLayer TrackVolume TrackDefault TrackLacing Balance LayoutFlags AudioChannels Channels
    NumChannels AudioBitsPerSample AudioSampleRate SampleRate TotalSamples BlockSizeMin BlockSizeMax
    FrameSizeMin FrameSizeMax AvgBytesPerSec AudioBitrate AverageBitrate MaxBitrate NominalBitrate BufferSize
    ChannelMode MSStereo IntensityStereo Emphasis CopyrightFlag OriginalMedia OutputGain MD5Signature
"""
# What the learner made: a document's language and title as it is shown, a notebook's cells.
CONTENT = """
    Language MediaLanguageCode TrackLanguage Title CellsCell_Type CellsExecution_Count CellsId
    CellsOutputsDataImageJpeg CellsOutputsDataTextPlain CellsOutputsOutput_Type CellsSource
    MetadataLanguage_InfoName Nbformat Nbformat_minor
"""
ALLOWED = frozenset((STRUCTURE + SHAPE + CONTENT).split())
# Fields that a format must have, and the one value that says nothing.
EMPTY = {
    **dict.fromkeys(("CreateDate", "ModifyDate"), "0000:00:00 00:00:00"),
    **{f"{part}{what}Date": "0000:00:00 00:00:00" for part in ("Track", "Media") for what in ("Create", "Modify")},
    "MinorVersion": "0.0.0",
    "MuxingApp": "",
    "WritingApp": "",
    "Vendor": "",
    "TrackUID": None,
    "ZipModifyDate": "1980:01:01 00:00:00",
}
WORDS = (*PERSON.split(), PLACE, "2019-08-07", "2019:08:07", "20190807", "Lavf", "x.png", "GPS")


@dataclass(frozen=True)
class Published:
    """Files before and after, by name; a picture has several after."""

    before: dict[str, Path]
    after: dict[str, list[Path]]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Every specimen, built once."""
    folder = tmp_path_factory.mktemp("before")
    for name, make in SPECIMENS.items():
        make(folder / name)
    before = {name: folder / name for name in SPECIMENS}
    media, problems = build_media(portfolio_of(**before), tmp_path_factory.mktemp("store"))
    assert problems == ()
    # exiftool goes by names as well, so each stands under the one that its download has.
    out = tmp_path_factory.mktemp("after")
    after = {}
    for name, one in media.items():
        after[name] = []
        for number, file in enumerate(one.everything):
            path = out / f"{number}" / name / file.name
            path.parent.mkdir(parents=True)
            shutil.copy(file.path, path)
            after[name].append(path)
    return Published(before, after)


def told(tags: dict[str, str]) -> dict[str, str]:
    """The tags outside the allow-list."""
    found = {}
    for tag, value in tags.items():
        name = tag.rpartition(":")[2]
        harmless = name in ALLOWED or (name in EMPTY and (EMPTY[name] is None or value == EMPTY[name]))
        if not harmless:
            found[tag] = value
    return found


def insides(path: Path) -> list[bytes]:
    """All bytes in a file that anybody could get at: as they are, and unpacked."""
    found = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                member = path.with_name("member")
                member.write_bytes(archive.read(name))
                found += [name.encode(), *insides(member)]
    elif found[0].startswith(b"%PDF"):
        with pikepdf.open(path) as pdf:
            found.append(str(pdf.trailer).encode())
            for thing in pdf.objects:
                found.append(repr(thing).encode())
                if isinstance(thing, pikepdf.Stream):
                    found.append(thing.read_raw_bytes())
    return found


def planted_in(path: Path) -> list[str]:
    """The planted words that stand somewhere in a file."""
    texts = insides(path)
    forms = {word: (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")) for word in WORDS}
    return [word for word, shapes in forms.items() if any(shape in text for shape in shapes for text in texts)]


def test_there_are_forty_files_of_every_kind_and_of_six_makers() -> None:
    assert len(SPECIMENS) >= 40
    assert len({Path(name).suffix for name in SPECIMENS}) >= 25


def test_every_file_carried_something_before(published: Published) -> None:
    tags = metadata.read(published.before.values())
    # Nothing of exiftool's looks into every document, so what it cannot see is looked for in the bytes.
    silent = [name for name, path in published.before.items() if not told(tags[str(path)]) and not planted_in(path)]
    assert silent == []


def test_exiftool_finds_nothing_outside_the_allow_list(published: Published) -> None:
    paths = {str(path): name for name, files in published.after.items() for path in files}
    tags = metadata.read(map(Path, paths))
    assert len(tags) == len(paths)
    assert {paths[path]: found for path, row in tags.items() if (found := told(row))} == {}


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_planted_word_is_anywhere_in_a_published_file(name: str, published: Published) -> None:
    assert [planted_in(path) for path in published.after[name]] == [[] for _ in published.after[name]]


@pytest.mark.parametrize(
    "name", [name for name in SPECIMENS if re.search(r"\.(mp3|aac|flac|ogg|opus|m4a|wav|mp4)$", name)]
)
def test_recordings_are_as_long_as_they_were(name: str, published: Published) -> None:
    # With ID3 before it, an AAC is taken for an MP3 by its name's guesser.
    opened = AAC if name.endswith(".aac") else mutagen.File
    before, after = opened(published.before[name]), opened(published.after[name][0])
    assert after.info.length == pytest.approx(before.info.length, abs=0.02)


def test_pdf_keeps_its_pages_its_outline_and_its_links(published: Published) -> None:
    with pikepdf.open(published.after["report.pdf"][0]) as pdf:
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
    path = published.after["essay.docx"][0]
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
    sheet = member(published.after["costs.xlsx"][0], "xl/worksheets/sheet1.xml")
    assert "<v>7</v>" in sheet
    assert 'orientation="landscape"' in sheet
    assert 'name="Crabs"' in member(published.after["costs.xlsx"][0], "xl/workbook.xml")
    slide = member(published.after["talk.pptx"][0], "ppt/slides/slide1.xml")
    assert "My brook" in slide
    assert 'r:embed="r2"' in slide


@pytest.mark.parametrize("name", ["essay.odt", "costs.ods", "talk.odp"])
def test_opendocument_keeps_what_it_shows(name: str, published: Published) -> None:
    path = published.after[name][0]
    text = member(path, "content.xml")
    for words in ("The brook", "in May.", "Pictures/one.jpg", "https://example.org/"):
        assert words in text
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert sorted(archive.namelist()) == ["META-INF/manifest.xml", "Pictures/one.jpg", "content.xml", "mimetype"]
    assert "meta.xml" not in member(path, "META-INF/manifest.xml")


def test_drawing_keeps_what_it_draws(published: Published) -> None:
    text = published.after["map.svg"][0].read_text(encoding="utf-8")
    for words in (
        "<title>A brook</title>",
        'd="M0 0L9 9"',
        'href="#p"',
        "path { fill: red }",
        "data:image/jpeg;base64,",
    ):
        assert words in text
    assert not re.search(r"script|onload|foreignObject|https:|animate|data-who|DOCTYPE", text)


def test_days_of_planting_are_what_the_tests_look_for() -> None:
    assert DAY.startswith("2019:08:07")
