"""Films show a picture before they play, recordings how long they are and how they sound."""

from __future__ import annotations

import math
import shutil
import struct
import sys
import wave
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image

from media.pictures import BLUE, GREEN, RED, alike, kept, opened, pixel, portfolio_of
from media.specimens import RECORDINGS
from waypost.media import build_media, inspect_media, sets
from waypost.media.films import NO_PICTURE, look_at_film
from waypost.media.sound import PEAKS, listen_to_sound
from waypost.media.workroom import Workroom
from waypost.model.media import MediaSet


def write_film(path: Path, colours: list[tuple[int, int, int]], size: tuple[int, int] = (160, 96)) -> Path:
    """A film with a second of each colour."""
    with av.open(str(path), "w") as film:
        stream = film.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.gop_size = 5
        for colour in colours:
            for _ in range(10):
                film.mux(stream.encode(av.VideoFrame.from_image(Image.new("RGB", size, colour))))
        film.mux(stream.encode())
    return path


def tone(path: Path, loud: list[float], width: int = 2, channels: int = 1) -> Path:
    """A recording with half a second of each loudness, from 0 to 1."""
    top = (1 << (8 * width - 1)) - 1
    with wave.open(str(path), "wb") as sound:
        sound.setparams((channels, width, 8000, 0, "NONE", ""))
        for height in loud:
            samples = (int(top * height * math.sin(math.tau * moment / 40)) for moment in range(4000))
            made = (value + 128 if width == 1 else value for value in samples for _ in range(channels))
            sound.writeframes(b"".join(value.to_bytes(width, "little", signed=width > 1) for value in made))
    return path


def built(path: Path, folder: Path) -> MediaSet:
    media, problems = build_media(portfolio_of(piece=path), folder / "store")
    assert problems == ()
    return media["piece"]


def test_poster_is_a_frame_that_is_not_dark(tmp_path: Path) -> None:
    film = built(write_film(tmp_path / "a.mp4", [(0, 0, 0)] * 3 + [RED, GREEN, BLUE, (0, 0, 0)]), tmp_path)
    (poster,) = film.poster
    assert (poster.token, poster.width, poster.height) == ("piece.poster0", 160, 96)
    picture = opened(poster.path.read_bytes())
    assert alike(pixel(picture, (80, 48)), RED, 40)
    assert film.seconds == pytest.approx(7, abs=0.2)
    assert (film.large.width, film.large.height) == (160, 96)
    assert poster in film.everything


def test_film_that_is_dark_throughout_has_a_poster_all_the_same(tmp_path: Path) -> None:
    film = built(write_film(tmp_path / "a.mp4", [(5, 5, 5)] * 2), tmp_path)
    assert len(film.poster) == 1


def test_large_film_has_a_poster_in_two_sizes(tmp_path: Path) -> None:
    film = built(write_film(tmp_path / "a.mp4", [RED], (1280, 720)), tmp_path)
    assert [(size.width, size.height) for size in film.poster] == [(480, 270), (960, 540)]
    assert (film.large.width, film.large.height) == (1280, 720)


@pytest.mark.parametrize("name", ["film.mp4", "film.webm", "live.webm", "drone.mp4", "pieces.mp4"])
def test_every_sort_of_film_is_looked_at(name: str, tmp_path: Path) -> None:
    film = built(RECORDINGS / name, tmp_path)
    assert [(size.width, size.height) for size in film.poster] == [(96, 64)]
    assert film.seconds == pytest.approx(1.6, abs=0.2)


def test_film_whose_sound_not_every_browser_plays_is_told_and_shown(tmp_path: Path) -> None:
    media, (told,) = build_media(portfolio_of(piece=RECORDINGS / "film.mov"), tmp_path / "store")
    assert (told.severity, "(sound in pcm_s16le)" in told.message) == ("advice", True)
    assert [(size.width, size.height) for size in media["piece"].poster] == [(96, 64)]


