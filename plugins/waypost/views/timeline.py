"""The plan as a map: each long goal as a line in time, with the steps, short goals and pathways that lead to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from .goals import GOAL_CLOSED, STEP_CLOSED, count_done
from .portfolio import Reference

if TYPE_CHECKING:
    from .portfolio import EvidenceView, GoalView, StepView

DayKind = Literal["done", "due", "from", "made"]


@dataclass(frozen=True)
class StopView:
    """A step, or a piece of evidence of the goal itself. `day_is` says what its day tells: done, due, from or made."""

    item: Reference
    day: datetime.date | None
    day_is: DayKind
    status: str | None
    late: bool
    pieces: tuple[Reference, ...]
    closed: bool
    is_branch: ClassVar[bool] = False


@dataclass(frozen=True)
class LineView:
    """The way to a goal, or along one pathway of it (`goal` is None then, and `pathway` its name).

    `past` and `ahead` are in order of their days, and today lies between them; `undated` are in the order of the plan.
    A line that is `closed` (the goal is met, changed or set aside) has no today, so all that has a day is in `past`.
    `by` is the goal's own day; `day` is where the line joins another one, which no page says.
    `again` marks a goal that stands on an earlier line with everything that leads to it, and is only named here.
    `done` of `total` steps are done, and `reached` of `leading` short goals that lead to it are met; what was set aside
    or changed is neither.
    """

    goal: Reference | None
    term: str | None
    status: str | None
    by: datetime.date | None
    day: datetime.date | None
    late: bool
    pathway: str | None
    closed: bool
    again: bool
    done: int
    total: int
    reached: int
    leading: int
    past: tuple[StopView | LineView, ...]
    ahead: tuple[StopView | LineView, ...]
    undated: tuple[StopView | LineView, ...]
    is_branch: ClassVar[bool] = True

    @property
    def stops(self) -> int:
        """How many stops there are on it and on its branches."""
        return sum(each.stops if isinstance(each, LineView) else 1 for each in (*self.past, *self.ahead, *self.undated))


def build_timeline_views(
    goals: Sequence[GoalView] | None, evidence: Iterable[EvidenceView] | None, today: datetime.date
) -> tuple[LineView, ...] | None:
    """A line for each goal at the top of the page, those still open first. None where the audience sees no goals.

    Pure: made of the goals and the evidence that an audience sees, so it can show nothing more. Today is told by
    order alone, since a view must stay the same until a day has passed on which something stands.
    """
    if goals is None:
        return None
    days = {piece.id: piece.date for piece in evidence or ()}
    drawn: set[str] = set()
    lines = [_line(goal, days, drawn, today) for goal in goals]
    return tuple(sorted(lines, key=lambda line: line.closed))


def _line(goal: GoalView, days: Mapping[str, datetime.date | None], drawn: set[str], today: datetime.date) -> LineView:
    again, closed = goal.id in drawn, goal.status in GOAL_CLOSED
    drawn.add(goal.id)
    stops = [] if again else list(_stops(goal, days, drawn, today))
    done, total = count_done(step.status for step in goal.steps)
    leading = [short.status for short in goal.short if short.status in ("active", "met")]
    past, ahead, undated = _sorted(stops, closed, today)
    return LineView(
        goal=Reference("goal", goal.id, goal.title),
        term=goal.term,
        status=goal.status,
        by=goal.by,
        day=_join_day(stops, closed, today) or goal.by if closed else goal.by or _join_day(stops, closed, today),
        late=goal.late,
        pathway=goal.pathway,
        closed=closed,
        again=again,
        done=done,
        total=total,
        reached=leading.count("met"),
        leading=len(leading),
        past=past,
        ahead=ahead,
        undated=undated,
    )


def _stops(
    goal: GoalView, days: Mapping[str, datetime.date | None], drawn: set[str], today: datetime.date
) -> Iterator[StopView | LineView]:
    below = {piece.id for one in (goal, *goal.short) for step in one.steps for piece in step.evidence}
    below.update(piece.id for short in goal.short for piece in short.evidence)
    for piece in goal.evidence:
        if piece.id not in below:
            yield StopView(piece, days.get(piece.id), "made", None, False, (), closed=True)
    branches: dict[str, list[StepView]] = {}
    for step in goal.steps:
        if step.pathway is None or step.pathway == goal.pathway:
            yield _stop(step)
        else:
            branches.setdefault(step.pathway, []).append(step)
    for pathway, steps in branches.items():
        yield _branch(pathway, steps, goal.status in GOAL_CLOSED, today)
    for short in goal.short:
        yield _line(short, days, drawn, today)


def _branch(pathway: str, steps: Sequence[StepView], closed: bool, today: datetime.date) -> LineView:
    stops = [_stop(step) for step in steps]
    done, total = count_done(step.status for step in steps)
    closed = closed or all(stop.closed for stop in stops)
    past, ahead, undated = _sorted(stops, closed, today)
    return LineView(
        goal=None,
        term=None,
        status=None,
        by=None,
        day=_join_day(stops, closed, today),
        late=False,
        pathway=pathway,
        closed=closed,
        again=False,
        done=done,
        total=total,
        reached=0,
        leading=0,
        past=past,
        ahead=ahead,
        undated=undated,
    )


def _stop(step: StepView) -> StopView:
    day_is: DayKind = "due" if step.due else "from"
    day = step.due or step.start
    if step.status == "done" and step.done:
        day, day_is = step.done, "done"
    return StopView(
        item=Reference("step", step.id, step.title),
        day=day,
        day_is=day_is,
        status=step.status,
        late=step.late,
        pieces=step.evidence,
        closed=step.status in STEP_CLOSED,
    )


def _join_day(stops: Iterable[StopView | LineView], closed: bool, today: datetime.date) -> datetime.date | None:
    """The day of the last stop, on which a branch joins its line. One that is still open joins it where its last open
    stop lies ahead, and has no day yet while none does.
    """
    last = max((stop.day for stop in stops if stop.day is not None and (closed or not stop.closed)), default=None)
    return None if last is not None and last < today and not closed else last


Stops = tuple[StopView | LineView, ...]


def _sorted(stops: Sequence[StopView | LineView], closed: bool, today: datetime.date) -> tuple[Stops, Stops, Stops]:
    """What lies behind today, what lies ahead, and what has no day. What is closed lies behind, whatever its day."""
    undated = tuple(stop for stop in stops if stop.day is None)
    dated = sorted((stop for stop in stops if stop.day is not None), key=lambda stop: stop.day or today)
    past = tuple(stop for stop in dated if closed or stop.closed or (stop.day or today) < today)
    return past, tuple(stop for stop in dated if stop not in past), undated
