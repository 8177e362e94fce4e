"""Who sees what. Source: design, section 4 (audience first) and section 5 (defaults of visibility)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from waypost.model import Audience, Item, School
from waypost.model.evidence import Evidence
from waypost.model.school import DEFAULT_VISIBILITY, Section

ItemT = TypeVar("ItemT", bound=Item)
CONSENT_NEEDED = (Audience.SELF, Audience.ADVISOR)


@dataclass(frozen=True)
class Visibility:
    """Answers for one school and one audience."""

    school: School
    audience: Audience

    @cached_property
    def sections(self) -> frozenset[Section]:
        """The sections that this audience sees where their items do not say otherwise."""
        return frozenset(each for each in DEFAULT_VISIBILITY if self.audience in self.school.audiences_of(each))

    def section(self, section: Section) -> bool:
        """Whether this audience sees `section` where its items do not say otherwise."""
        return section in self.sections

    def item(self, item: Item, section: Section) -> bool:
        """Whether this audience sees `item`. An item's own `for:` replaces its section's default."""
        if isinstance(item, Evidence) and not has_consent(item) and self.audience not in CONSENT_NEEDED:
            return False
        if item.audiences is None:
            return self.section(section)
        return self.audience is Audience.SELF or self.audience in item.audiences

    def only(self, items: Iterable[ItemT], section: Section) -> tuple[ItemT, ...]:
        """The items that this audience sees, in their order."""
        return tuple(item for item in items if self.item(item, section))


def has_consent(evidence: Evidence) -> bool:
    """Whether everybody else shown in a piece of evidence has agreed to be seen."""
    return all(person.consent for person in evidence.people)