def test_film_without_a_picture_is_told_and_offered(tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    shutil.copy(RECORDINGS / "voice.m4a", source)
    media, problems = build_media(kept(portfolio_of(piece=source)), tmp_path / "store")
    assert [(problem.severity, NO_PICTURE in problem.message) for problem in problems] == [("advice", True)]
    assert (media["piece"].kind, media["piece"].poster, media["piece"].seconds) == ("video", (), None)


@pytest.mark.parametrize("name", ["film.mp4", "film.webm", "voice.mp3", "voice.flac"])
def test_recording_cut_short_is_one_advice_at_most(name: str, tmp_path: Path) -> None:
    source = tmp_path / name
    source.write_bytes((RECORDINGS / name).read_bytes()[:900])
    media, problems = build_media(kept(portfolio_of(piece=source)), tmp_path / "store")
    assert {problem.severity for problem in problems} <= {"advice"}
    assert media["piece"].large.path == source


@pytest.mark.parametrize("name", [f"voice.{ending}" for ending in ("mp3", "m4a", "aac", "flac", "ogg", "opus", "weba")])
def test_every_sort_of_recording_is_listened_to(name: str, tmp_path: Path) -> None:
    sound = built(RECORDINGS / name, tmp_path)
    assert sound.seconds == pytest.approx(1.5, abs=0.12)
    assert 20 <= len(sound.peaks) <= PEAKS
    assert max(sound.peaks) == 100


@pytest.mark.parametrize(("width", "channels"), [(1, 1), (2, 2), (3, 1), (4, 2)])
def test_wave_shows_where_a_recording_is_loud(width: int, channels: int, tmp_path: Path) -> None:
    source = tone(tmp_path / "a.wav", [0.9, 0.0, 0.45, 0.9], width, channels)
    sound = built(source, tmp_path)
    assert sound.seconds == 2.0
    count = len(sound.peaks)
    quarters = [sound.peaks[count * place // 8] for place in (1, 3, 5, 7)]
    assert quarters == pytest.approx([100, 0, 50, 100], abs=2)


def test_wav_needs_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    heard = listen_to_sound(tone(tmp_path / "a.wav", [0.5]), tmp_path)
    assert heard is not None
    assert heard["seconds"] == 0.5
    assert listen_to_sound(RECORDINGS / "voice.mp3", tmp_path) is None
    assert look_at_film(RECORDINGS / "film.mp4", tmp_path) is None


def test_wav_of_samples_that_python_does_not_read_is_listened_to(tmp_path: Path) -> None:
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 3, 1, 8000, 32000, 4, 32)
    head = struct.pack("<4sI4s", b"RIFF", 36 + 16000, b"WAVE") + form + struct.pack("<4sI", b"data", 16000)
    (tmp_path / "a.wav").write_bytes(head + struct.pack("<4000f", *([0.5, -0.5] * 2000)))
    heard = listen_to_sound(tmp_path / "a.wav", tmp_path)
    assert heard is not None
    assert heard["seconds"] == pytest.approx(0.5, abs=0.01)


def test_without_the_extra_films_stay_as_they_are_and_check_says_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workroom: Workroom
) -> None:
    monkeypatch.setattr(sets, "find_spec", lambda _name: None)
    clean = Workroom.ask
    without = {"film": None, "sound": None}
    monkeypatch.setattr(
        Workroom, "ask", lambda self, task, *rest: without[task] if task in without else clean(self, task, *rest)
    )
    film = RECORDINGS / "film.mp4"
    problems = inspect_media(
        portfolio_of(one=film, two=RECORDINGS / "film.webm", three=RECORDINGS / "voice.mp3"), workroom
    )
    assert [(problem.severity, "waypost[media]" in problem.message) for problem in problems] == [("advice", True)]
    media, problems = build_media(portfolio_of(one=film), tmp_path / "store")
    assert problems == ()
    assert (media["one"].poster, media["one"].seconds, len(media["one"].files)) == ((), None, 1)


def test_film_held_upright_or_of_wide_points_is_seen_as_it_plays(tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    with av.open(str(source), "w") as film:
        stream = film.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(2, 1)
        for _ in range(10):
            film.mux(stream.encode(av.VideoFrame.from_image(Image.new("RGB", (160, 96), RED))))
        film.mux(stream.encode())
    assert [(size.width, size.height) for size in built(source, tmp_path).poster] == [(320, 96)]
    turned = source.read_bytes()
    # The matrix of a track, turned by a quarter to the right. Source: ISO/IEC 14496-12, 8.3.2.
    straight = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
    quarter = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)
    place = turned.index(straight, turned.index(b"tkhd"))
    source.write_bytes(turned[:place] + quarter + turned[place + 36 :])
    film_set = built(source, tmp_path)
    assert [(size.width, size.height) for size in film_set.poster] == [(96, 320)]
    assert (film_set.large.width, film_set.large.height) == (96, 320)


def test_film_that_not_every_browser_plays_is_told(tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    with av.open(str(source), "w") as film:
        stream = film.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        film.mux(stream.encode(av.VideoFrame.from_image(Image.new("RGB", (160, 96), RED))))
        film.mux(stream.encode())
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store")
    assert [(problem.severity, "H.264" in problem.message) for problem in problems] == [("advice", True)]
    assert len(media["piece"].poster) == 1
