"""Growth, for one audience: dated placements in the school's own words, no scores or averages (design, section 8)."""

from __future__ import annotations

from waypost.model.achievement import Assessment
from waypost.model.school import Proficiency

from .moments import PlacementView, ProficiencyView
from .scope import Scope


def build_growth_views(scope: Scope) -> tuple[ProficiencyView, ...] | None:
    """Every proficiency of the school, those without a placement too, or None where this audience sees none."""
    seen = scope.sees.only(scope.plp.achievement, "achievement")
    whole = scope.sees.section("achievement")
    if not seen and not whole:
        return None
    views = [_proficiency(scope, one, seen) for one in scope.school.proficiencies]
    # Whoever sees single placements only must not learn what else there might be.
    return tuple(view for view in views if whole or view.placements)


def _proficiency(scope: Scope, proficiency: Proficiency, seen: tuple[Assessment, ...]) -> ProficiencyView:
    scale = scope.school.scale_of(proficiency)
    levels = {level.id: (place, level.name) for place, level in enumerate(scale.levels if scale else (), start=1)}
    placed = sorted((one for one in seen if one.expectation == proficiency.id), key=lambda one: one.date)
    return ProficiencyView(
        id=proficiency.id,
        name=proficiency.name,
        area=proficiency.area,
        description_md=proficiency.description,
        levels=tuple(name for _, name in levels.values()),
        placements=tuple(_placement(scope, one, *levels[one.level]) for one in placed if one.level in levels),
        shown_by=scope.pointers(piece.id for piece in scope.evidence if proficiency.id in piece.expectations),
    )


def _placement(scope: Scope, item: Assessment, position: int, level: str) -> PlacementView:
    return PlacementView(
        date=item.date,
        level=level,
        position=position,
        by=item.by,
        name=item.name,
        type=item.type,
        words_md=item.words,
        evidence=scope.pointers(item.evidence),
        goals=scope.pointers(item.goals),
        own=scope.own(item),
    )
