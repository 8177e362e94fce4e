"""A film that is heavy, or that not every browser plays, gets a copy for the web, once and on request."""

from __future__ import annotations

import struct
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest
from av.video.reformatter import ColorPrimaries, ColorTrc
from PIL import Image

from media import metadata
from media.pictures import BLUE, RED, alike, opened, pixel, portfolio_of, quarters, save
from media.specimens import RECORDINGS
from waypost.media import build_media, inspect_media, playback, sets
from waypost.media.cleaning.trouble import too_large
from waypost.media.limits import USUAL, Limits
from waypost.media.playback import LIGHT, NO_EXTRA, NO_FILM, look_at_playback
from waypost.media.renditions import HOLES, extent_of, make_rendition, steps_of
from waypost.media.workroom import Workroom
from waypost.model import PLP, Portfolio
from waypost.model.media import MediaSet

SAID = "Quxley Harrowgate"
ALL = Limits(web_films=True)


def write_film(
    path: Path, codec: str, size: tuple[int, int] = (64, 48), rate: int = 10, seconds: int = 1, sound: bool = False
) -> Path:
    """A film of a picture that is red on its left and blue on its right; the file says who made it."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    with av.open(str(path), "w", options={"movflags": "use_metadata_tags"}) as film:
        film.metadata.update({"title": SAID, "location": "+51.050409-003.1/"})
        stream = film.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        if codec == "libx265":
            stream.codec_context.codec_tag = "hvc1"
            stream.options = {"x265-params": "log-level=none", "preset": "ultrafast"}
        heard = film.add_stream("aac", rate=8000, layout="mono") if sound else None
        for _ in range(rate * seconds):
            film.mux(stream.encode(av.VideoFrame.from_image(picture)))
        film.mux(stream.encode())
        for _ in range(8 if heard else 0):
            noise = av.AudioFrame(format="fltp", layout="mono", samples=1024)
            noise.planes[0].update(bytes(4096))
            noise.rate = 8000
            film.mux(heard.encode(noise))
        film.mux(heard.encode() if heard else [])
    return path


def turned(path: Path) -> Path:
    """The film held upright, as a phone notes it. Source: ISO/IEC 14496-12, 8.3.2."""
    content = path.read_bytes()
    straight = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
    quarter = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)
    place = content.index(straight, content.index(b"tkhd"))
    path.write_bytes(content[:place] + quarter + content[place + 36 :])
    return path


def asking(path: Path, for_: str | None = "web", clean: str | None = None) -> Portfolio:
    """A portfolio with this one file, in whose entry something is asked for."""
    piece = {"id": "piece", "file": path.name, "title": "A film", "playback": for_, "clean": clean}
    plp = PLP.model_validate({"plan": {"name": "Somebody"}, "evidence": [piece]})
    return replace(portfolio_of(piece=path), plp=plp)


def built(path: Path, for_: str | None = "web", limits: Limits = USUAL) -> tuple[MediaSet, list[str]]:
    """What becomes of a film, and the advice on it."""
    media, problems = build_media(asking(path, for_), path.parent / "store", limits=limits)
    assert {problem.severity for problem in problems} <= {"advice"}
    return media["piece"], [problem.message for problem in problems]


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film in a way of writing that few browsers play: of forty pictures a second, larger than a page is, upright."""
    path = tmp_path_factory.mktemp("heavy") / "my film.mov"
    return turned(write_film(path, "mpeg4", (1088, 736), rate=40, sound=True))


@pytest.fixture(scope="module")
def copied(heavy: Path) -> MediaSet:
    film, told = built(heavy)
    assert told == []
    return film


