"""The coaching finder: one page that holds every move and finds them without asking anybody."""

from __future__ import annotations

from ..words import N_
from .frame import Frame

PATH = "index.html"
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


def render_finder(frame: Frame) -> dict[str, str]:
    """The finder's page, by its path below toolbox/."""
    title = frame.language.gettext("Find the next move")
    return {PATH: frame.draw("index.html", PATH, title, script="finder", words=FINDER_WORDS, with_moves=True)}
