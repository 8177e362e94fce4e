"""What a view is built in: the portfolio, its audience, the day, and every pointer that holds for that audience."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from waypost.model import PLP, Audience, Part, Portfolio, School
from waypost.model.evidence import Evidence
from waypost.model.goals import ActionStep, Goal
from waypost.model.reflections import Reflection
from waypost.model.transition import Transition

from .portfolio import OwnValue, Reference, ReferenceKind
from .visibility import Visibility

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Scope:
    """One portfolio, seen by one audience on one day."""

    portfolio: Portfolio
    audience: Audience
    today: datetime.date

    @property
    def plp(self) -> PLP:
        """The plan."""
        return self.portfolio.plp

    @property
    def school(self) -> School:
        """The school."""
        return self.portfolio.school

    @cached_property
    def sees(self) -> Visibility:
        """Who sees what."""
        return Visibility(self.school, self.audience)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that this audience sees."""
        return self.sees.only(self.plp.goals, "goals")

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that this audience sees, newest first; undated pieces come last, in their order."""
        seen = self.sees.only(self.plp.evidence, "evidence")
        return tuple(sorted(seen, key=lambda piece: piece.date or datetime.date.min, reverse=True))

    @cached_property
    def reflections(self) -> tuple[Reflection, ...]:
        """The reflections that this audience sees, newest first."""
        seen = self.sees.only(self.plp.reflections, "reflections")
        return tuple(sorted(seen, key=lambda reflection: reflection.date, reverse=True))

    @cached_property
    def transition(self) -> tuple[Transition, ...]:
        """The big changes that this audience sees."""
        return self.sees.only(self.plp.transition, "transition")

    def steps(self, goal: Goal) -> tuple[ActionStep, ...]:
        """The action steps of a goal that this audience sees."""
        return self.sees.only(goal.steps, "goals")

    @cached_property
    def references(self) -> dict[str, Reference]:
        """Every id that this audience may be pointed to. What is not in here leaves no trace, not even a title."""
        entries: list[tuple[ReferenceKind, str, str]] = []
        for goal in self.goals:
            entries.append(("goal", goal.id, goal.title))
            entries += [("step", step.id, step.title) for step in self.steps(goal)]
        entries += [("evidence", piece.id, piece.title) for piece in self.evidence]
        entries += [("reflection", one.id, one.title or "") for one in self.reflections]
        for meeting in self.sees.only(self.plp.plan.meetings, "meetings"):
            if meeting.id:
                entries.append(("meeting", meeting.id, meeting.title or ""))
        return {id_: Reference(kind, id_, title) for kind, id_, title in entries}

    def pointers(self, ids: Iterable[str]) -> tuple[Reference, ...]:
        """The references among `ids` that this audience may follow, each once."""
        return tuple(self.references[id_] for id_ in dict.fromkeys(ids) if id_ in self.references)

    @cached_property
    def evidence_naming(self) -> dict[str, list[str]]:
        """Ids of evidence by the goal or step that they name themselves."""
        naming: dict[str, list[str]] = {}
        for piece in self.plp.evidence:
            for id_ in (*piece.goals, *piece.steps):
                naming.setdefault(id_, []).append(piece.id)
        return naming

    def evidence_for(self, id_: str, named: Iterable[str] = ()) -> tuple[Reference, ...]:
        """Evidence of a goal or step, whichever of the two names the other."""
        return self.pointers((*named, *self.evidence_naming.get(id_, ())))

    def proficiency_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The school's names for proficiencies."""
        names = {proficiency.id: proficiency.name for proficiency in self.school.proficiencies}
        return tuple(names[id_] for id_ in ids if id_ in names)

    def pathway_name(self, id_: str | None) -> str | None:
        """The school's name for a pathway."""
        return next((pathway.name for pathway in self.school.pathways if pathway.id == id_), None)

    def own(self, part: Part) -> tuple[OwnValue, ...]:
        """The school's own fields on a part, in the school's order, with its labels."""
        written = part.own
        fields = self.school.fields.get(type(part).kind, ())  # type: ignore[call-overload]
        return tuple(OwnValue(field.label, as_text(written[field.name])) for field in fields if written.get(field.name))

    def is_late(self, due: datetime.date | None, closed: bool) -> bool:
        """Whether a day has passed on something that is still open."""
        return due is not None and not closed and due < self.today


def as_text(value: Any) -> str:
    """A school's own value as Markdown: a list becomes a line with commas."""
    if isinstance(value, list | tuple):
        return ", ".join(as_text(one) for one in value)
    return str(value)
