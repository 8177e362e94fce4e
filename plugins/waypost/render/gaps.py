"""How many things lack the same, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .language import Language

if TYPE_CHECKING:
    from waypost.views.gaps import GapView


def say_gap_count(gap: GapView, language: Language) -> str:
    """Such as 3 goals."""
    count = len(gap.places)
    match gap.kind:
        case "late":
            said = language.ngettext("%(count)s step", "%(count)s steps", count)
        case "goal":
            said = language.ngettext("%(count)s goal", "%(count)s goals", count)
        case "proficiency":
            said = language.ngettext("%(count)s proficiency", "%(count)s proficiencies", count)
        case _:
            said = language.ngettext("%(count)s piece", "%(count)s pieces", count)
    return said % {"count": language.number(count)}
