"""Whether a presentation can be given as it is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic_core import PydanticCustomError

from waypost.errors import Problem
from waypost.model.base import MARKDOWN_FILE
from waypost.model.presentation import EVIDENCE, MINUTES, Directive, Slide, Talk, read_talk

from .documents import Document
from .identifiers import Ids, gather_ids, is_identifier
from .paths import find_values
from .places import Shown, quote
from .prose import ProseReader
from .suggestions import did_you_mean, nearest

FIELD = "presentation"
USUAL = "presentation.md"
AGREED = ("yes", "true")
Tell = Callable[[int, int, str], Problem]


def check_presentation(document: Document, prose: ProseReader, folder: Path, shown: Shown) -> Iterator[Problem]:
    """A problem for all that would not be seen as it was meant: unknown evidence, an empty slide, a slip of the pen.

    Problems stand in the file that the plan names, or in the plan where the presentation is written there.
    """
    written = document.data.get(FIELD)
    if not isinstance(written, str):
        if FIELD not in document.data and os.path.lexists(folder / USUAL):
            message = f"nothing names this file, so it changes nothing: write {FIELD}: {USUAL} in plp.yml, or remove it"
            yield Problem(shown(folder / USUAL), 0, 0, message, "warning")
        return
    name = written.strip()
    text, tell = written, _in_plan(document)
    if MARKDOWN_FILE.fullmatch(name):
        file = shown(folder / name)
        try:
            text = prose(name)
        except PydanticCustomError:
            return
        if any(problem.file == file for problem in prose.problems):
            return
        tell = _in_file(file)
    talk = read_talk(text)
    ids, _ = gather_ids(document)
    yield from _check_head(talk, tell)
    for slide in talk.slides:
        yield from _check_slide(slide, ids, tell)
        yield from _check_consent(document, slide, tell)


def _in_file(file: str) -> Tell:
    return lambda line, column, message: Problem(file, line, column, message)


def _in_plan(document: Document) -> Tell:
    return lambda line, _column, message: document.problem((FIELD,), f"line {line} of the presentation: {message}")


def _check_head(talk: Talk, tell: Tell) -> Iterator[Problem]:
    if not talk.slides and not talk.directives and not talk.stray:
        yield tell(1, 1, "there is no slide here: begin one with ## and its title")
    for line in talk.stray[:1]:
        yield tell(line, 1, "this stands before the first slide: begin a slide above it with ## and its title")
    for one in talk.directives:
        if one.word == EVIDENCE:
            yield tell(one.line, 1, "evidence: belongs to a slide: begin one above it with ## and its title")
        elif not (one.value.isascii() and one.value.isdigit() and 0 < int(one.value) < 1000):
            message = f"{quote(one.value)} is not a number of minutes: write it in digits, such as minutes: 15"
            yield tell(one.line, one.column, message)
    minutes = [one for one in talk.directives if one.word == MINUTES]
    for again in minutes[1:]:
        yield tell(again.line, 1, f"minutes: already stands on line {minutes[0].line}: take one of them out")


def _check_slide(slide: Slide, ids: Ids, tell: Tell) -> Iterator[Problem]:
    if not slide.title:
        yield tell(slide.line, 1, "this slide has no title: write one behind the ##")
    if not (slide.text or slide.directives or slide.notes):
        message = f"the slide {quote(slide.title)} is empty: write something under it, show evidence, or take it out"
        yield tell(slide.line, 1, message)
    for one in slide.directives:
        if one.word == MINUTES:
            yield tell(one.line, 1, "minutes: stands at the top, before the first slide: move it there")
        else:
            yield from _check_evidence(one, ids, tell)
    known = ids.of(frozenset({EVIDENCE}))
    for one in slide.others:
        if any(text in known for text, _ in one.values):
            yield tell(one.line, 1, f"{one.word}: is not known here: to show a piece, write evidence: and its id")
        elif nearest(one.word, [EVIDENCE]):
            # The other words are short: "Not:" or "Minute:" may well begin a sentence.
            yield tell(one.line, 1, f"{one.word}: is not known here; did you mean {EVIDENCE}:?")


def _check_consent(document: Document, slide: Slide, tell: Tell) -> Iterator[Problem]:
    for _, piece in find_values(document.data, "evidence.*"):
        if not isinstance(piece, dict) or piece.get("id") not in slide.evidence:
            continue
        people = [one for _, one in find_values(piece, "people.*")]
        if any(not isinstance(one, dict) or str(one.get("consent")).lower() not in AGREED for one in people):
            message = (
                f"this slide is left out until everybody shown in {quote(piece['id'])} has agreed: ask them, and write "
                "consent: yes"
            )
            yield replace(tell(slide.line, 1, message), severity="advice")


def _check_evidence(one: Directive, ids: Ids, tell: Tell) -> Iterator[Problem]:
    if not one.values:
        yield tell(one.line, one.column, "evidence: names nothing: write the id of a piece, such as bridge-photo")
    for text, column in one.values:
        if ids.kinds.get(text) == EVIDENCE or EVIDENCE in ids.unsure:
            continue
        known = ids.of(frozenset({EVIDENCE}))
        mend = did_you_mean(text, known) or (
            ": correct it, or add it to the plan" if is_identifier(text) else ": name pieces by their ids"
        )
        yield tell(one.line, column, f"no piece of evidence here has the id {quote(text)}{mend}")
