"""A presentation of learning, for one audience: made from what it sees, or as the learner has written it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from waypost.model import Audience
from waypost.model.media import FILM_SUFFIXES, IMAGE_SUFFIXES
from waypost.model.presentation import Talk, read_talk

from .quotes import LONGEST, QuoteView, opening_of
from .slides import AheadView, AimView, PresentationView, SlideView

if TYPE_CHECKING:
    from .portfolio import EvidenceView, PortfolioView, Reference
    from .scope import Scope

SPEAKERS = (Audience.SELF, Audience.ADVISOR)
"""Who sees what the speaker notes."""
PIECES, GOALS, STEPS, STRENGTHS, LOOKS_BACK = 3, 4, 5, 3, 2
CLOSED = ("met", "changed", "set aside")
OPEN = ("under way", "planned")


def build_presentation_view(view: PortfolioView, room: Scope) -> PresentationView | None:
    """The slides for the audience of `view`, made of nothing but `view` and what the learner has written.

    `room` is the portfolio as a panel sees it. Slides that nobody wrote hold only what a panel sees too, whoever
    looks: a learner who presents from their own link must not throw a private piece on the wall. A written slide with
    a piece of evidence that this audience does not see, or whose people have not agreed, is left out as a whole, since
    its words tell of the piece. None where there is nothing to present.
    """
    written = room.plp.presentation
    talk = read_talk(written) if written else Talk()
    slides = tuple(_written(view, talk) if talk.slides else _automatic(view, room))
    if not slides:
        return None
    return PresentationView(talk.title, talk.minutes, bool(talk.slides), slides)


def _written(view: PortfolioView, talk: Talk) -> Iterator[SlideView]:
    seen = {piece.id: piece for piece in view.evidence or () if not piece.waits_for_consent}
    for slide in talk.slides:
        if all(id_ in seen for id_ in slide.evidence):
            yield SlideView(
                "own",
                title=slide.title,
                text_md=slide.text or None,
                evidence=tuple(seen[id_] for id_ in slide.evidence),
                notes_md=slide.notes if view.audience in SPEAKERS else (),
            )


def _automatic(view: PortfolioView, room: Scope) -> Iterator[SlideView]:
    pieces = _pieces(view, room)
    goals = _goals(view, room)
    if not pieces and not goals:
        return
    learner = view.learner
    picture = learner.picture if learner.picture and learner.picture.id in room.references else None
    yield SlideView(
        "opening", title=learner.name, text_md=learner.sentence, points=_strengths(view, room), picture=picture
    )
    if goals:
        yield SlideView("goals", goals=goals)
    for piece in pieces:
        caption = opening_of(piece.caption_md) if piece.caption_md else None
        yield SlideView("evidence", title=piece.title, text_md=caption, evidence=(piece,))
    own = [one for one in view.reflections or () if one.by == "student" and one.id in room.references][:LOOKS_BACK]
    if own:
        # Two long texts do not fit on one slide.
        most = LONGEST // len(own)
        said = tuple(QuoteView(one.id, one.date, one.language, opening_of(one.text_md, most)) for one in own)
        yield SlideView("learned", reflections=said)
    steps = _steps(view, room)
    if steps:
        yield SlideView("next", steps=steps)
    yield SlideView("thanks", points=learner.ask_me if room.sees.section("profile") else ())


def _strengths(view: PortfolioView, room: Scope) -> tuple[str, ...]:
    shown = {one.text for one in room.sees.only(room.plp.profile.strengths, "profile")}
    every = view.profile.strengths if view.profile else ()
    return tuple(note.text for note in every if note.text in shown)[:STRENGTHS]


def _pieces(view: PortfolioView, room: Scope) -> tuple[EvidenceView, ...]:
    """The pieces to show: the newest that a room can look at, then the newest of the others.

    The picture of the first slide is not shown twice while there are others.
    """
    every = [piece for piece in view.evidence or () if piece.id in room.references]
    cover = view.learner.picture.id if view.learner.picture else None
    order = sorted(every, key=lambda piece: (piece.id == cover, not _is_visible(piece)))
    return tuple(
        # A slide shows the piece alone: what it belongs with may not be for a room.
        replace(
            piece,
            goals=_known(piece.goals, room),
            steps=_known(piece.steps, room),
            reflections=(),
            before=None,
            later=(),
        )
        for piece in order[:PIECES]
    )


def _known(references: tuple[Reference, ...], room: Scope) -> tuple[Reference, ...]:
    return tuple(one for one in references if one.id in room.references)


def _is_visible(piece: EvidenceView) -> bool:
    suffix = PurePath(piece.file or "").suffix.casefold()
    return suffix in IMAGE_SUFFIXES or suffix in FILM_SUFFIXES


def _goals(view: PortfolioView, room: Scope) -> tuple[AimView, ...]:
    every = {goal.id: goal for top in view.goals or () for goal in (top, *top.short)}
    open_goals = [goal for goal in every.values() if goal.status not in CLOSED and goal.id in room.references]
    first = sorted(open_goals, key=lambda goal: goal.term != "long")[:GOALS]
    return tuple(AimView(goal.title, goal.term, goal.by) for goal in first)


def _steps(view: PortfolioView, room: Scope) -> tuple[AheadView, ...]:
    every = {step.id: step for top in view.goals or () for goal in (top, *top.short) for step in goal.steps}
    ahead = [step for step in every.values() if step.status in OPEN and step.id in room.references]
    first = sorted(ahead, key=lambda step: (step.status == "planned", step.due or datetime.date.max))[:STEPS]
    return tuple(AheadView(step.title, step.status, step.due) for step in first)
