"""Evidence, for one audience."""

from __future__ import annotations

from waypost.model.evidence import Evidence

from .portfolio import EvidenceView
from .scope import Scope


def build_evidence_views(scope: Scope) -> tuple[EvidenceView, ...] | None:
    """Evidence, newest first, or None where this audience sees none."""
    if not scope.evidence and not scope.sees.section("evidence"):
        return None
    return tuple(_evidence(scope, piece) for piece in scope.evidence)


def _evidence(scope: Scope, piece: Evidence) -> EvidenceView:
    naming_steps = [step.id for goal in scope.plp.goals for step in goal.steps if piece.id in step.evidence]
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
        own=scope.own(piece),
    )
