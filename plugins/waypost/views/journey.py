"""Reflections, meetings, revisions and transition, for one audience."""

from __future__ import annotations

from waypost.model.plan import Meeting
from waypost.model.reflections import Change, Revision
from waypost.model.transition import Transition

from .portfolio import ChangeView, MeetingView, ReflectionView, RevisionView
from .scope import Scope
from .transitions import TaskView, TransitionView


def build_reflection_views(scope: Scope) -> tuple[ReflectionView, ...] | None:
    """Reflections, newest first, or None where this audience sees none."""
    if not scope.reflections and not scope.sees.section("reflections"):
        return None
    return tuple(
        ReflectionView(
            id=one.id,
            date=one.date,
            by=one.by,
            name=one.name,
            language=one.language,
            title=one.title,
            about=scope.pointers(one.about),
            text_md=one.text,
            own=scope.own(one),
        )
        for one in scope.reflections
    )


def build_journey_views(scope: Scope) -> tuple[MeetingView | RevisionView, ...] | None:
    """Meetings and revisions together, newest first, or None where this audience sees neither."""
    meetings = scope.sees.only(scope.plp.plan.meetings, "meetings")
    revisions = scope.sees.only(scope.plp.revisions, "revisions")
    nothing_to_see = not scope.sees.section("meetings") and not scope.sees.section("revisions")
    if not meetings and not revisions and nothing_to_see:
        return None
    entries: list[MeetingView | RevisionView] = [_meeting(scope, one) for one in meetings]
    entries += [_revision(scope, one) for one in revisions]
    return tuple(sorted(entries, key=lambda entry: (entry.date, entry.kind), reverse=True))


def build_transition_views(scope: Scope) -> tuple[TransitionView, ...] | None:
    """Transition plans, or None where this audience sees none. Not every learner has one, so none is no gap."""
    return tuple(_transition(scope, one) for one in scope.transition) or None


def _meeting(scope: Scope, item: Meeting) -> MeetingView:
    return MeetingView(
        kind="meeting",
        id=item.id,
        date=item.date,
        title=item.title,
        participants=tuple((person.name, person.role) for person in item.participants),
        notes_md=item.notes,
        own=scope.own(item),
    )


def _revision(scope: Scope, item: Revision) -> RevisionView:
    meeting = scope.pointers((item.meeting,)) if item.meeting else ()
    changes = (_change(scope, one) for one in item.changes)
    return RevisionView(
        kind="revision",
        date=item.date,
        why_md=item.why,
        changes=tuple(one for one in changes if one is not None),
        reflections=scope.pointers(item.reflections),
        meeting=meeting[0] if meeting else None,
        own=scope.own(item),
    )


def _change(scope: Scope, item: Change) -> ChangeView | None:
    pointer = scope.pointers((item.item,)) if item.item else ()
    if item.item and not pointer:
        # The words of the change would tell of a goal that this audience does not see.
        return None
    return ChangeView(what=item.what, item=pointer[0] if pointer else None, before_md=item.before, after_md=item.after)


def _transition(scope: Scope, item: Transition) -> TransitionView:
    return TransitionView(
        title=item.title,
        date=item.date,
        plan_md=item.plan,
        tasks=tuple(
            TaskView(task.title, task.due, task.done, scope.is_late(task.due, task.done), task.who)
            for task in item.tasks
        ),
        support=item.support,
        own=scope.own(item),
    )
