"""Whether what a plan points to is there, and is what it should be."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.errors import Problem
from waypost.model import School

from .documents import Document
from .identifiers import Ids, gather_ids, is_identifier
from .names import is_image
from .paths import find_values, value_at
from .places import quote
from .reading import Loc
from .suggestions import did_you_mean, one_of

POINTERS: dict[str, frozenset[str]] = {
    "plan.picture": frozenset({"evidence"}),
    "profile.strengths.*.evidence.*": frozenset({"evidence"}),
    "profile.baselines.*.evidence.*": frozenset({"evidence"}),
    "goals.*.serves.*": frozenset({"goal"}),
    "goals.*.values.*": frozenset({"value"}),
    "goals.*.steps.*.evidence.*": frozenset({"evidence"}),
    "evidence.*.goals.*": frozenset({"goal"}),
    "evidence.*.steps.*": frozenset({"step"}),
    "evidence.*.before": frozenset({"evidence"}),
    "achievement.*.evidence.*": frozenset({"evidence"}),
    "achievement.*.goals.*": frozenset({"goal"}),
    "reflections.*.about.*": frozenset({"goal", "step", "evidence"}),
    "revisions.*.reflections.*": frozenset({"reflection"}),
    "revisions.*.meeting": frozenset({"meeting"}),
    "revisions.*.changes.*.item": frozenset({"goal", "step"}),
}
"""What may be pointed to, by the place that points."""

PROFICIENCY_POINTERS = (
    "goals.*.expectations.*",
    "goals.*.steps.*.expectations.*",
    "evidence.*.expectations.*",
    "achievement.*.expectation",
)
PATHWAY_POINTERS = ("goals.*.pathway", "goals.*.steps.*.pathway")
_NOUNS = {"evidence": "piece of evidence"}


def check_references(document: Document, school: School) -> Iterator[Problem]:
    """A problem for every id given twice and every reference to something else than it should point to."""
    ids, problems = gather_ids(document)
    yield from problems
    for pattern, kinds in POINTERS.items():
        for loc, name in _pointers(document, pattern):
            yield from _check_pointer(document, ids, loc, name, kinds)
    yield from _check_serving(document, ids)
    yield from _check_pairs(document, ids)
    yield from _check_picture(document, ids)
    yield from _check_against_school(document, school)


def _pointers(document: Document, pattern: str) -> Iterator[tuple[Loc, str]]:
    for loc, value in find_values(document.data, pattern):
        if is_identifier(value):
            yield loc, value.strip()


def _check_pointer(document: Document, ids: Ids, loc: Loc, name: str, kinds: frozenset[str]) -> Iterator[Problem]:
    wanted = _noun(kinds)
    found = ids.kinds.get(name)
    if found is None:
        if not kinds & ids.unsure:
            known = ids.of(kinds)
            # A value written as a text alone is there, but has no id to be found by.
            add = "give the value in your profile this id" if kinds == {"value"} else "add it"
            mend = did_you_mean(name, known) or f": correct it, or {add}"
            yield document.problem(loc, f"no {wanted} here has the id {quote(name)}{mend}")
    elif found not in kinds:
        yield document.problem(
            loc, f"{quote(name)} is the id of a {_NOUNS.get(found, found)}, and a {wanted} belongs here: choose another"
        )


def _check_serving(document: Document, ids: Ids) -> Iterator[Problem]:
    serves: dict[str, list[tuple[Loc, str]]] = {}
    for loc, name in _pointers(document, "goals.*.serves.*"):
        own = str(value_at(document.data, (*loc[:2], "id"))).strip()
        if name == own:
            message = f"the goal {quote(name)} cannot serve itself: name the long goal that it leads to"
            yield document.problem(loc, message)
        elif ids.kinds.get(name) == "goal":
            if value_at(document.data, (*ids.places[name][:-1], "term")) == "short":
                yield document.problem(loc, f"{quote(name)} is a short goal, and goals serve long ones: name one")
            else:
                serves.setdefault(own, []).append((loc, name))
    for loc, name in _closing(serves):
        yield document.problem(loc, f"{quote(name)} already leads to this goal, so they go in a circle: take one out")


def _check_pairs(document: Document, ids: Ids) -> Iterator[Problem]:
    earlier: dict[str, list[tuple[Loc, str]]] = {}
    for loc, name in _pointers(document, "evidence.*.before"):
        own = str(value_at(document.data, (*loc[:2], "id"))).strip()
        if name == own:
            yield document.problem(loc, f"{quote(name)} cannot come before itself: name the earlier piece")
        elif ids.kinds.get(name) == "evidence":
            earlier.setdefault(own, []).append((loc, name))
    for loc, name in _closing(earlier):
        message = f"{quote(name)} already comes after this piece, so one of the two is turned round: take one out"
        yield document.problem(loc, message)


def _closing(serves: dict[str, list[tuple[Loc, str]]]) -> Iterator[tuple[Loc, str]]:
    """The pointers that close a circle, found in one walk over all goals."""
    open_goals: set[str] = set()
    left: set[str] = set()
    for start in serves:
        ahead = [(start, iter(serves[start]))] if start not in left else []
        open_goals.update(goal for goal, _ in ahead)
        while ahead:
            goal, pointers = ahead[-1]
            for loc, name in pointers:
                if name in open_goals:
                    yield loc, name
                elif name not in left:
                    open_goals.add(name)
                    ahead.append((name, iter(serves.get(name, ()))))
                    break
            else:
                ahead.pop()
                open_goals.discard(goal)
                left.add(goal)


def _check_picture(document: Document, ids: Ids) -> Iterator[Problem]:
    for loc, name in _pointers(document, "plan.picture"):
        if ids.kinds.get(name) == "evidence":
            file = value_at(document.data, (*ids.places[name][:-1], "file"))
            if not (isinstance(file, str) and is_image(file)):
                yield document.problem(loc, f"{quote(name)} is not a picture: name evidence whose file is one")


def _check_against_school(document: Document, school: School) -> Iterator[Problem]:
    proficiencies = {proficiency.id: proficiency for proficiency in school.proficiencies}
    pathways = [pathway.id for pathway in school.pathways]
    for patterns, known, noun in (
        (PROFICIENCY_POINTERS, list(proficiencies), "proficiency"),
        (PATHWAY_POINTERS, pathways, "pathway"),
    ):
        for pattern in patterns:
            for loc, name in _pointers(document, pattern):
                if name not in known:
                    mend = did_you_mean(name, known) or (
                        f": choose one of {one_of(known)}" if known else ": add it there, or remove this"
                    )
                    yield document.problem(loc, f"school.yml has no {noun} {quote(name)}{mend}")
    for loc, level in _pointers(document, "achievement.*.level"):
        proficiency = proficiencies.get(str(value_at(document.data, (*loc[:-1], "expectation"))).strip())
        if proficiency is None:
            continue
        scale = school.scale_of(proficiency)
        levels = [step.id for step in scale.levels] if scale else []
        if not levels:
            yield document.problem(loc, f"school.yml has no scale for {quote(proficiency.id)}: add one there")
        elif level not in levels:
            mend = did_you_mean(level, levels) or f": choose one of {one_of(levels)}"
            yield document.problem(loc, f"the scale of {quote(proficiency.id)} has no level {quote(level)}{mend}")


def _noun(kinds: frozenset[str]) -> str:
    order = ("goal", "step", "evidence", "value", "reflection", "meeting")
    nouns = [_NOUNS.get(kind, kind) for kind in order if kind in kinds]
    return " or ".join(filter(None, [", ".join(nouns[:-1]), nouns[-1]]))
