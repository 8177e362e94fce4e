"""Moments of growth as a small picture: time along, the school's levels as lines, a mark for each moment."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from .label import Labels
from .language import Language

if TYPE_CHECKING:
    from waypost.views.moments import PlacementView, ProficiencyView

SHAPES: dict[str, str] = {
    "self": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "peer": "M0-7L7 5.5H-7z",
    "teacher": "M-5.5-5.5h11v11h-11z",
    "family": "M0-7.5L7.5 0L0 7.5L-7.5 0z",
    "employer": "M-2-7h4v5h5v4h-5v5h-4v-5h-5v-4h5z",
    "other": "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM-3 0a3 3 0 1 1 6 0a3 3 0 1 1-6 0z",
}
"""Who placed it, told by shape alone: each is drawn around its own middle, and none is another one turned."""
START, END = 3.0, 97.0
"""Where time begins and ends, in hundredths of the width: a mark at either end is whole on the narrowest phone."""
GAP = 6.0
"""The least distance of two marks on one line, so that neither covers the other on a phone."""
ROW, TOP, FOOT = 44, 36, 34
"""Pixels from level to level, above the highest for its name, and below the lowest for the days."""
NEAR = 27.0
"""The years of the axis stay so far from its ends, whose months are written there."""
MOST_YEARS = 6
"""More years than these are too near each other on a phone, or somebody mistyped one."""
LONGEST = 38
"""Letters of a level's name that fit over its line on a phone."""


@dataclass(frozen=True)
class Mark:
    """A moment's place: `x` in hundredths of the width from the start of time, `level` counted from 1."""

    x: float
    level: int


Span = tuple[datetime.date, datetime.date]


def find_growth_span(proficiencies: Sequence[ProficiencyView]) -> Span | None:
    """The first and last day of all moments, so that every picture of a page has the same time; None without any."""
    days = [placement.date for one in proficiencies for placement in one.placements]
    return (min(days), max(days)) if days else None


def place_marks(placements: Sequence[PlacementView], span: Span) -> tuple[Mark, ...]:
    """Where the marks stand, in the order of `placements`, which is that of their days.

    No mark stands before an earlier one, none outside, and two on the same level keep their distance, as far as there
    is room. So a mark may stand a little beside its day: the days themselves are told in words.
    """
    gap = min(GAP, (END - START) / max(1, len(placements)))
    xs: list[float] = []
    latest: dict[int, float] = {}
    for one in placements:
        x = max(_at(one.date, span), latest.get(one.position, START - gap) + gap, *xs[-1:])
        xs.append(x)
        latest[one.position] = x
    limit, limits = END, dict[int, float]()
    for place in range(len(xs) - 1, -1, -1):
        level = placements[place].position
        limit = xs[place] = min(xs[place], limit, limits.get(level, END + gap) - gap)
        limits[level] = limit
    return tuple(Mark(x, one.position) for x, one in zip(xs, placements, strict=True))


@lru_cache(maxsize=64)
def draw_sign(by: str) -> Markup:
    """The shape of whoever places, for a line of text."""
    return Markup(
        '<svg class="sign" data-by="{}" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">'
        '<path fill-rule="evenodd" d="{}"/></svg>'
    ).format(by, SHAPES[by])


def draw_growth(proficiency: ProficiencyView, span: Span | None, labels: Labels, language: Language) -> Markup:
    """Draws the moments of a proficiency, which has some, as an SVG that says in words all that it shows.

    Its width is that of the page: places along are in hundredths, so that words and marks keep their size. Time runs as
    the language does, over `span` or the picture's own moments. Lines join the marks of one voice, never those of two.
    """
    span = span or (proficiency.placements[0].date, proficiency.placements[-1].date)
    levels = proficiency.levels
    foot = TOP + ROW * (len(levels) - 1)
    marks = place_marks(proficiency.placements, span)
    parts = [
        *_axis(span, foot, language),
        *_levels(levels),
        *_threads(proficiency.placements, marks, levels, language),
        *_names(levels, labels.school_tongue, language),
        *(
            f'<svg class="mark" data-by="{one.by}" x="{_x(mark.x, language)}" y="{_y(mark.level, levels)}">'
            f'<path fill-rule="evenodd" d="{SHAPES[one.by]}"/></svg>'
            for mark, one in zip(marks, proficiency.placements, strict=True)
        ),
    ]
    name = f"{proficiency.id}_picture"
    return Markup(
        '<svg class="growth-picture" role="img" aria-labelledby="{0}" aria-describedby="{0}_words" width="100%"'
        ' height="{1}"><title id="{0}">{2}</title><desc id="{0}_words">{3}</desc>{4}</svg>'
    ).format(
        name,
        foot + FOOT,
        language.gettext("%(proficiency)s: moments in time") % {"proficiency": proficiency.name},
        _told(proficiency, labels, language),
        # Numbers, shapes and voices are ours; what a school calls its levels is escaped where it is written.
        Markup("".join(parts)),  # noqa: S704
    )


