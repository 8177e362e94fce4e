"""The form in which a school writes down a move of its own, and gets the file that belongs into its toolbox/local/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from waypost.model.toolbox import OwnMove, Toolbox

from ..templates import inline_json
from ..words import N_
from .frame import Frame

PATH = "add.html"
LIMITS = frozenset({"type", "minLength", "maxLength", "pattern", "minItems", "maxItems", "items", "anyOf"})
FIELDS = ("id", "text", "see", "works_when", "keywords", "group")
FORM_WORDS: dict[str, str] = {
    "level": N_("Level {level}"),
    "level-called": N_("{level}: {name}"),
    "count": N_("{count} of {most} characters."),
    "empty": N_("This is empty. Write something."),
    "short": N_("This has {length} characters, and {least} is the least. Say a little more."),
    "long": N_("This has {length} characters, and {most} is the most. Shorten it."),
    "none": N_("This is empty. Write at least {least}."),
    "few": N_("{count} so far. Write at least {least}."),
    "many": N_("{count} so far. Keep the best {most}."),
    "item-short": N_("“{item}” is too short: at least {least} characters."),
    "item-long": N_("“{item}” is too long: at most {most} characters."),
    "choose": N_("Choose one."),
    "id-form": N_("An id has small letters, digits and hyphens only, such as own-greet-at-the-door."),
    "id-taken": N_("This id is taken. Choose another."),
    "id-reserved": N_("Ids that begin like this belong to the moves that come with the toolbox. Begin it with own-."),
    "id-plain": N_("Begin it with a word that says whose it is and a hyphen, such as own-."),
    "field-text": N_("The move"),
    "field-home": N_("Where it belongs"),
    "field-element": N_("Element"),
    "field-level": N_("Level"),
    "field-progression": N_("Progression"),
    "field-group": N_("Group"),
    "field-see": N_("When you see"),
    "field-works_when": N_("It works when"),
    "field-keywords": N_("Words that teachers use for it"),
    "field-who": N_("Who acts"),
    "field-id": N_("Id"),
    "like": N_("Near to it in the toolbox"),
    "like-same": N_("Perhaps it is there already"),
    "goes-with": N_("Goes with it"),
    "take-out": N_("Take out"),
    "related-none": N_("No move found for that."),
    "by": N_("Suggested by"),
    "why": N_("Why:"),
    "saved": N_("{file} is ready. Look for it among your downloads."),
    "copied": N_("Copied."),
    "selected": N_("Your browser does not let the page copy. All of it is marked: copy it with your keyboard or menu."),
    "cleared": N_("The form is empty again."),
    "undo": N_("Undo"),
    "mail-subject": N_("A move for our toolbox: {move}"),
    "mail-greeting": N_("Hello,\n\nhere is a move for our toolbox. Please save what stands below as {file}."),
    "mail-attach": N_("Hello,\n\nhere is a move for our toolbox. The file {file} is attached."),
}


@dataclass(frozen=True)
class Suggestions:
    """Where suggestions go: a mail address, and the address of a page with {name} and {content} where these belong.

    Either may be empty.
    """

    mail: str = ""
    url: str = ""


def render_form(frame: Frame, toolbox: Toolbox, suggestions: Suggestions) -> dict[str, str]:
    """The form's page, by its path below toolbox/."""
    title = frame.language.gettext("Add a move")
    drawn = frame.draw(
        "add.html",
        PATH,
        title,
        script="form",
        words=FORM_WORDS,
        with_moves=True,
        drivers=toolbox.drivers,
        progressions=toolbox.progressions,
        facts_json=inline_json(_facts(toolbox, suggestions)),
        limits=move_rules(),
        url=suggestions.url,
    )
    return {PATH: drawn}


def _facts(toolbox: Toolbox, suggestions: Suggestions) -> dict[str, Any]:
    elements = {element.id: driver for driver in toolbox.drivers for element in driver.elements}
    groups = {one.id: list(dict.fromkeys(step.group for step in one.steps)) for one in toolbox.progressions}
    for move in toolbox.own:
        if move.progression and move.group and move.group not in groups[move.progression]:
            groups[move.progression].append(move.group)
    taken = (*(driver.id for driver in toolbox.drivers), *elements, *groups)
    return {
        "rules": move_rules(),
        "homes": {"levels": {id_: list(driver.levels) for id_, driver in elements.items()}, "groups": groups},
        "taken": list(taken),
        "reserved": toolbox.reserved,
        "mail": suggestions.mail,
        "url": suggestions.url,
    }


def move_rules() -> dict[str, Any]:
    """What the fields may hold, from the model itself: the limits are written nowhere else."""
    properties = OwnMove.model_json_schema()["properties"]
    return {name: _limits(properties[name]) for name in FIELDS}


def _limits(rule: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in rule.items() if key in LIMITS}
    if "items" in kept:
        kept["items"] = _limits(kept["items"])
    if "anyOf" in kept:
        kept["anyOf"] = [_limits(way) for way in kept["anyOf"]]
    return kept
