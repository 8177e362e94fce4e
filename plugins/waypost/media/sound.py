"""How long a recording lasts and how loud it is along the way. Runs in the workroom, on a file that was cleaned before.

WAV is read by Python itself, everything else with the extra `media`.
"""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from .cleaning.trouble import damaged
from .limits import USUAL

MAKING = "2"
RATE = 8_000
PEAKS = 96
SPEED = 240
"""Seconds of a recording that are listened to in one. What is too long for that has no picture of its sound."""
_BLOCK = RATE // 20


def listen_to_sound(source: Path, _target: Path, limit: float = USUAL.time_limit) -> dict[str, Any] | None:
    """Gives `seconds` (None where nobody can tell) and `peaks`, from 0 to 100, in steps of one length.

    `limit` is how many seconds the work on a file may take; `peaks` are left out where there is too much to be heard.
    None where the extra `media` is needed and not installed. Raises CleaningError, or what parsers raise, where there
    is no sound in it.
    """
    with source.open("rb") as file:
        head = file.read(12)
    if head[:4] == b"RIFF" and head[8:] == b"WAVE":
        try:
            return _listen_to_wave(source)
        except wave.Error:
            # Samples of a kind that Python does not read.
            pass
    try:
        import av
    except ImportError:
        return None
    from .films import length_of

    with av.open(str(source), metadata_errors="ignore") as sound:
        stream = sound.streams.audio[0]
        stream.codec_context.thread_count = 1
        seconds = length_of(sound, stream)
        if seconds is None or seconds > limit * SPEED:
            return {"seconds": seconds, "peaks": []}
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        loud = array("H")
        left = array("h")
        for packet in sound.demux(stream):
            try:
                pieces = [piece for frame in packet.decode() for piece in resampler.resample(frame)]
            except av.FFmpegError:
                # Players leave out a moment that makes no sense, and go on.
                continue
            for piece in pieces:
                left.frombytes(bytes(piece.planes[0])[: 2 * piece.samples])
            whole = len(left) - len(left) % _BLOCK
            loud.extend(_loudest(left[:whole]))
            left = left[whole:]
        loud.extend(_loudest(left))
    if not loud:
        raise damaged("recording")
    return {"seconds": seconds, "peaks": _even(loud)}


def _listen_to_wave(source: Path) -> dict[str, Any]:
    with wave.open(str(source), "rb") as sound:
        width, channels, rate = sound.getsampwidth(), sound.getnchannels(), sound.getframerate()
        if not (rate and channels and width in (1, 2, 3, 4)):
            raise wave.Error("no sound")
        step = max(1, rate // 20)
        loud = array("H")
        while content := sound.readframes(step):
            loud.extend(_loudest(_samples(content, width)) if content else ())
        seconds = sound.getnframes() / rate
    return {"seconds": round(seconds, 2), "peaks": _even(loud)}


def _samples(content: bytes, width: int) -> array[int]:
    """The samples of every channel, in 16 bits. Source: Multimedia Programming Interface 1.0, wave files."""
    if width == 1:
        return array("h", ((byte - 128) << 8 for byte in content))
    # The two upper bytes of each say enough.
    upper = bytearray(len(content) // width * 2)
    upper[0::2] = content[width - 2 : len(content) // width * width : width]
    upper[1::2] = content[width - 1 : len(content) // width * width : width]
    samples = array("h", bytes(upper))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _loudest(samples: array[int]) -> Iterator[int]:
    for place in range(0, len(samples), _BLOCK):
        block = samples[place : place + _BLOCK]
        yield max(max(block), -min(block))


def _even(loud: array[int]) -> list[int]:
    """PEAKS steps of one length (fewer for a very short sound), the loudest of them 100."""
    steps = min(PEAKS, len(loud))
    top = max(loud, default=0)
    if not top:
        return [0] * steps
    edges = [len(loud) * number // steps for number in range(steps + 1)]
    return [round(100 * max(loud[start:end]) / top) for start, end in pairwise(edges)]