def test_copy_is_what_every_browser_plays(copied: MediaSet) -> None:
    assert copied.web is not None
    content = copied.web.path.read_bytes()
    # Its contents come first, so that it begins to play before the rest is there.
    assert content.index(b"moov") < content.index(b"mdat")
    assert content[4:12] == b"ftypisom"
    with av.open(str(copied.web.path)) as film:
        pictures, sound = film.streams
        assert (pictures.codec_context.name, pictures.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (sound.codec_context.name, sound.rate) == ("aac", 48_000)
        assert float(pictures.duration * pictures.time_base) == pytest.approx(1, abs=0.05)
        assert pictures.average_rate == 30
        first = next(film.decode(pictures))
        assert (first.width, first.height, first.rotation) == (720, 1064, 0)
        seen = first.to_image()
    # Red was on the left; a quarter to the right, it is above.
    assert alike(pixel(seen, (360, 200)), RED, 40)
    assert alike(pixel(seen, (360, 900)), BLUE, 40)


def test_copy_plays_in_the_page_and_the_film_itself_is_kept_beside_it(copied: MediaSet, heavy: Path) -> None:
    web = copied.web
    assert web is not None
    assert copied.played is web
    assert (web.token, web.type, web.name) == ("piece.web", "video/mp4", "my film-web.mp4")
    assert (web.width, web.height, web.size) == (720, 1064, web.path.stat().st_size)
    assert {web, copied.large} <= set(copied.everything)
    assert (copied.large.name, copied.large.type) == ("my film.mov", "video/quicktime")
    assert copied.unplayed == "MPEG-4, part 2"
    poster = opened(copied.poster[0].path.read_bytes())
    assert alike(pixel(poster, (poster.width // 2, 20)), RED, 40)
    # What was cleaned, the posters and the copy leave the store together.
    assert len({file.path.parent for file in copied.everything}) == 1


def test_copy_says_nothing_but_what_it_is_made_of(copied: MediaSet) -> None:
    assert copied.web is not None
    (tags,) = metadata.read([copied.web.path]).values()
    assert metadata.told(tags) == {}
    content = copied.web.path.read_bytes()
    for word in (*SAID.split(), "51.05", "x264", "Lavc", "Lavf", "Handler"):
        assert word.encode() not in content


def test_copy_is_made_once(copied: MediaSet, heavy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workroom, "ask", lambda *_arguments, **_more: pytest.fail("nothing is left to be made"))
    assert built(heavy) == (copied, [])


def test_film_in_hevc_is_told_at_sight_and_gets_its_copy(tmp_path: Path, workroom: Workroom) -> None:
    source = write_film(tmp_path / "phone.mp4", "libx265")
    for for_ in (None, "original"):
        told = [problem.message for problem in inspect_media(asking(source, for_), workroom)]
        assert [("HEVC" in one, "playback: web" in one) for one in told] == ([(True, True)] if not for_ else [])
        film, messages = built(source, for_)
        assert (film.web, film.played, messages) == (None, film.large, told)
    assert inspect_media(asking(source), workroom) == ()
    film, messages = built(source)
    assert (film.web is not None, messages) == (True, [])
    # The school may ask for all of them.
    film, messages = built(source, None, ALL)
    assert (film.web is not None, messages) == (True, [])


def test_film_that_no_page_shows_is_shown_by_its_copy(tmp_path: Path) -> None:
    source = tmp_path / "film.mkv"
    source.write_bytes((RECORDINGS / "film.mkv").read_bytes())
    film, told = built(source, None)
    assert (film.kind, film.web, told) == ("document", None, [])
    for for_, limits in (("web", USUAL), (None, ALL)):
        film, told = built(source, for_, limits)
        assert film.web is not None
        assert (film.kind, len(film.poster), film.played, told) == ("video", 1, film.web, [])
        assert (film.large.name, film.seconds) == ("film.mkv", pytest.approx(1.5, abs=0.2))


WANTED: dict[str, tuple[str | None, Limits, bool]] = {
    "nobody asks": (None, USUAL, False),
    "the entry asks": ("web", USUAL, True),
    "the school asks for large ones": (None, Limits(web_films=True, web_films_above=0), True),
    "it is not so large": (None, ALL, False),
    "the entry knows better": ("original", Limits(web_films=True, web_films_above=0), False),
}


@pytest.mark.parametrize(("for_", "limits", "wanted"), WANTED.values(), ids=WANTED)
def test_copy_is_made_where_somebody_asks_for_it(
    for_: str | None, limits: Limits, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is wanted and cannot be had is told, so that it need not be made to be seen here.
    monkeypatch.setattr(sets, "find_spec", lambda _name: None)
    assert look_at_playback(RECORDINGS / "film.mp4", for_, limits) == (NO_EXTRA if wanted else None)


def test_without_the_extra_it_is_told_and_the_film_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workroom: Workroom
) -> None:
    source = write_film(tmp_path / "phone.mp4", "libx265")
    before, _ = built(source, None)
    monkeypatch.setattr(sets, "find_spec", lambda _name: None)
    assert "waypost[media]" in NO_EXTRA
    assert NO_EXTRA in [problem.message for problem in inspect_media(asking(source), workroom)]
    film, told = built(source)
    assert (film.web, film.large, told) == (None, before.large, [NO_EXTRA])


def test_film_that_is_light_is_played_itself(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes((RECORDINGS / "film.mp4").read_bytes())
    film, told = built(tmp_path / "film.mp4")
    assert (film.web, film.played, told) == (None, film.large, [LIGHT])
    assert built(tmp_path / "film.mp4", None, Limits(web_films=True, web_films_above=0)) == (film, [])


def test_what_is_no_film_has_no_copy_and_it_is_told(tmp_path: Path, workroom: Workroom) -> None:
    source = save(tmp_path / "photo.png", quarters())
    assert [problem.message for problem in inspect_media(asking(source), workroom)] == [NO_FILM]
    assert built(source)[1] == [NO_FILM]


def test_copy_that_takes_too_long_is_told_and_not_tried_again_before_more_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_film(tmp_path / "a.mov", "mpeg4")
    asked: list[float] = []
    ask = Workroom.ask

    def slow(self: Workroom, task: str, *rest: Any, **more: Any) -> Any:
        if task != "rendition":
            return ask(self, task, *rest, **more)
        asked.append(more["seconds"])
        (rest[1] / "draft.mp4").write_bytes(b"half of it")
        raise too_large()

    monkeypatch.setattr(Workroom, "ask", slow)
    for limits in (USUAL, USUAL, Limits(web_film_time=45), Limits(memory_limit=2048)):
        film, (told,) = built(source, limits=limits)
        assert (film.web, film.played, len(film.poster)) == (None, film.large, 1)
        assert told.startswith(playback.NOT_MADE.partition("{")[0])
        assert f"more than {limits.web_film_time} minutes" in told
        assert "raise web_film_time or memory_limit" in told
    assert asked == [1800.0, 2700.0, 1800.0]
    assert not [*tmp_path.rglob("draft.mp4")]


def test_film_with_a_hole_gets_no_copy_that_is_half_of_it(tmp_path: Path) -> None:
    source = write_film(tmp_path / "a.mp4", "libx264", seconds=4)
    content = bytearray(source.read_bytes())
    with av.open(str(source)) as film:
        places = [packet.pos for packet in film.demux(video=0) if packet.pos]
    # What comes behind the first second is there by name alone.
    content[places[10] : content.index(b"moov")] = bytes(content.index(b"moov") - places[10])
    source.write_bytes(content)
    media, problems = build_media(asking(source, clean="keep"), tmp_path / "store")
    assert [(problem.severity, HOLES in problem.message) for problem in problems] == [("advice", True)]
    assert (media["piece"].web, media["piece"].large.path) == (None, source)


@pytest.mark.parametrize("content", [b"", b"anything", (RECORDINGS / "film.mp4").read_bytes()[:900]])
def test_what_cannot_be_read_as_a_film_is_told_and_offered(content: bytes, tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    source.write_bytes(content)
    media, problems = build_media(asking(source, clean="keep"), tmp_path / "store")
    assert {problem.severity for problem in problems} == {"advice"}
    assert any(problem.message.startswith(playback.NOT_MADE.partition("{")[0]) for problem in problems)
    assert (media["piece"].web, media["piece"].large.path) == (None, source)


@pytest.mark.parametrize(
    ("size", "shape", "becomes"),
    [
        ((3840, 2160), None, (1280, 720)),
        ((1080, 1920), Fraction(1), (720, 1280)),
        ((720, 576), Fraction(16, 15), (768, 576)),
        ((8000, 720), None, (1920, 172)),
        ((641, 361), None, (640, 360)),
        ((1, 1), Fraction(0), (2, 2)),
    ],
)
def test_copy_is_no_larger_than_a_page_needs(
    size: tuple[int, int], shape: Fraction | None, becomes: tuple[int, int]
) -> None:
    assert extent_of(av.VideoFrame(*size, "yuv420p"), shape) == becomes


def test_film_of_brighter_light_is_made_for_every_screen() -> None:
    frame = av.VideoFrame(64, 48, "yuv420p10le")
    plain = steps_of(frame, (64, 48), None)
    assert [name for name, _ in plain] == ["scale", "format", "setsar"]
    frame.color_trc, frame.color_primaries = ColorTrc.ARIB_STD_B67, ColorPrimaries.BT2020
    bright = steps_of(frame, (64, 48), Fraction(30))
    assert [name for name, _ in bright] == ["fps", "scale", "scale", "format", "setsar"]
    assert "out_transfer=bt709:intent=perceptual" in str(bright[2][1])


def test_nothing_is_made_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    assert make_rendition(RECORDINGS / "film.mp4", tmp_path) is None
    assert [*tmp_path.iterdir()] == []
