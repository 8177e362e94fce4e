"""Where in the planning cycle a learner is, what comes next, and the questions for it.

Source: PLP Process Manual, Student Guide and Family and Adult Guide, the seven stages.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from waypost.model import Audience
from waypost.model.guide import Side, Stage
from waypost.model.plan import StageId
from waypost.model.profile import Profile
from waypost.model.school import Section

from .goals import GOAL_CLOSED, STEP_CLOSED
from .scope import Scope

COMPANIONS = (Audience.SELF, Audience.ADVISOR, Audience.FAMILY)
"""Who goes through the cycle with the learner; panel and public look at the work alone."""
READ: tuple[Section, ...] = ("profile", "goals", "evidence", "achievement", "reflections", "revisions")
"""What a place in the cycle is found from."""
Reason = Literal[
    "stated", "profile", "no goals", "no steps", "no open goal", "no open step", "steps", "work", "level", "reflection"
]


@dataclass(frozen=True)
class Place:
    """A stage, and why it is this one: the learner says so, or what the plan holds or lacks."""

    stage: StageId
    reason: Reason


@dataclass(frozen=True)
class CycleView:
    """The stages' names in order, which of them is now (from 0), and why it is this one.

    `questions` are the stage's for the learner, or for the adults around. A stage without any has `tips` instead. All
    texts are as the guide has them, in English: whoever draws them says them in the page's language.
    """

    names: tuple[str, ...]
    now: int
    reason: Reason
    statement: str
    after: str
    after_statement: str
    questions: tuple[str, ...]
    tips: tuple[str, ...]


def build_cycle_view(scope: Scope, stages: Sequence[Stage]) -> CycleView | None:
    """The cycle for the learner and those who go through it with them; None for everybody else.

    None also for an audience that does not see all that a place is found from, unless the learner says where they are:
    what this audience does not see must not show in the place either.
    """
    place = find_place(scope) if scope.audience in COMPANIONS else None
    now = next((number for number, stage in enumerate(stages) if place and stage.id == place.stage), None)
    if place is None or now is None:
        return None
    here, after = stages[now], stages[(now + 1) % len(stages)]
    questions, tips = _words_of(here.learners if scope.audience is Audience.SELF else here.adults)
    return CycleView(
        names=tuple(stage.name for stage in stages),
        now=now,
        reason=place.reason,
        statement=here.statement,
        after=after.name,
        after_statement=after.statement,
        questions=questions,
        tips=tips,
    )


def list_cycle_texts(stages: Sequence[Stage]) -> tuple[str, ...]:
    """Every text of the guide that a portfolio can show, each once."""
    texts: list[str] = []
    for stage in stages:
        texts += (stage.name, stage.statement)
        for side in (stage.learners, stage.adults):
            texts += (*_words_of(side)[0], *_words_of(side)[1])
    return tuple(dict.fromkeys(texts))


def _words_of(side: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The questions of one side, or what it is advised where it has none."""
    return side.questions, () if side.questions else side.tips


def find_place(scope: Scope) -> Place | None:
    """Where the learner says that they are; else what the plan, as far as this audience sees it, comes to.

    The first line that holds:

    | the plan | stage |
    |---|---|
    | says nothing about the learner | create-a-student-profile |
    | has no goal | identify-goals |
    | has active goals, and no step for any of them | draft-action-steps |
    | has work (evidence, a step done) that is newer than the rest | assess-progress |
    | has a level on a scale that is newer than the rest | reflect-on-experiences |
    | has a reflection of the learner's that is newer than the rest | revise |
    | has no active goal (revised, or nothing dated) | identify-goals |
    | has active goals, and all of their steps are done or set aside | draft-action-steps |
    | has steps that are planned or under way | work-toward-goals |

    The rest is work, levels, the learner's reflections and revisions. Of one day, the later stage counts: a reflection
    on the day of the work looks back on it. Work without a day is older than everything with one. A baseline is no
    level here: progress is measured from it.
    """
    stated = scope.plp.plan.stage
    if stated is not None:
        return Place(stated, "stated")
    if not all(scope.sees.section(section) for section in READ):
        return None
    if not _says_anything(scope):
        return Place("create-a-student-profile", "profile")
    if not scope.goals:
        return Place("identify-goals", "no goals")
    active = [goal for goal in scope.goals if goal.status not in GOAL_CLOSED]
    steps = [step for goal in active for step in scope.steps(goal)]
    if active and not steps:
        return Place("draft-action-steps", "no steps")
    newest = max(_events(scope), key=lambda event: event[:2], default=None)
    if newest is not None and newest[2] is not None:
        return newest[2]
    if not active:
        return Place("identify-goals", "no open goal")
    if all(step.status in STEP_CLOSED for step in steps):
        return Place("draft-action-steps", "no open step")
    return Place("work-toward-goals", "steps")


def _says_anything(scope: Scope) -> bool:
    """Whether anything is written about the learner that this audience sees."""
    profile, sees = scope.plp.profile, scope.sees
    lists = (profile.strengths, profile.values, profile.influences, profile.interests)
    return bool(
        profile.about
        or profile.how_i_learn
        or _says_future(profile)
        or any(sees.only(items, "profile") for items in lists)
        or sees.only(profile.challenges, "challenges")
        or sees.only(profile.baselines, "baselines")
    )


def _says_future(profile: Profile) -> bool:
    future = profile.future
    return future is not None and bool(future.soon or future.later or future.after_school)


def _events(scope: Scope) -> Iterator[tuple[datetime.date, int, Place | None]]:
    """What has happened, with its day; how far it is in the cycle, for things of one day; and the stage after it."""
    first = datetime.date.min
    work = Place("assess-progress", "work")
    yield from ((piece.date or first, 0, work) for piece in scope.evidence)
    steps = (step for goal in scope.goals for step in scope.steps(goal))
    yield from ((step.done, 0, work) for step in steps if step.done)
    placed = scope.sees.only(scope.plp.achievement, "achievement")
    yield from ((one.date, 1, Place("reflect-on-experiences", "level")) for one in placed if one.type != "baseline")
    own = (one for one in scope.reflections if one.by == "student")
    yield from ((one.date, 2, Place("revise", "reflection")) for one in own)
    revisions = scope.sees.only(scope.plp.revisions, "revisions")
    yield from ((one.date, 3, None) for one in revisions)
