"""The contents of a portfolio: which pages there are, what they are called, what is in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .language import Language
from .words import N_

if TYPE_CHECKING:
    from waypost.views.gaps import GapView
    from waypost.views.moments import ProficiencyView
    from waypost.views.portfolio import (
        EvidenceView,
        GoalView,
        MeetingView,
        PortfolioView,
        ProfileView,
        ReflectionView,
        RevisionView,
    )
    from waypost.views.slides import PresentationView
    from waypost.views.transitions import TransitionView

TITLES: dict[str, str] = {
    "cover": N_("Cover"),
    "about": N_("Who I am"),
    "goals": N_("My goals"),
    "evidence": N_("What I made"),
    "growth": N_("How I’m growing"),
    "reflections": N_("Looking back"),
    "journey": N_("My journey"),
    "transition": N_("What comes next"),
    "presentation": N_("My presentation"),
    "gaps": N_("What I could do next"),
}
"""The pages in order, by slug, in the learner's voice."""


@dataclass(frozen=True)
class Chapter:
    """One line of the contents: a page, its title, and in a few words what is in it."""

    slug: str
    title: str
    holds: str
    filled: bool


def list_chapters(view: PortfolioView, language: Language) -> tuple[Chapter, ...]:
    """The pages that this audience sees, in order, the cover first."""
    counts: dict[str, tuple[str, ...] | None] = {
        "cover": (),
        "about": None if view.profile is None else _count_profile(view.profile, language),
        "goals": None if view.goals is None else _count_goals(view.goals, language),
        "evidence": None if view.evidence is None else _count_evidence(view.evidence, language),
        "growth": None if view.growth is None else _count_growth(view.growth, language),
        "reflections": None if view.reflections is None else _count_reflections(view.reflections, language),
        "journey": None if view.journey is None else _count_journey(view.journey, language),
        "transition": None if view.transition is None else _count_transition(view.transition, language),
        "presentation": None if view.presentation is None else _count_slides(view.presentation, language),
        "gaps": None if view.gaps is None else _count_gaps(view.gaps, language),
    }
    chapters = []
    for slug, phrases in counts.items():
        if phrases is None:
            continue
        filled = bool(phrases) or (slug == "about" and has_texts(view.profile))
        holds = language.series(phrases) if filled else language.gettext("nothing yet")
        chapters.append(Chapter(slug, language.gettext(TITLES[slug]), holds, filled))
    return tuple(chapters)


def each_goal(goals: tuple[GoalView, ...]) -> Iterator[GoalView]:
    """Every goal once, also one that stands under several."""
    seen: set[str] = set()
    for goal in (one for top in goals for one in (top, *top.short)):
        if goal.id not in seen:
            seen.add(goal.id)
            yield goal


def counted(language: Language, one: str, many: str, count: int) -> tuple[str, ...]:
    """The phrase for `count` things in `language`; nothing for none."""
    return (language.ngettext(one, many, count) % {"count": language.number(count)},) if count else ()


def has_texts(profile: ProfileView | None) -> bool:
    """Whether anything is written on the page about the learner that is not counted."""
    return profile is not None and any(
        (
            profile.about_md,
            profile.influences,
            profile.how_i_learn_md,
            profile.soon_md,
            profile.later_md,
            profile.after_school_md,
            profile.challenges,
            profile.baselines,
            profile.own,
        )
    )


def _count_profile(profile: ProfileView, language: Language) -> tuple[str, ...]:
    return (
        *counted(language, "%(count)s strength", "%(count)s strengths", len(profile.strengths)),
        *counted(language, "%(count)s value", "%(count)s values", len(profile.values)),
        *counted(language, "%(count)s interest", "%(count)s interests", len(profile.interests)),
    )


def _count_goals(goals: tuple[GoalView, ...], language: Language) -> tuple[str, ...]:
    every = tuple(each_goal(goals))
    return (
        *counted(language, "%(count)s goal", "%(count)s goals", len(every)),
        *counted(language, "%(count)s action step", "%(count)s action steps", sum(len(goal.steps) for goal in every)),
    )


def _count_evidence(evidence: tuple[EvidenceView, ...], language: Language) -> tuple[str, ...]:
    return counted(language, "%(count)s piece of evidence", "%(count)s pieces of evidence", len(evidence))


def _count_growth(growth: tuple[ProficiencyView, ...], language: Language) -> tuple[str, ...]:
    moments = sum(len(proficiency.placements) for proficiency in growth)
    placed = sum(1 for proficiency in growth if proficiency.placements)
    return (
        *counted(language, "%(count)s proficiency", "%(count)s proficiencies", placed),
        *counted(language, "%(count)s moment", "%(count)s moments", moments),
    )


def _count_reflections(reflections: tuple[ReflectionView, ...], language: Language) -> tuple[str, ...]:
    return counted(language, "%(count)s reflection", "%(count)s reflections", len(reflections))


def _count_journey(journey: tuple[MeetingView | RevisionView, ...], language: Language) -> tuple[str, ...]:
    meetings = sum(1 for entry in journey if entry.kind == "meeting")
    return (
        *counted(language, "%(count)s meeting", "%(count)s meetings", meetings),
        *counted(language, "%(count)s change of plan", "%(count)s changes of plan", len(journey) - meetings),
    )


def _count_transition(transitions: tuple[TransitionView, ...], language: Language) -> tuple[str, ...]:
    tasks = sum(len(transition.tasks) for transition in transitions)
    return (
        *counted(language, "%(count)s big change", "%(count)s big changes", len(transitions)),
        *counted(language, "%(count)s thing to do", "%(count)s things to do", tasks),
    )


def _count_slides(presentation: PresentationView, language: Language) -> tuple[str, ...]:
    return (
        *counted(language, "%(count)s slide", "%(count)s slides", len(presentation.slides)),
        *counted(language, "%(count)s minute", "%(count)s minutes", presentation.minutes or 0),
    )


def _count_gaps(gaps: tuple[GapView, ...], language: Language) -> tuple[str, ...]:
    return counted(language, "%(count)s idea", "%(count)s ideas", len(gaps)) or (language.gettext("nothing open"),)
