"""The self-assessment: five attributes on three levels, as a form that a school keeps on its own device."""

from __future__ import annotations

from waypost.model.self_assessment import SelfAssessment

from ..words import N_
from .frame import Frame
from .keeping import KEEPING_WORDS
from .rollout import LEVELS

PATH = "self-assessment.html"
ASSESSMENT_WORDS: dict[str, str] = {
    **KEEPING_WORDS,
    "title": N_("Self-assessment"),
    "file": N_("self-assessment"),
    "place-sheet": N_("round {sheet}"),
    "trouble-elsewhere": N_("It belongs to another page, such as the planner. Open it there."),
    "field-rater": N_("Who rates"),
    "field-role": N_("Role"),
    "field-finished": N_("Finished on"),
    "field-level": N_("Level"),
    "field-evidence": N_("Evidence"),
    "field-date": N_("Rated on"),
    "level-none": N_("Not rated yet"),
    "level-initiating": LEVELS["initiating"],
    "level-developing": LEVELS["developing"],
    "level-performing": LEVELS["performing"],
    "here": N_("Where we are"),
    "next": N_("What comes next"),
    "last-level": N_("No level comes after this one. Write down what keeps it so."),
    "evidence-help": N_("What makes you think so? Name what one could see, read or hear."),
    "last-time": N_("Last time, {day}: {level}"),
    "last-time-by": N_("Last time, {day}, {by}: {level}"),
    "rated": N_("{count} of {all} attributes are rated."),
    "rated-none": N_("None of the attributes is rated yet."),
    "finished": N_(
        "This round is kept below. The form is empty for the next one, with what you said last time beside it."
    ),
    "finish-nothing": N_("Rate one attribute or more first. Then this round can be kept."),
    "round-name": N_("Round {number}: {name}"),
    "round-open": N_("not finished yet"),
    "round-by": N_("{by}, {day}"),
    "round-without-name": N_("Somebody without a name"),
    "take-out": N_("Take this round out"),
    "taken-out": N_("The round is taken out."),
    "go-on": N_("Go on with this round"),
    "going-on": N_("The round is open in the form again."),
    "side-by-side": N_("See the rounds side by side"),
    "rounds-compared": N_("Rounds side by side"),
    "holds": N_("{file} holds {count} rounds: {names}."),
    "holds-one": N_("{file} holds one round: {names}."),
    "add": N_("Add it to my rounds"),
    "adopt": N_("Keep these rounds on this device"),
    "adopted": N_("They stand among your rounds now."),
}


def render_assessment(frame: Frame, assessment: SelfAssessment) -> dict[str, str]:
    """The self-assessment's page, by its path below toolbox/. Every text is in it, to be read without a script."""
    _ = frame.language.gettext
    page = frame.draw(
        "self-assessment.html",
        PATH,
        _("Self-assessment"),
        script="assessment",
        words=ASSESSMENT_WORDS,
        assessment=assessment,
        level_names={id_: _(name) for id_, name in LEVELS.items()},
    )
    return {PATH: page}
