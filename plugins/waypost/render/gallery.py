"""The ways to look at evidence, as the viewer's script reads them out of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from waypost.model.media import MediaSet

from .label import Labels
from .language import Language, direction_of
from .templates import inline_json
from .words import N_

if TYPE_CHECKING:
    from waypost.views.gallery import GroupView, WayView
    from waypost.views.portfolio import EvidenceView, PortfolioView

WAYS: dict[str, tuple[str, str]] = {
    "time": (N_("By time"), N_("With no date")),
    "goal": (N_("By goal"), N_("With no goal yet")),
    "proficiency": (N_("By proficiency"), N_("With no proficiency yet")),
    "kind": (N_("By kind"), ""),
}
"""What each way is called, and the heading over what it has no other for."""
KINDS = ("image", "video", "audio", "document", "link", "words")


def gallery_data(view: PortfolioView, media: Mapping[str, MediaSet], labels: Labels, language: Language) -> str:
    """The ways of `view` and one by kind, as JSON; empty where there is only the one that the page shows by itself.

    Pieces stand in it by their ids alone: everything else about them is on the page.
    """
    pieces = view.evidence or ()
    if not view.gallery:
        return ""
    kinds = _kinds(pieces, media, labels)
    ways = [_way(view, way, language) for way in view.gallery]
    if len(kinds) > 1:
        held = language.ngettext("%(count)s kind", "%(count)s kinds", len(kinds))
        ways.append(_named("kind", [_group(kind, ids, language) for kind, ids in kinds.items()], held, language))
    for way in ways:
        way["said"] = language.series((_pieces(len(pieces), language), way["said"]))
    whole = language.gettext("%(pieces)s, newest first") % {"pieces": _pieces(len(pieces), language)}
    data = {
        "name": language.gettext("Ways to look"),
        "ways": [{"way": "", "label": language.gettext("One by one"), "said": whole, "groups": []}, *ways],
        "kinds": kinds,
    }
    return inline_json(data)


def _pieces(count: int, language: Language) -> str:
    said = language.ngettext("%(count)s piece of evidence", "%(count)s pieces of evidence", count)
    return said % {"count": language.number(count)}


def _way(view: PortfolioView, way: WayView, language: Language) -> dict[str, Any]:
    count = sum(1 for group in way.groups if group.title or group.month or group.year)
    match way.way:
        case "goal":
            held = language.ngettext("%(count)s goal", "%(count)s goals", count)
        case "proficiency":
            held = language.ngettext("%(count)s proficiency", "%(count)s proficiencies", count)
        case _ if any(group.month for group in way.groups):
            held = language.ngettext("%(count)s month", "%(count)s months", count)
        case _:
            held = language.ngettext("%(count)s year", "%(count)s years", count)
    rest = language.gettext(WAYS[way.way][1])
    groups = []
    for group in way.groups:
        drawn = _group(_title(group, language) or rest, group.pieces, language)
        if group.href:
            drawn["href"] = group.href
        if group.title and way.way in ("goal", "proficiency"):
            learner = view.learner
            drawn |= _spoken(learner.language if way.way == "goal" else learner.school_language, language)
        groups.append(drawn)
    return _named(way.way, groups, held, language, count)


def _spoken(tag: str, language: Language) -> dict[str, str]:
    """As `prose.spoken`, for a script."""
    if tag.split("-", 1)[0].lower() == language.tag.split("-", 1)[0].lower():
        return {}
    return {"lang": tag, "dir": direction_of(tag)}


def _title(group: GroupView, language: Language) -> str | None:
    if group.month:
        # As a heading, it begins as headings do, also where months are written small.
        month = language.month(group.month)
        return month[:1].upper() + month[1:]
    return language.year(group.year) if group.year else group.title


def _named(
    way: str, groups: list[dict[str, Any]], held: str, language: Language, count: int | None = None
) -> dict[str, Any]:
    number = language.number(len(groups) if count is None else count)
    return {
        "way": f"by_{way}",
        "label": language.gettext(WAYS[way][0]),
        "count": number,
        "said": held % {"count": number},
        "groups": groups,
    }


def _group(title: str, pieces: tuple[str, ...], language: Language) -> dict[str, Any]:
    said = language.ngettext("%(count)s piece", "%(count)s pieces", len(pieces))
    return {"title": title, "count": said % {"count": language.number(len(pieces))}, "pieces": pieces}


def _kinds(
    pieces: tuple[EvidenceView, ...], media: Mapping[str, MediaSet], labels: Labels
) -> dict[str, tuple[str, ...]]:
    """The ids of pieces by the word for their kind, pictures first."""
    found: dict[str, tuple[int, list[str]]] = {}
    for piece in pieces:
        files = media.get(piece.id)
        kind = files.kind if files else "link" if piece.link else "words"
        found.setdefault(labels.kind(files, piece.id), (KINDS.index(kind), []))[1].append(piece.id)
    return {word: tuple(ids) for word, (_, ids) in sorted(found.items(), key=lambda entry: entry[1][0])}
