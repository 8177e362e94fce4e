"""A presentation of learning as a learner writes it: Markdown whose ## are slides. Source: design, section 5."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

EVIDENCE, MINUTES = "evidence", "minutes"
_HEADING = re.compile(r"(#{1,2})(?!#)[ \t]*(.*?)[ \t]*#*")
_WORD = re.compile(r"([A-Za-z]{3,12})[ \t]*:[ \t]*(.*)")
_NOTE = re.compile(r"notes?", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True)
class Directive:
    """A line such as `evidence: bridge-photo`: its word in small letters, what follows, and the place of that."""

    word: str
    value: str
    line: int
    column: int

    @property
    def values(self) -> tuple[tuple[str, int], ...]:
        """Each of the values between commas, with its column."""
        found = []
        for match in re.finditer(r"[^,]+", self.value):
            text = match[0].strip()
            if text:
                found.append((text, self.column + match.start() + len(match[0]) - len(match[0].lstrip())))
        return tuple(found)


@dataclass(frozen=True)
class Slide:
    """One slide. `text` is Markdown without its directives and notes; `notes` are for the speaker alone.

    `others` are lines that look like a directive and are none: they are part of the text, for a check to judge.
    """

    title: str
    line: int
    text: str = ""
    directives: tuple[Directive, ...] = ()
    notes: tuple[str, ...] = ()
    others: tuple[Directive, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the pieces that it shows, in order, each once."""
        named = (text for one in self.directives if one.word == EVIDENCE for text, _ in one.values)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True)
class Talk:
    """A presentation. `stray` are lines before the first slide that belong to none; places count from 1."""

    title: str | None = None
    directives: tuple[Directive, ...] = ()
    stray: tuple[int, ...] = ()
    slides: tuple[Slide, ...] = ()

    @property
    def minutes(self) -> int | None:
        """How long the slot is, or None where nothing (or nothing that makes sense) is said of it."""
        said = next((one.value for one in self.directives if one.word == MINUTES), "")
        return int(said) if re.fullmatch(r"[0-9]{1,3}", said) and int(said) else None


@dataclass
class _Draft:
    title: str
    line: int
    text: list[str] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    others: list[Directive] = field(default_factory=list)

    def slide(self) -> Slide:
        return Slide(
            self.title,
            self.line,
            "\n".join(self.text).strip(),
            tuple(self.directives),
            tuple("\n".join(lines).strip() for lines in self.notes),
            tuple(self.others),
        )


def read_talk(text: str) -> Talk:
    """Takes a presentation apart. Every text is some presentation; what is wrong with it is for a check to tell."""
    title: str | None = None
    head: list[Directive] = []
    stray: list[int] = []
    drafts: list[_Draft] = []
    fence: str | None = None
    noting = False
    for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
        draft = drafts[-1] if drafts else None
        fenced = _FENCE.match(line)
        if fence is None and not fenced:
            heading = _HEADING.fullmatch(line)
            if heading and heading[1] == "##":
                drafts.append(_Draft(heading[2], number))
                noting = False
                continue
            if heading and draft is None and title is None and heading[2]:
                title = heading[2]
                continue
            word = _WORD.fullmatch(line)
            if word and _NOTE.fullmatch(word[1]) and draft:
                draft.notes.append([word[2]])
                noting = True
                continue
            if word:
                found = Directive(word[1].lower(), word[2].strip(), number, word.start(2) + 1)
                if found.word in (EVIDENCE, MINUTES):
                    (draft.directives if draft else head).append(found)
                    noting = False
                    continue
                if draft and not noting:
                    draft.others.append(found)
        elif fence is None and fenced:
            fence = fenced[1]
        elif fenced and fenced[1].startswith(fence or ""):
            fence = None
        if draft is None:
            if line.strip():
                stray.append(number)
        elif noting and line.strip():
            draft.notes[-1].append(line)
        else:
            noting = False
            draft.text.append(line)
    return Talk(title, tuple(head), tuple(stray), tuple(draft.slide() for draft in drafts))
