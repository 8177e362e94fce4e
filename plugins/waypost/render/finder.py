"""The coaching finder: one page that holds every move and finds them without asking anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .language import Language
from .templates import inline_json, template
from .words import N_

FINDER_WORDS: dict[str, str] = {
    "when-you-see": N_("When you see:"),
    "level": N_("Level {level}"),
    "who-teacher": N_("Teacher acts"),
    "who-learners": N_("Learners act"),
    "who-both": N_("Both act"),
    "facet-driver": N_("Driver"),
    "facet-element": N_("Element"),
    "facet-level": N_("Level"),
    "facet-model": N_("Model and phase"),
    "facet-who": N_("Who acts"),
    "progressions": N_("Model progressions"),
    "count": N_("{count} moves"),
    "found": N_("{count} moves"),
    "found-one": N_("1 move"),
    "more": N_("Show more of the other {count}"),
    "did-you-mean": N_("Did you mean"),
    "nothing": N_("No move found for that."),
    "nothing-help": N_(
        "Try fewer words, or say what you saw in the room: “same three hands go up”, “done early”, “they wait for me”."
    ),
    "all-chips": N_("Search in all moves"),
    "why-keywords": N_("Also called:"),
    "why-next": N_("The move after it:"),
    "why-works_when": N_("Working when:"),
    "why-read-as": N_("“{typed}” read as “{as}”."),
    "stage": N_("This level is called"),
    "see": N_("When you see"),
    "next": N_("Next move"),
    "works-when": N_("It works when"),
    "who": N_("Who acts"),
    "related": N_("Goes with"),
}


def render_finder(
    moves: Sequence[Mapping[str, Any]], finder_js: str, finder_css: str, assets: str, language: Language
) -> str:
    """Draws the finder with its data inside, so that it also works from a folder on a disk.

    `moves` are rows as toolbox/moves.json has them (Source: design, section 7, open data). `finder_js` and
    `finder_css` are file names below `assets`, the way from the page to the bundles, ending in a slash.
    """
    _ = language.gettext
    return template("index.html", "toolbox").render(
        language=language.tag,
        direction=language.direction,
        assets=assets,
        finder_js=finder_js,
        finder_css=finder_css,
        back="../index.html",
        moves_json=inline_json(list(moves)),
        words_json=inline_json({name: _(text) for name, text in FINDER_WORDS.items()}),
        words={
            "title": _("Find the next move"),
            "back": _("Home"),
            "label": _("What do you see in the room?"),
            "help": _("Press / to type, arrow keys to move through the list, Enter to open."),
            "chips": _("Narrow the list"),
            "results": _("Moves"),
            "noscript": _("The finder needs JavaScript, which is switched off in this browser."),
        },
    )
