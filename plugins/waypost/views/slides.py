"""The shapes of a presentation, as templates draw them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from .portfolio import EvidenceView, Reference
from .quotes import QuoteView

SlideKind = Literal["opening", "goals", "evidence", "learned", "next", "thanks", "own"]


@dataclass(frozen=True)
class AimView:
    """A goal in one line."""

    title: str
    term: str
    by: datetime.date | None


@dataclass(frozen=True)
class AheadView:
    """A step in one line."""

    title: str
    status: str
    due: datetime.date | None


@dataclass(frozen=True)
class SlideView:
    """One slide. Without a `title` it is called after its kind; `notes_md` are the speaker's and nobody else's.

    `points` are plain lines in the learner's words.
    """

    kind: SlideKind
    title: str | None = None
    text_md: str | None = None
    points: tuple[str, ...] = ()
    picture: Reference | None = None
    goals: tuple[AimView, ...] = ()
    evidence: tuple[EvidenceView, ...] = ()
    reflections: tuple[QuoteView, ...] = ()
    steps: tuple[AheadView, ...] = ()
    notes_md: tuple[str, ...] = ()


@dataclass(frozen=True)
class PresentationView:
    """A presentation of learning. `minutes` is the slot it is given in; `written` says that the learner shaped it."""

    title: str | None
    minutes: int | None
    written: bool
    slides: tuple[SlideView, ...]
