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
    "facet-who": N_("Who acts"),
    "facet-model": N_("Model"),
    "facet-phase": N_("Phase"),
    "facet-group": N_("Group"),
    "facet-leap": N_("LEAP indicator"),
    "keep": N_("Keep"),
    "kept": N_("Kept"),
    "keep-rest": N_("in my moves"),
    "said-kept": N_("Kept in my moves: {move}"),
    "said-put-back": N_("No longer in my moves: {move}"),
    "its-page": N_("Its place in {home}"),
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
    "nothing-add": N_("You know a move that helps here? Add it to the toolbox."),
    "all-chips": N_("Search in all moves"),
    "why-keywords": N_("Also called:"),
    "why-next": N_("The move after it:"),
    "why-works_when": N_("Working when:"),
    "why-read-as": N_("“{typed}” read as “{as}”."),
    "see": N_("When you see"),
    "next": N_("Next move"),
    "works-when": N_("It works when"),
    "who": N_("Who acts"),
    "related": N_("Goes with"),
}


START_WORDS: dict[str, str] = {
    "starts": N_("Start without typing"),
    "start-home": N_("All ways to start"),
    "start-see": N_("I see…"),
    "start-see-help": N_("Choose what you saw in the room, and get the moves that answer it."),
    "see-all": N_("Everything one may see"),
    "start-now": N_("Where are you now?"),
    "start-now-help": N_(
        "Read an element’s three levels, choose the one that sounds like your room, and get the next."
    ),
    "now-all": N_("All elements"),
    "now-help": N_("Which of these sounds most like your room?"),
    "now-like-us": N_("This sounds like us"),
    "now-here": N_("You are here"),
    "now-none": N_("Not yet as far as the first"),
    "now-next": N_("Next: level {level}, {name}"),
    "now-last": N_("No level comes after this one. These are the moves of level {level}, {name}, to go on with."),
    "start-steps": N_("Step by step"),
    "start-steps-help": N_("Walk through a progression: the step you see, the move it suggests, and the step after."),
    "steps-all": N_("All steps"),
    "steps-place": N_("{place} of {count}"),
    "steps-see": N_("The step you see"),
    "steps-move": N_("The move it suggests"),
    "steps-after": N_("The step after"),
    "steps-end": N_("This is the last one."),
    "steps-turns": N_("From step to step"),
    "steps-prev": N_("Step before"),
    "steps-next": N_("Step after"),
    "steps-count": N_("{count} steps"),
    "phase-own": N_("a place for your school’s own steps"),
}


def render_finder(frame: Frame) -> dict[str, str]:
    """The finder's page, by its path below toolbox/."""
    title = frame.language.gettext("Find the next move")
    return {
        PATH: frame.draw("index.html", PATH, title, script="finder", words=FINDER_WORDS | START_WORDS, with_moves=True)
    }
