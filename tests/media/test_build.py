"""What is published for each piece of evidence, and what is told of files that cannot be."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from media.pictures import PHONE_HEIC, RED, alike, corners, kept, notes, png, portfolio_of, quarters, save
from waypost.errors import Problem
from waypost.load import is_image
from waypost.media import build_media, inspect_media
from waypost.media.cleaning.trouble import CleaningError
from waypost.media.kinds import UNKNOWN, kind_of, type_of
from waypost.media.photographs import StoredPicture, store_picture
from waypost.media.workroom import Workroom
from waypost.model.media import IMAGE_SUFFIXES, MediaFile, MediaSet

NO_PICTURE = (
    "this cannot be opened as a picture, though its name says that it is one; export it again as JPEG or PNG, "
    "or give the file the ending that it should have"
)
DAMAGED = "this picture is damaged or cut short; export or copy it again"
ENDING = (
    "this file ends the program that reads it, so it is damaged or too large; export it again, or save a smaller copy "
    "and use that"
)
"""Said of what breaks its decoder: pi-heif 1.4 does not bear the name of a part that is no text."""
TOO_LARGE = (
    "this picture has more pixels than can be opened safely{}; save a smaller copy and use that, or raise "
    "largest_picture in mkdocs.yml"
)


def picture_bytes(form: str, **options: object) -> bytes:
    """A whole picture in a format, as bytes."""
    buffer = io.BytesIO()
    quarters((33, 21), "P" if form == "GIF" else "RGB").save(buffer, form, **options)
    return buffer.getvalue()


def spoil(content: bytes, behind: bytes, value: int) -> bytes:
    """The same bytes, with another one behind the first place of `behind`."""
    place = content.index(behind) + len(behind)
    assert content[place] != value
    return content[:place] + bytes([value]) + content[place + 1 :]


WHOLE = {
    "a.jpg": picture_bytes("JPEG", exif=notes(6)),
    "b.jpg": picture_bytes("JPEG", progressive=True),
    "a.png": picture_bytes("PNG", exif=notes(6)),
    "a.gif": picture_bytes("GIF"),
    "a.tif": picture_bytes("TIFF"),
    "a.bmp": picture_bytes("BMP"),
    "a.webp": picture_bytes("WEBP"),
    "a.avif": picture_bytes("AVIF"),
    "a.heic": PHONE_HEIC.read_bytes(),
}
IN_THE_HEAD = {
    "no bytes": ("a.png", b"", NO_PICTURE),
    "a text": ("a.png", b"Dear Abuela, here is my picture.", NO_PICTURE),
    "a page": ("a.jpg", b"<!doctype html><title>404</title>", NO_PICTURE),
    "a drawing in SVG": ("a.webp", b'<svg xmlns="http://www.w3.org/2000/svg"/>', NO_PICTURE),
    "a PDF": ("a.heic", b"%PDF-1.7\n1 0 obj\n", NO_PICTURE),
    "zeros": ("a.bmp", bytes(4096), NO_PICTURE),
    "a HEIC cut short": ("a.heic", WHOLE["a.heic"][:-200], NO_PICTURE),
    "a HEIC with a part of no name": ("a.heic", WHOLE["a.heic"].replace(b"mime", b"m\xffme"), ENDING),
    "a HEIC with a part of no sort": (
        "a.heic",
        WHOLE["a.heic"].replace(b"application/rdf", b"application\x9crdf"),
        ENDING,
    ),
    "a head without pixels": ("a.png", png(0, 5, 8, 2, b""), NO_PICTURE),
    "a head of 3.6 thousand million pixels": ("a.png", png(60_000, 60_000, 8, 2, b"\0"), TOO_LARGE.format("")),
    "a WebP's head of 150 million pixels": (
        "a.webp",
        b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0" + bytes(4) + b"".join(one.to_bytes(3, "little") for one in (14_999, 9_999)),
        TOO_LARGE.format(""),
    ),
    "a head of 110 million pixels": ("a.png", png(11_000, 10_000, 8, 2, b"\0"), TOO_LARGE.format(" (11000 × 10000)")),
}
BEHIND_THE_HEAD = {
    "an AVIF whose pixels lie elsewhere": ("a.avif", spoil(WHOLE["a.avif"], b"iloc\0\0\0\0", 0), DAMAGED),
    "a PNG with a broken chunk": (
        "a.png",
        spoil(WHOLE["a.png"], WHOLE["a.png"].partition(b"IDAT")[0][:-1], 0),
        DAMAGED,
    ),
    "a GIF with a frame of no width": ("a.gif", spoil(WHOLE["a.gif"], WHOLE["a.gif"][:30], 0), DAMAGED),
    "a TIFF that points to words": ("a.tif", spoil(WHOLE["a.tif"], b"\x11\x01", 2), DAMAGED),
    "a JPEG cut short": ("a.jpg", WHOLE["a.jpg"][:-40], DAMAGED),
    "a PNG cut short": ("a.png", WHOLE["a.png"][:-30], DAMAGED),
    "a WebP cut short": ("a.webp", WHOLE["a.webp"][:-20], DAMAGED),
}


@pytest.mark.parametrize(
    ("name", "content", "message"), (IN_THE_HEAD | BEHIND_THE_HEAD).values(), ids=IN_THE_HEAD | BEHIND_THE_HEAD
)
def test_a_picture_that_cannot_be_used_is_told_with_place_and_mend(
    name: str, content: bytes, message: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    good = save(tmp_path / "good.png", quarters())
    portfolio = portfolio_of(bad=tmp_path / name, good=good)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        media, problems = build_media(portfolio, tmp_path / "store", lambda path: f"portfolios/x/{path.name}")
    assert problems == (Problem(f"portfolios/x/{name}", 0, 0, message),)
    assert list(media) == ["good"]
    assert told == []


@pytest.mark.parametrize(("name", "content", "message"), IN_THE_HEAD.values(), ids=IN_THE_HEAD)
def test_a_look_at_the_head_tells_it_already(
    name: str, content: bytes, message: str, tmp_path: Path, workroom: Workroom
) -> None:
    (tmp_path / name).write_bytes(content)
    assert inspect_media(portfolio_of(bad=tmp_path / name), workroom) == (Problem(str(tmp_path / name), 0, 0, message),)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_look_at_the_head_finds_nothing_wrong_with_good_files(tmp_path: Path, workroom: Workroom) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK\3\4")
    good = save(tmp_path / "good.jpg", quarters())
    assert inspect_media(portfolio_of(good=good, phone=PHONE_HEIC, notes=tmp_path / "notes.docx"), workroom) == ()


def picture_or_message(source: Path, store: Path, workroom: Workroom) -> StoredPicture | str:
    """What is made of a picture, or what is said of it."""
    try:
        return store_picture(source, store, workroom)
    except CleaningError as error:
        return str(error)


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.integers(0, 400) | st.integers(0, 10_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 10_000) | st.just(10_000),
)
def test_damaged_bytes_give_a_picture_or_a_message(
    tmp_path: Path, workroom: Workroom, name: str, changes: list[tuple[int, int]], end: int
) -> None:
    content = bytearray(WHOLE[name])
    for place, value in changes:
        content[place % len(content)] = value
    (tmp_path / name).write_bytes(content[:end])
    came = picture_or_message(tmp_path / name, tmp_path / "store", workroom)
    assert re.match("this .+; .+", came) if isinstance(came, str) else 1 <= len(came.sizes) <= 3


def test_a_picture_is_published_in_its_sizes_and_never_as_it_was(tmp_path: Path) -> None:
    source = save(tmp_path / "My photo.JPG", quarters((1200, 600)), format="JPEG", exif=notes())
    store = tmp_path / "store"
    media, problems = build_media(portfolio_of(**{"bridge-photo": source}), store)
    assert problems == ()
    shown = media["bridge-photo"]
    assert shown.kind == "image"
    described = [(file.token, file.name, file.type, file.width, file.height) for file in shown.files]
    assert described == [
        ("bridge-photo.0", "My photo.webp", "image/webp", 480, 240),
        ("bridge-photo.1", "My photo.webp", "image/webp", 960, 480),
        ("bridge-photo.2", "My photo.webp", "image/webp", 1200, 600),
    ]
    assert (shown.small, shown.large) == (shown.files[0], shown.files[-1])
    for file in shown.files:
        assert file.path.is_relative_to(store)
        assert file.size == file.path.stat().st_size
        assert alike(corners(file.path.read_bytes())[0], RED)


def test_what_was_built_before_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photo, text = save(tmp_path / "a.jpg", quarters((700, 500))), tmp_path / "a.txt"
    frames = [Image.new("L", (8, 8), grey) for grey in (9, 99)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    text.write_text("Low water")
    portfolio = portfolio_of(photo=photo, orbit=tmp_path / "a.gif", text=text)
    before = build_media(portfolio, tmp_path / "store")
    monkeypatch.delattr(Workroom, "_started")
    assert build_media(portfolio, tmp_path / "store") == before


def test_a_small_picture_is_its_own_large_one(tmp_path: Path) -> None:
    media, _ = build_media(portfolio_of(icon=save(tmp_path / "icon.png", quarters((1, 1)))), tmp_path / "store")
    assert media["icon"].small is media["icon"].large
    assert (media["icon"].small.width, media["icon"].small.height) == (1, 1)


KINDS = [
    ("film.mp4", "video", "video/mp4"),
    ("film.M4V", "video", "video/mp4"),
    ("film.mov", "video", "video/quicktime"),
    ("film.webm", "video", "video/webm"),
    ("voice.mp3", "audio", "audio/mpeg"),
    ("voice.M4A", "audio", "audio/mp4"),
    ("voice.aac", "audio", "audio/aac"),
    ("voice.wav", "audio", "audio/wav"),
    ("voice.ogg", "audio", "audio/ogg"),
    ("voice.oga", "audio", "audio/ogg"),
    ("voice.opus", "audio", "audio/ogg"),
    ("voice.flac", "audio", "audio/flac"),
    ("voice.weba", "audio", "audio/webm"),
    ("report.PDF", "document", "application/pdf"),
    ("log.csv", "document", "text/csv"),
    ("poem.txt", "document", "text/plain"),
    ("poem.md", "document", "text/markdown"),
    ("costs.xlsx", "document", "application/octet-stream"),
    ("talk.pptx", "document", "application/octet-stream"),
    ("model.stl", "document", "application/octet-stream"),
    ("README", "document", "application/octet-stream"),
]


@pytest.mark.parametrize(("name", "kind", "type_"), KINDS)
def test_kind_and_type_follow_from_the_name(name: str, kind: str, type_: str) -> None:
    assert (kind_of(name), type_of(name)) == (kind, type_)


@pytest.mark.parametrize("name", ["log.csv", "poem.txt", "poem.md", "sort.py", "page.html", "empty.txt"])
def test_text_is_published_as_it_is(name: str, tmp_path: Path) -> None:
    content = b"" if name == "empty.txt" else "Größe, 7\r\n".encode()
    source = tmp_path / name
    source.write_bytes(content)
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store")
    assert problems == ()
    piece = media["piece"]
    assert (piece.kind, piece.files) == ("document", (MediaFile("piece", source, type_of(name), name, len(content)),))
    # What it says can be read in the page, too.
    assert (piece.preview is None, "Größe" in piece.text) == ((True, False) if name == "empty.txt" else (False, True))


def test_text_in_wide_letters_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "excel.csv").write_bytes("rock,crabs".encode("utf-16"))
    assert build_media(portfolio_of(piece=tmp_path / "excel.csv"), tmp_path / "store")[1] == ()


@pytest.mark.parametrize(
    "name", ["old.doc", "all.zip", "README", "notes.pages", "letter.rtf", "film.avi", "photo.jpg.exe"]
)
def test_file_that_cannot_be_cleaned_is_published_with_a_warning(name: str, tmp_path: Path, workroom: Workroom) -> None:
    source = tmp_path / name
    source.write_bytes(b"\x00\x01anything")
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store")
    (problem,) = problems
    assert (problem.file, problem.severity) == (str(source), "warning")
    assert "clean: keep" in problem.message
    assert media["piece"].files[0].path == source
    assert inspect_media(portfolio_of(piece=source), workroom) == problems


@pytest.mark.parametrize("name", ["voice.mp3", "all.zip", "report.pdf", "film.mp4"])
def test_file_that_is_to_be_kept_is_published_untouched_whatever_it_is(
    name: str, tmp_path: Path, workroom: Workroom
) -> None:
    source = tmp_path / name
    source.write_bytes(b"anything")
    portfolio = kept(portfolio_of(piece=source))
    media, problems = build_media(portfolio, tmp_path / "store")
    # What nobody can look into is told, and handed on all the same.
    assert [problem.severity for problem in problems] == (["advice"] if name != "all.zip" else [])
    assert inspect_media(portfolio, workroom) == ()
    assert media == {"piece": MediaSet(kind_of(name), (MediaFile("piece", source, type_of(name), name, 8),))}


def test_picture_that_is_to_be_kept_is_shown_small_and_opens_as_it_is(tmp_path: Path) -> None:
    source = save(tmp_path / "photo.jpg", quarters((900, 600)), exif=notes(6))
    media, problems = build_media(kept(portfolio_of(piece=source)), tmp_path / "store")
    assert problems == ()
    *sizes, large = media["piece"].files
    assert [(size.type, size.width, size.height) for size in sizes] == [
        ("image/webp", 320, 480),
        ("image/webp", 600, 900),
    ]
    assert media["piece"].sizes == tuple(sizes)
    assert large == MediaFile("piece", source, "image/jpeg", "photo.jpg", source.stat().st_size, 600, 900)


def test_picture_that_no_browser_shows_is_kept_as_a_download(tmp_path: Path) -> None:
    media, _ = build_media(kept(portfolio_of(piece=PHONE_HEIC)), tmp_path / "store")
    size = PHONE_HEIC.stat().st_size
    assert media["piece"] == MediaSet("document", (MediaFile("piece", PHONE_HEIC, UNKNOWN, "phone.heic", size),))


# Whatever a browser would run or follow, were it handed over under its own type.
EXECUTABLE = (
    *("html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "rss", "atom"),
    *("js", "mjs", "cjs", "wasm", "css", "swf", "hta", "htc", "url", "webloc", "eml", "vtt", "appcache", "json"),
)
INERT = {"application/octet-stream", "application/pdf", "text/plain", "text/csv", "text/markdown"}


@pytest.mark.parametrize("ending", EXECUTABLE)
def test_nothing_that_a_browser_could_run_gets_a_type_under_which_it_would(ending: str) -> None:
    for name in (f"page.{ending}", f"page.{ending.upper()}", f"photo.jpg.{ending}", f".{ending}", f"page.{ending} "):
        assert kind_of(name) == "document"
        assert type_of(name) == "application/octet-stream"


@given(st.text(max_size=12), st.text(max_size=6))
def test_no_name_gets_a_type_that_runs(stem: str, ending: str) -> None:
    type_ = type_of(f"{stem}.{ending}")
    assert type_ in INERT or type_.startswith(("video/", "audio/"))


PICTURES = (
    "jpg",
    "jpeg",
    "jpe",
    "jfif",
    "png",
    "apng",
    "webp",
    "gif",
    "tif",
    "tiff",
    "bmp",
    "heic",
    "heif",
    "hif",
    "avif",
)


def test_these_endings_and_no_others_are_those_of_pictures() -> None:
    assert {f".{ending}" for ending in PICTURES} == IMAGE_SUFFIXES


@pytest.mark.parametrize("suffix", sorted(IMAGE_SUFFIXES))
def test_loading_and_publishing_agree_on_what_a_picture_is(suffix: str) -> None:
    for name in (f"a{suffix}", f"a{suffix.upper()}"):
        assert kind_of(name) == "image"
        assert is_image(name)
    assert kind_of(f"a{suffix}.txt") == "document"
    assert not is_image(f"a{suffix}.txt")