def _told(proficiency: ProficiencyView, labels: Labels, language: Language) -> str:
    """What the picture shows, in sentences."""
    said = [
        language.gettext("Levels from the first to the last: %(levels)s.")
        % {"levels": language.series(proficiency.levels)}
    ]
    for one in proficiency.placements:
        values = {
            "day": language.date(one.date),
            "level": one.level,
            "who": labels.voice("by", one.by, one.name),
        }
        said.append(language.gettext("%(day)s: %(level)s (%(who)s).") % values)
    return " ".join(said)


def _axis(span: Span, foot: int, language: Language) -> list[str]:
    """The years as upright lines, and the first and last month in words."""
    start, end = span
    parts = []
    years = range(start.year + 1, end.year + 1)
    for year in years if len(years) <= MOST_YEARS else ():
        at = _at(datetime.date(year, 1, 1), span)
        x = _x(at, language)
        parts.append(f'<line class="year" x1="{x}" x2="{x}" y1="12" y2="{foot + 10}"/>')
        if NEAR <= at <= 100 - NEAR:
            parts.append(_text("axis", x, foot + 28, language.year(year), "middle"))
    if start == end:
        parts.append(_text("axis", _x(_at(start, span), language), foot + 28, language.short_month(start), "middle"))
    else:
        parts.append(_text("axis", _x(0, language), foot + 28, language.short_month(start), "start"))
        if language.short_month(start) != language.short_month(end):
            parts.append(_text("axis", _x(100, language), foot + 28, language.short_month(end), "end"))
    return parts


def _levels(levels: Sequence[str]) -> list[str]:
    ys = [_y(place, levels) for place in range(1, len(levels) + 1)]
    return [f'<line class="level" x1="0" x2="100%" y1="{y}" y2="{y}"/>' for y in ys]


def _names(levels: Sequence[str], tongue: Markup, language: Language) -> list[str]:
    """What the levels are called, above the lines that cross them; `tongue` says in which language."""
    parts = []
    for place, name in enumerate(levels, start=1):
        y = _y(place, levels)
        short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
        # What stands in an SVG has no bdi around it.
        apart = f"\u2068{short}\u2069" if language.direction == "rtl" else short
        parts.append(_text("level-name", _x(0, language), y - 11, apart, "start", tongue))
    return parts


def _threads(
    placements: Sequence[PlacementView], marks: Sequence[Mark], levels: Sequence[str], language: Language
) -> list[str]:
    """A line from each mark to the next one of the same voice."""
    parts = []
    latest: dict[str, Mark] = {}
    for mark, one in zip(marks, placements, strict=True):
        before = latest.get(one.by)
        if before:
            x1, x2 = _x(before.x, language), _x(mark.x, language)
            y1, y2 = _y(before.level, levels), _y(mark.level, levels)
            parts.append(f'<line class="thread" data-by="{one.by}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>')
        latest[one.by] = mark
    return parts


def _text(kind: str, x: str, y: int, words: str, anchor: str, tongue: str = "") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}"{tongue}>{escape(words)}</text>'


def _at(day: datetime.date, span: Span) -> float:
    start, end = span
    if start == end:
        return (START + END) / 2
    return START + (END - START) * (day - start).days / (end - start).days


def _x(at: float, language: Language) -> str:
    """A place along, as the language runs."""
    return f"{round(at if language.direction == 'ltr' else 100 - at, 2):g}%"


def _y(level: int, levels: Sequence[str]) -> int:
    """The height of a level: the last one is on top."""
    return TOP + ROW * (len(levels) - level)
