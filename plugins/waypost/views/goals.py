"""Goals with their action steps, for one audience: short goals stand under the long ones that they serve."""

from __future__ import annotations

from collections.abc import Iterable

from waypost.model.goals import ActionStep, Goal

from .portfolio import GoalView, StepView
from .scope import Scope
from .voices import build_voice_views

STEP_CLOSED = ("done", "set aside")
GOAL_CLOSED = ("met", "changed", "set aside")


def build_goal_views(scope: Scope) -> tuple[GoalView, ...] | None:
    """The goals at the top of the page, or None where this audience sees none.

    A short goal that serves two long ones stands under both; one that serves none that this audience sees stands
    by itself, after the long ones.
    """
    goals = scope.goals
    if not goals and not scope.sees.section("goals"):
        return None
    seen = {goal.id for goal in goals if goal.term == "long"}
    long = [goal for goal in goals if goal.term == "long"]
    alone = [goal for goal in goals if goal.term == "short" and not seen.intersection(goal.serves)]
    return tuple(_goal(scope, goal) for goal in (*long, *alone))


def count_done(statuses: Iterable[str]) -> tuple[int, int]:
    """Of steps with these statuses: how many are done, of how many that were not set aside."""
    counted = [status for status in statuses if status != "set aside"]
    return counted.count("done"), len(counted)


def _goal(scope: Scope, goal: Goal) -> GoalView:
    under = [one for one in scope.goals if goal.term == "long" and one.term == "short" and goal.id in one.serves]
    values = {value.id: value.text for value in scope.sees.only(scope.plp.profile.values, "profile") if value.id}
    return GoalView(
        id=goal.id,
        title=goal.title,
        term=goal.term,
        stage=goal.stage,
        why_md=goal.why,
        values=tuple(values[id_] for id_ in goal.values if id_ in values),
        expectations=scope.proficiency_names(goal.expectations),
        pathway=scope.pathway_name(goal.pathway),
        preparation_md=goal.preparation,
        measure_md=goal.measure,
        start=goal.start,
        by=goal.by,
        status=goal.status,
        late=scope.is_late(goal.by, goal.status in GOAL_CLOSED),
        progress_md=goal.progress,
        support=goal.support,
        steps=tuple(_step(scope, step) for step in scope.steps(goal)),
        evidence=scope.evidence_for(goal.id),
        serves=scope.pointers(goal.serves),
        short=tuple(_goal(scope, one) for one in under),
        voices=build_voice_views(scope, goal.id),
        own=scope.own(goal),
    )


def _step(scope: Scope, step: ActionStep) -> StepView:
    return StepView(
        id=step.id,
        title=step.title,
        when=step.when,
        start=step.start,
        due=step.due,
        done=step.done,
        status=step.status,
        late=scope.is_late(step.due, step.status in STEP_CLOSED),
        pathway=scope.pathway_name(step.pathway),
        expectations=scope.proficiency_names(step.expectations),
        evidence=scope.evidence_for(step.id, step.evidence),
        planned_evidence_md=step.planned_evidence,
        support=step.support,
        notes_md=step.notes,
        voices=build_voice_views(scope, step.id),
        own=scope.own(step),
    )
