"""The shapes of what comes next: a plan for a big change, and what is to be done for it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .portfolio import OwnValue


@dataclass(frozen=True)
class TaskView:
    """Something to be done for a transition."""

    title: str
    due: datetime.date | None
    done: bool
    late: bool
    who: str | None


@dataclass(frozen=True)
class TransitionView:
    """A plan for a big change."""

    title: str
    date: datetime.date | None
    plan_md: str | None
    tasks: tuple[TaskView, ...]
    support: tuple[str, ...]
    own: tuple[OwnValue, ...]
