"""Captions: the words of a film or recording, each with its time. Source: WebVTT (W3C), sections 4 and 6."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .plaintext import as_markdown

MARK = "WEBVTT"
SAMPLE = "00:01.000 --> 00:04.000"
_TIME = r"(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+(.*))?")
_WITH_COMMA = re.compile(r"[0-9]:[0-9]{2},[0-9]{3}")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_TAG = re.compile(r"<(/?)([a-z]*)[^\s>]*(?:[ \t]+([^>]*))?>?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_PLAIN_TAGS = frozenset({"b", "i", "u", "ruby", "rt"})
_SETTING = re.compile(
    r"vertical:(?:rl|lr)|line:-?[0-9.]{1,8}%?(?:,(?:start|center|end))?|size:[0-9.]{1,8}%|"
    r"position:[0-9.]{1,8}%(?:,(?:line-left|center|line-right))?|align:(?:start|center|end|left|right)"
)
PAUSE = 3000
"""Milliseconds of silence after which a new paragraph begins."""
LONGEST_PARAGRAPH = 700


@dataclass(frozen=True, order=True)
class Cue:
    """Words on the screen from `start` to `end`, in milliseconds. `text` has no markup but emphasis and speakers."""

    start: int
    end: int
    text: str
    settings: str = ""


@dataclass(frozen=True)
class Slip:
    """What is wrong with captions, and on which line."""

    line: int
    message: str


def read_captions(text: str) -> tuple[tuple[Cue, ...], tuple[Slip, ...]]:
    """Takes WebVTT apart into its cues and all that is wrong with it. Notes, styles and names of cues are left out."""
    lines = re.split("\r\n|\r|\n", text)
    if not re.match(rf"{MARK}(?:[ \t]|$)", lines[0]):
        return (), (Slip(1, f"captions begin with a line {MARK}: export them as WebVTT, or write it"),)
    cues: list[Cue] = []
    slips: list[Slip] = []
    for number, block in _blocks(lines):
        if number > 1 and not _ASIDE.match(block[0]):
            found = _cue(number, block)
            if isinstance(found, Cue):
                cues.append(found)
            else:
                slips.append(found)
    if not cues and not slips:
        slips.append(
            Slip(1, f"there are no words with a time here: write a line such as {SAMPLE}, and what is said below")
        )
    return tuple(sorted(cues)), tuple(slips)


def write_captions(cues: Iterable[Cue]) -> str:
    """Cues as WebVTT with nothing beside them."""
    rows = (f"{_clock(cue.start)} --> {_clock(cue.end)} {cue.settings}".rstrip() + f"\n{cue.text}\n" for cue in cues)
    return "\n".join((f"{MARK}\n", *rows))


def captions_as_markdown(text: str) -> str:
    """What captions say, in paragraphs, with whoever speaks in front."""
    paragraphs: list[str] = []
    last = -PAUSE
    speaker = ""
    for cue in read_captions(text)[0]:
        voice = _VOICE.search(cue.text)
        name = html.unescape(voice[1]).strip() if voice else ""
        said = " ".join(html.unescape(_TAG.sub("", cue.text)).split())
        new = cue.start - last >= PAUSE or name != speaker or len(paragraphs[-1]) > LONGEST_PARAGRAPH
        if new or not paragraphs:
            paragraphs.append(f"{name}: {said}" if name and name != speaker else said)
        else:
            paragraphs[-1] += f" {said}"
        last, speaker = cue.end, name
    return as_markdown("\n\n".join(paragraphs))


def _blocks(lines: list[str]) -> Iterable[tuple[int, list[str]]]:
    """Lines between empty ones, each block with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate((*lines, ""), start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(number: int, block: list[str]) -> Cue | Slip:
    place = next((index for index, line in enumerate(block[:2]) if "-->" in line), None)
    if place is None:
        return Slip(number, f"these words have no time: write a line such as {SAMPLE} above them")
    times = _TIMES.fullmatch(block[place])
    if times is None:
        with_comma = _WITH_COMMA.search(block[place]) is not None
        mend = "write a dot before the thousandths" if with_comma else "write it"
        return Slip(number + place, f"this is not a time that captions have: {mend} like {SAMPLE}")
    start, end = _milliseconds(times.groups()[:4]), _milliseconds(times.groups()[4:8])
    if end <= start:
        return Slip(number + place, "these words end before they begin: write the earlier time first")
    if any("-->" in line for line in block[place + 1 :]):
        return Slip(number + place, "a time follows without an empty line before it: leave one between two pieces")
    settings = " ".join(one for one in (times[9] or "").split() if _SETTING.fullmatch(one))
    return Cue(start, end, "\n".join(_clean(line) for line in block[place + 1 :]), settings)


def _clean(line: str) -> str:
    return _TAG.sub(_allowed, line).strip()


def _allowed(tag: re.Match[str]) -> str:
    closing, name, more = tag.groups()
    if name in _PLAIN_TAGS:
        return f"<{closing}{name}>"
    if name == "v" and (closing or more):
        return "</v>" if closing else f"<v {more.strip()}>"
    return ""


def _milliseconds(parts: Iterable[str | None]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _clock(time: int) -> str:
    seconds, thousandths = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
