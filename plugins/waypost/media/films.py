"""A film's poster, length and extent.

Runs in the workroom, on a file that was cleaned before; needs the extra `media`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .cleaning.trouble import CleaningError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream
    from PIL import Image

MAKING = "3"
PLAYED = frozenset(("h264", "vp8", "vp9", "av1", "libdav1d", "libvpx", "libvpx-vp9"))
"""What every browser of today plays, by the names of FFmpeg's decoders."""
PLAIN = ("yuv420p", "yuvj420p")
"""How the pictures of H.264 lie in memory where every browser plays them."""
HEARD = frozenset(("aac", "mp3", "mp3float", "opus", "libopus", "vorbis", "libvorbis", "flac"))
NAMES = {"hevc": "HEVC", "mpeg4": "MPEG-4, part 2", "prores": "ProRes", "mjpeg": "Motion JPEG", "h263": "H.263"}
"""What people call what FFmpeg calls otherwise."""
EDGES = (480, 960)
QUALITY = 80
MOST_PIXELS = 40_000_000
PLACES = (0.1, 0.25, 0.5, 0.0)
"""Where a poster is looked for, as parts of the whole length, until a frame is found that is not dark."""
TRIED = 12
"""Frames at each of these places: a fade is over within some of them."""
DARK = 24
"""Of 255. A frame with less light than this on the whole is no poster."""
TOO_WIDE = "the pictures of this film are larger than 40 million points; save it again with 4K or less and use that"
NO_PICTURE = "there is no picture in this film; if it is a recording, save it as M4A or MP3 and use that"


def look_at_film(source: Path, target: Path) -> dict[str, Any] | None:
    """Writes a film's poster into the folder `target`; None where the extra `media` is not installed.

    Gives `files` (names with width and height, smallest first), `seconds` (None where nobody can tell), the film's own
    `width` and `height` as it is seen, and `unplayed`: what in it not every browser plays, or None. Raises
    CleaningError where there is nothing to be seen.
    """
    try:
        import av
    except ImportError:
        return None
    with av.open(str(source), metadata_errors="ignore") as film:
        stream = pictures_of(film)
        unplayed = _unplayed(film, stream)
        seconds = length_of(film, stream)
        poster = _poster(film, stream, seconds or 0.0)
    if poster is None:
        raise CleaningError(NO_PICTURE)
    files = []
    for number, edge in enumerate(edge for edge in EDGES if edge == EDGES[0] or max(poster.size) > edge / 2):
        small = poster.copy()
        small.thumbnail((edge, edge))
        name = f"{number}.webp"
        small.save(target / name, "WEBP", quality=QUALITY, method=4)
        files.append((name, *small.size))
    files = files[:1] if len(files) > 1 and files[0][1:] == files[1][1:] else files
    return {"files": files, "seconds": seconds, "width": poster.width, "height": poster.height, "unplayed": unplayed}


def pictures_of(film: InputContainer) -> VideoStream:
    """What is seen in a film. Raises CleaningError where there is nothing, or more than can be looked at."""
    if not film.streams.video:
        raise CleaningError(NO_PICTURE)
    stream = film.streams.video[0]
    stream.codec_context.thread_count = 1
    if stream.width * stream.height > MOST_PIXELS:
        raise CleaningError(TOO_WIDE)
    return stream


def _unplayed(film: InputContainer, stream: VideoStream) -> str | None:
    """What in a film not every browser plays, by name; None where all of them do."""
    codec = stream.codec_context.name
    if codec not in PLAYED:
        return NAMES.get(codec, codec)
    if codec == "h264" and stream.codec_context.pix_fmt not in (*PLAIN, None):
        return "H.264 with more colours than usual"
    sounds = (one.codec_context for one in film.streams.audio)
    return next((f"sound in {one.name}" for one in sounds if one and one.name not in HEARD), None)


def length_of(film: InputContainer, stream: Any) -> float | None:
    """How many seconds a film or recording lasts, from its head or else from its pieces; None where neither tells."""
    if film.duration:
        return round(film.duration / 1_000_000, 2)
    if stream.duration and stream.time_base:
        return round(float(stream.duration * stream.time_base), 2)
    ends = [(packet.pts + (packet.duration or 0)) for packet in film.demux(stream) if packet.pts is not None]
    film.seek(0)
    return round(float(max(ends) * stream.time_base), 2) if ends and stream.time_base else None


def _poster(film: InputContainer, stream: VideoStream, seconds: float) -> Image.Image | None:
    best: Image.Image | None = None
    most = -1.0
    for place in PLACES:
        for frame in islice(_frames_from(film, stream, place * seconds), TRIED):
            image = _upright(frame, stream)
            light = _light(image)
            if light > most:
                best, most = image, light
            if light >= DARK:
                return image
    return best


def _frames_from(film: InputContainer, stream: VideoStream, second: float) -> Iterator[VideoFrame]:
    import av

    try:
        film.seek(int(second * 1_000_000))
        for frame in film.decode(stream):
            # A seek lands on a whole picture before the place that was asked for.
            if frame.time is None or frame.time >= second - 0.5:
                yield frame
    except av.FFmpegError:
        # A film with a hole in it is judged by what came before.
        return


def _upright(frame: VideoFrame, stream: VideoStream) -> Image.Image:
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    shape = stream.sample_aspect_ratio
    if shape and 0.2 < shape < 5 and shape != 1:
        image = image.resize((max(1, round(image.width * float(shape))), image.height))
    return image.rotate(frame.rotation, expand=True) if frame.rotation else image


def _light(image: Image.Image) -> float:
    grey = image.convert("L").resize((16, 16))
    return sum(grey.tobytes()) / 256
