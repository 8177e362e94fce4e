"""A copy of a film for the web: light, upright, and written so that every browser plays it.

Runs in the workroom, on a film that was cleaned before; needs the extra `media`. The copy is H.264 and AAC in MP4,
which every phone, computer and television plays. The wheels of PyAV bring libx264 and an AAC encoder with them (looked
at in 18.1, for FFmpeg 8). VP9 with Opus in WebM, which they bring too, is a little smaller, takes several times as
long to write, and is not played by older iPhones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .cleaning.movie import clean_film
from .cleaning.trouble import CleaningError
from .films import NO_PICTURE, pictures_of

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer, OutputContainer
    from av.filter import Graph
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

MAKING = "1"
NAME = "rendition.mp4"
SHORT_EDGE, LONG_EDGE = 720, 1920
FASTEST = 30
"""Pictures a second; a film with more of them loses every second one, or more."""
WRITTEN: dict[str, object] = {"preset": "veryfast", "crf": "24", "profile": "high", "maxrate": "3M", "bufsize": "6M"}
SOUND_BITS = 128_000
RATES = (48_000, 44_100)
SAMPLES = 1024
"""Of one piece of AAC."""
CLOCK = Fraction(1, 90_000)
BT709 = 1
BRIGHTER = frozenset((16, 18))
"""The curves of films with brighter light than a screen usually shows (PQ, HLG). Source: ITU-T H.273, table 3."""
_LEFT, _RIGHT, _OVER = (("transpose", "cclock"),), (("transpose", "clock"),), (("hflip", None), ("vflip", None))
TURNS = {90: _LEFT, -270: _LEFT, -90: _RIGHT, 270: _RIGHT, 180: _OVER, -180: _OVER}
MOST_LOST = 0.1
"""The part of a film that may be missing from what could be read of it."""
HOLES = "so much of this film cannot be read that its copy would be another film; export or copy it again"


def make_rendition(source: Path, target: Path) -> dict[str, Any] | None:
    """Writes the copy of a film into the folder `target`; None where the extra `media` is not installed.

    Gives `files`: its name with its width and height. Raises CleaningError where there is nothing to be seen, or too
    much of it is damaged.
    """
    try:
        import av
    except ImportError:
        return None
    draft = target / "draft.mp4"
    # No encoder writes its own name, and the contents stand in front of what they are of.
    how = {"movflags": "+faststart", "fflags": "+bitexact"}
    with (
        av.open(str(source), metadata_errors="ignore") as film,
        av.open(str(draft), "w", format="mp4", options=how) as copy,
    ):
        pictures = _Pictures(copy, _first(source), pictures_of(film))
        sound = next((one for one in film.streams.audio if one.codec_context is not None), None)
        sounds = _Sounds(copy, sound) if sound else None
        _copy(film, pictures, sounds)
    clean_film(draft, target / NAME)
    draft.unlink()
    return {"files": [(NAME, *pictures.extent)]}


def _first(source: Path) -> VideoFrame:
    """How the film begins. Only a decoded picture tells which side of it is up."""
    import av

    with av.open(str(source), metadata_errors="ignore") as film:
        for _, frame in _frames(film, [pictures_of(film)]):
            return frame  # type: ignore[no-any-return]
    raise CleaningError(NO_PICTURE)


def _frames(film: InputContainer, streams: list[Any]) -> Iterator[tuple[int, Any]]:
    """What is seen and heard, each with the number of its stream."""
    import av

    for packet in film.demux(streams):
        try:
            frames = packet.decode()
        except av.FFmpegError:
            # Players leave out a moment that makes no sense, and go on.
            continue
        yield from ((packet.stream_index, frame) for frame in frames)


def _copy(film: InputContainer, pictures: _Pictures, sounds: _Sounds | None) -> None:
    import av

    begins = Fraction(film.start_time or 0, av.time_base)
    tracks: dict[int, _Pictures | _Sounds] = {one.stream.index: one for one in (pictures, sounds) if one}
    for number, frame in _frames(film, [one.stream for one in tracks.values()]):
        if frame.pts is not None and frame.time_base:
            frame.pts -= round(begins / frame.time_base)
        tracks[number].take(frame)
    for one in tracks.values():
        one.end()
    seconds = film.duration / av.time_base if film.duration else 0.0
    if pictures.last < seconds * (1 - MOST_LOST) - 1:
        raise CleaningError(HOLES)


class _Pictures:
    """What is seen, on its way into the copy: turned upright, made smaller, in the colours of every screen."""

    def __init__(self, copy: OutputContainer, first: VideoFrame, stream: VideoStream) -> None:
        from av.bitstream import BitStreamFilterContext

        self.stream = stream
        self.last = 0.0
        rate = stream.average_rate or stream.guessed_rate
        every = min(rate, Fraction(FASTEST)) if rate else Fraction(FASTEST)
        self._graph, self.extent = _graph(first, stream, every if rate and rate > FASTEST else None)
        self._copy = copy
        out = copy.add_stream("libx264", rate=every)
        out.width, out.height, out.pix_fmt, out.options = *self.extent, "yuv420p", WRITTEN
        context = out.codec_context
        context.time_base = CLOCK
        context.gop_size = 2 * FASTEST
        context.thread_count = 1
        context.color_range = context.colorspace = context.color_primaries = context.color_trc = BT709
        self._out = out
        # The encoder writes its name and settings beside the first picture.
        context.open()
        self._nameless = BitStreamFilterContext("filter_units=remove_types=6", out)

    def take(self, frame: VideoFrame) -> None:
        self._graph.vpush(frame)
        self._write()

    def end(self) -> None:
        self._graph.vpush(None)
        self._write()
        self._mux(self._out.encode(None))
        self._mux([None])

    def _write(self) -> None:
        for frame in _pulled(self._graph):
            frame.pict_type = 0
            self.last = max(self.last, frame.time or 0.0)
            self._mux(self._out.encode(frame))

    def _mux(self, packets: Iterable[Packet[Any] | None]) -> None:
        for packet in packets:
            for nameless in self._nameless.filter(packet):
                nameless.stream = self._out
                self._copy.mux(nameless)


class _Sounds:
    """What is heard, on its way into the copy."""

    def __init__(self, copy: OutputContainer, stream: AudioStream) -> None:
        import av

        self.stream = stream
        self._copy = copy
        rate = stream.rate if stream.rate in RATES else RATES[0]
        layout = "mono" if stream.channels == 1 else "stereo"
        self._out = copy.add_stream("aac", rate=rate, layout=layout, bit_rate=SOUND_BITS)
        self._out.codec_context.flags |= av.codec.context.Flags.bitexact
        self._resampler = av.AudioResampler(format="fltp", layout=layout, rate=rate, frame_size=SAMPLES)

    def take(self, frame: Any) -> None:
        for piece in self._resampler.resample(frame):
            self._copy.mux(self._out.encode(piece))

    def end(self) -> None:
        self.take(None)
        self._copy.mux(self._out.encode(None))


def extent_of(first: VideoFrame, shape: Fraction | None) -> tuple[int, int]:
    """How large a film that begins like this becomes, before it is turned; `shape` is that of its points."""
    width = first.width * (float(shape) if shape and 0.2 < shape < 5 else 1.0)
    scale = min(1.0, SHORT_EDGE / min(width, first.height), LONG_EDGE / max(width, first.height))
    # H.264 keeps one colour for four points, so that sides are even.
    across, down = (max(2, round(side * scale / 2) * 2) for side in (width, first.height))
    return across, down


def steps_of(first: VideoFrame, size: tuple[int, int], every: Fraction | None) -> list[tuple[str, str | None]]:
    """What each picture of a film that begins like this goes through: FFmpeg's filters, with their settings."""
    colours = "out_color_matrix=bt709:out_range=tv"
    scale = [f"{size[0]}:{size[1]}:{colours}"]
    if first.color_trc in BRIGHTER:
        # Worked out on what is left of the picture, since it costs more than all the rest.
        scale = [f"{size[0]}:{size[1]}", f"{colours}:out_primaries=bt709:out_transfer=bt709:intent=perceptual"]
    return [
        *([("fps", str(every))] if every else []),
        *([("yadif", "deint=interlaced")] if first.interlaced_frame else []),
        *(("scale", settings) for settings in scale),
        ("format", "yuv420p"),
        *TURNS.get(round(first.rotation), ()),
        ("setsar", "1"),
    ]


def _graph(first: VideoFrame, stream: VideoStream, every: Fraction | None) -> tuple[Graph, tuple[int, int]]:
    import av

    size = extent_of(first, stream.sample_aspect_ratio)
    graph = av.filter.Graph()
    last = graph.add_buffer(
        width=first.width, height=first.height, format=first.format, time_base=first.time_base or stream.time_base
    )
    for name, settings in [*steps_of(first, size, every), ("buffersink", None)]:
        node = graph.add(name, settings)
        last.link_to(node)
        last = node
    graph.configure()
    turned = TURNS.get(round(first.rotation)) in (_LEFT, _RIGHT)
    return graph, (size[1], size[0]) if turned else size


def _pulled(graph: Graph) -> Iterator[VideoFrame]:
    import av

    while True:
        try:
            yield graph.vpull()
        except (av.BlockingIOError, av.EOFError):
            return
