"""The toolbox's table of contents, and the names of its chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import N_
from .frame import Frame
from .sheet import SHEET_WORDS, Way

if TYPE_CHECKING:
    from waypost.views.chapters import Chapter

PATH = "contents.html"
CHAPTERS: dict[str, str] = {
    "drivers": N_("The driver model"),
    "progressions": N_("Progressions"),
    "framework": N_("Planning a rollout"),
    "attributes": N_("Five attributes"),
    "stages": N_("The planning cycle"),
    "roles": N_("Who does what"),
    "reference": N_("To look things up"),
    "tools": N_("To keep and to plan"),
}
REFERENCE: dict[str, str] = {
    "considerations.html": N_("Plans on a screen"),
    "resources.html": N_("Resources"),
    "glossary.html": N_("Glossary"),
}
TOOLS: dict[str, str] = {
    "my-moves.html": N_("My moves"),
    "cards.html": N_("Cards to print"),
    "self-assessment.html": N_("Self-assessment"),
    "planner.html": N_("Planner"),
    "add.html": N_("Add a move of your own"),
}


def way_up(frame: Frame, chapter: str) -> tuple[Way, ...]:
    """From a page of `chapter` up to the table of contents, which comes first."""
    _ = frame.language.gettext
    return (_("Browse"), PATH), (_(CHAPTERS[chapter]), f"{PATH}#{chapter}")


def render_contents(frame: Frame, chapters: tuple[Chapter, ...]) -> dict[str, str]:
    """The table of contents, by its path below toolbox/."""
    _ = frame.language.gettext
    drawn = frame.draw(
        "contents.html",
        PATH,
        _("Everything in the toolbox"),
        script="sheet",
        words=SHEET_WORDS,
        drivers=[chapter for chapter in chapters if chapter.id == "driver"],
        chapters=[chapter for chapter in chapters if chapter.id != "driver"],
        names={id_: _(name) for id_, name in CHAPTERS.items()},
        lists={
            "reference": {path: _(name) for path, name in REFERENCE.items()},
            "tools": {path: _(name) for path, name in TOOLS.items()},
        },
        number=frame.language.number,
    )
    return {PATH: drawn}
