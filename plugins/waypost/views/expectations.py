"""What a plan does toward each of the school's expectations, for one audience: in counts of steps, never in scores."""

from __future__ import annotations

from dataclasses import dataclass

from waypost.model.goals import ActionStep, Goal
from waypost.model.school import Proficiency

from .goals import count_done
from .portfolio import Reference
from .scope import Scope


@dataclass(frozen=True)
class ExpectationView:
    """One of the school's proficiencies, and what counts toward it: goals and steps by their own word, or steps of such
    a goal. `done` of `total` steps are done; a step that was set aside is neither.
    """

    id: str
    name: str
    goals: tuple[Reference, ...]
    done: int
    total: int


def build_expectation_views(scope: Scope) -> tuple[ExpectationView, ...] | None:
    """Every expectation of the school, those that nothing counts toward too; None where this audience sees no goals."""
    whole = scope.sees.section("goals")
    if not scope.goals and not whole:
        return None
    views = [_expectation(scope, one) for one in scope.school.proficiencies]
    # Whoever sees single goals only must not learn what else there might be.
    return tuple(view for view in views if whole or view.goals or view.total)


def _expectation(scope: Scope, proficiency: Proficiency) -> ExpectationView:
    steps = [step for goal in scope.goals for step in scope.steps(goal) if _counts(goal, step, proficiency.id)]
    done, total = count_done(step.status for step in steps)
    return ExpectationView(
        id=proficiency.id,
        name=proficiency.name,
        goals=scope.pointers(goal.id for goal in scope.goals if proficiency.id in goal.expectations),
        done=done,
        total=total,
    )


def _counts(goal: Goal, step: ActionStep, id_: str) -> bool:
    return id_ in step.expectations or id_ in goal.expectations
