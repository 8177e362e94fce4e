"""Cover and profile, for one audience."""

from __future__ import annotations

from collections.abc import Iterable

from waypost.model import Item
from waypost.model.profile import Baseline, Challenge, Influence, Interest, Strength, Value

from .design import build_design_view
from .portfolio import BaselineView, LearnerView, NoteView, ProfileView
from .scope import Scope

LATEST = 3


def build_learner_view(scope: Scope) -> LearnerView:
    """The cover. Grade, advisory and school's own fields go only to those who see the profile."""
    plan = scope.plp.plan
    close = scope.sees.section("profile")
    picture = scope.pointers((plan.picture,)) if plan.picture else ()
    return LearnerView(
        name=plan.name,
        sentence=plan.sentence,
        picture=picture[0] if picture else None,
        ask_me=plan.ask_me if close else (),
        language=plan.language,
        school_language=scope.school.language,
        school=scope.school.name if close else None,
        grade=plan.grade if close else None,
        advisory=plan.advisory if close else None,
        student_id=plan.student_id if scope.sees.section("student_id") else None,
        started=plan.started if scope.sees.section("meetings") else None,
        own=scope.own(plan) if close else (),
        latest=scope.pointers(piece.id for piece in scope.evidence[:LATEST]),
        design=build_design_view(scope.plp.design),
    )


def build_profile_view(scope: Scope) -> ProfileView | None:
    """Who I am, or None where this audience sees nothing of it."""
    profile, sees = scope.plp.profile, scope.sees
    whole = sees.section("profile")
    strengths = sees.only(profile.strengths, "profile")
    values = sees.only(profile.values, "profile")
    influences = sees.only(profile.influences, "profile")
    interests = sees.only(profile.interests, "profile")
    challenges = sees.only(profile.challenges, "challenges")
    baselines = sees.only(profile.baselines, "baselines")
    anything: Iterable[Item] = (*strengths, *values, *influences, *interests, *challenges, *baselines)
    if not whole and not any(True for _ in anything):
        return None
    future = profile.future if whole else None
    return ProfileView(
        about_md=profile.about if whole else None,
        strengths=tuple(_note(scope, one) for one in strengths),
        values=tuple(_note(scope, one) for one in values),
        influences=tuple(_note(scope, one) for one in influences),
        how_i_learn_md=profile.how_i_learn if whole else None,
        interests=tuple(_note(scope, one) for one in interests),
        soon_md=future.soon if future else None,
        later_md=future.later if future else None,
        after_school_md=future.after_school if future else None,
        challenges=tuple(_note(scope, one) for one in challenges) if challenges or sees.section("challenges") else None,
        baselines=tuple(_baseline(scope, one) for one in baselines) if baselines or sees.section("baselines") else None,
        own=((*scope.own(profile), *(scope.own(future) if future else ())) if whole else ()),
    )


def _note(scope: Scope, item: Strength | Value | Influence | Interest | Challenge) -> NoteView:
    match item:
        case Strength():
            more, evidence = item.example, scope.pointers(item.evidence)
        case Challenge():
            more, evidence = item.plan, ()
        case Interest():
            more, evidence = None, ()
        case _:
            more, evidence = item.why, ()
    return NoteView(text=item.text, more_md=more, evidence=evidence, own=scope.own(item))


def _baseline(scope: Scope, item: Baseline) -> BaselineView:
    return BaselineView(
        area=item.area,
        title=item.title,
        date=item.date,
        result_md=item.result,
        evidence=scope.pointers(item.evidence),
        own=scope.own(item),
    )
