"""Evidence, for one audience."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from waypost.model import Audience
from waypost.model.captions import captions_as_markdown
from waypost.model.evidence import Evidence
from waypost.model.media import FILM_SUFFIXES, IMAGE_SUFFIXES, SOUND_SUFFIXES

from .portfolio import EvidenceView
from .quotes import QuoteView, opening_of
from .scope import Scope
from .voices import build_voice_views

KEEPERS = (Audience.SELF, Audience.ADVISOR)
"""Who keeps the plan, and is told what is still missing from it."""
OPENING = 160
"""Letters of a reflection that stand beside the piece that it is about."""


def build_evidence_views(scope: Scope) -> tuple[EvidenceView, ...] | None:
    """Evidence, newest first, or None where this audience sees none."""
    if not scope.evidence and not scope.sees.section("evidence"):
        return None
    return tuple(_evidence(scope, piece) for piece in scope.evidence)


def _evidence(scope: Scope, piece: Evidence) -> EvidenceView:
    naming_steps = [step.id for goal in scope.plp.goals for step in goal.steps if piece.id in step.evidence]
    # Both of a pair, or none: an earlier piece that this audience does not see is no reference here.
    before = scope.pointers((piece.before,)) if piece.before else ()
    return EvidenceView(
        id=piece.id,
        title=piece.title,
        caption_md=piece.caption,
        date=piece.date,
        alt=piece.alt,
        file=piece.file,
        link=piece.link,
        goals=scope.pointers(piece.goals),
        steps=scope.pointers((*piece.steps, *naming_steps)),
        expectations=scope.proficiency_names(piece.expectations),
        people=tuple(person.name for person in piece.people),
        waits_for_consent=tuple(person.name for person in piece.people if not person.consent),
        before=before[0] if before else None,
        later=scope.pointers(one.id for one in scope.evidence if one.before == piece.id),
        transcript_md=_transcript(piece),
        captions=bool(piece.captions),
        speech=piece.language or scope.plp.plan.language,
        reflections=_reflections(scope, piece),
        voices=build_voice_views(scope, piece.id, but=("student",)),
        undescribed=_undescribed(piece) if scope.audience in KEEPERS else None,
        own=scope.own(piece),
    )


def _transcript(piece: Evidence) -> str | None:
    # Captions cannot be seen beside a recording, and not on paper; what they say can be read.
    return piece.transcript or (captions_as_markdown(piece.captions) if piece.captions else None) or None


def _reflections(scope: Scope, piece: Evidence) -> tuple[QuoteView, ...]:
    own = (one for one in scope.reflections if one.by == "student" and piece.id in one.about)
    quotes = []
    for one in own:
        opening = opening_of(one.text, OPENING)
        quotes.append(QuoteView(one.id, one.date, one.language, opening, opening == one.text.strip()))
    return tuple(quotes)


def _undescribed(piece: Evidence) -> Literal["seen", "heard"] | None:
    if piece.alt or not piece.file:
        return None
    suffix = PurePath(piece.file).suffix.casefold()
    if suffix in IMAGE_SUFFIXES or suffix in FILM_SUFFIXES:
        return "seen"
    return "heard" if suffix in SOUND_SUFFIXES and not piece.transcript and not piece.captions else None
