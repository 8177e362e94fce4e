"""What a site's search finds in the toolbox: every page, and on it every move, decision and term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from waypost.model.toolbox import Toolbox

from .neighbours import Row


class SearchEntry(NamedTuple):
    """Something to find: where it stands below toolbox/ (a part of a page with its anchor), and what it says."""

    location: str
    title: str
    text: str


def build_search_entries(toolbox: Toolbox, rows: Sequence[Row]) -> tuple[SearchEntry, ...]:
    """Every entry, a page always before its parts. `rows` are all moves, from `build_move_rows`."""
    return (*_pages_of_moves(toolbox, rows), *_pages_of_plans(toolbox))


def _pages_of_moves(toolbox: Toolbox, rows: Sequence[Row]) -> Iterator[SearchEntry]:
    for driver in toolbox.drivers:
        yield SearchEntry(f"drivers/{driver.id}.html", driver.name, driver.statement)
        for element in driver.elements:
            yield SearchEntry(f"elements/{element.id}.html", element.name, _joined(element.statement, *element.signs))
            yield from (_move(row, element.name) for row in rows if row.get("element") == element.id)
    for one in toolbox.progressions:
        name = f"{one.model}, {one.phase}"
        yield SearchEntry(f"progressions/{one.id}.html", name, "")
        yield from (_move(row, name) for row in rows if row.get("progression") == one.id)


def _move(row: Row, home: str) -> SearchEntry:
    noticed, called = "; ".join(row["see"]), ", ".join(row["keywords"])
    said = _joined(row.get("next") or "", row["works_when"], f"{noticed}.", f"{called}.", home)
    return SearchEntry(row["page"], row["text"], said)


def _pages_of_plans(toolbox: Toolbox) -> Iterator[SearchEntry]:
    for area in toolbox.framework.areas:
        page = f"framework/{area.id}.html"
        yield SearchEntry(page, area.name, _joined(area.statement, *area.look_at, *area.what_for))
        for decision in area.decisions:
            text = _joined(*decision.questions, decision.why, decision.ready_when)
            yield SearchEntry(f"{page}#{decision.id}", decision.name, text)
    for attribute in toolbox.self_assessment.attributes:
        texts = (attribute.statement, *(text for _, text in attribute.levels.in_order), *attribute.look_for)
        yield SearchEntry(f"attributes/{attribute.id}.html", attribute.name, _joined(*texts))
    guide = toolbox.guide
    for stage in guide.stages:
        questions = (*stage.learners.questions, *stage.adults.questions)
        yield SearchEntry(f"stages/{stage.id}.html", stage.name, _joined(stage.statement, *questions))
    for role in guide.roles:
        yield SearchEntry(f"roles/{role.id}.html", role.name, _joined(role.statement, *role.does))
    for each in guide.considerations:
        text = _joined(each.statement, each.met_by or "", each.school_must or "")
        yield SearchEntry(f"considerations.html#{each.id}", each.name, text)
    for resource in guide.resources:
        text = _joined(resource.organization or "", resource.about)
        yield SearchEntry(f"resources.html#{resource.id}", resource.title, text)
    for term in toolbox.glossary.terms:
        yield SearchEntry(f"glossary.html#{term.id}", term.term, _joined(term.meaning, ", ".join(term.also)))


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)
