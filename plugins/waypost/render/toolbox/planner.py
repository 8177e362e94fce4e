"""The planner: the framework's decisions, with owner, state, year and notes, kept on a school's own device."""

from __future__ import annotations

from waypost.model.framework import Framework

from ..words import N_
from .frame import Frame
from .keeping import KEEPING_WORDS

PATH = "planner.html"
PLANNER_WORDS: dict[str, str] = {
    **KEEPING_WORDS,
    "title": N_("Rollout plan"),
    "file": N_("rollout-plan"),
    "place-sheet": N_("plan {sheet}"),
    "trouble-elsewhere": N_("It belongs to another page, such as the self-assessment. Open it there."),
    "field-rater": N_("Who plans"),
    "field-owner": N_("Who answers for it"),
    "field-status": N_("State"),
    "field-year": N_("Year"),
    "field-notes": N_("Notes"),
    "field-watched": N_("We look at this"),
    "field-cadence": N_("How often"),
    "status-none": N_("Not begun"),
    "status-in-talks": N_("Being discussed"),
    "status-decided": N_("Decided"),
    "status-under-way": N_("Under way"),
    "status-in-place": N_("In place"),
    "year-none": N_("No year yet"),
    "year-0": N_("Year 0"),
    "year-1": N_("Year 1"),
    "year-2": N_("Year 2"),
    "year-3": N_("Year 3"),
    "watched-none": N_("Not yet"),
    "watched-yes": N_("Yes"),
    "owner-none": N_("nobody answers for it yet"),
    "cadence-help": N_("Such as: every month, after each unit, twice a year"),
    "area": N_("Area"),
    "any": N_("All ({count})"),
    "option": N_("{name} ({count})"),
    "shown": N_("{count} of {all} decisions are shown."),
    "shown-none": N_("No decision fits. Choose “All” in one of the lists above."),
    "standing": N_("{name}: {count}"),
    "empty-year": N_("Nothing is planned for this year yet."),
    "round-without-name": N_("A plan without a name"),
    "plan-name": N_("Plan: {name}"),
    "holds": N_("{file} holds {count} plans: {names}."),
    "holds-one": N_("{file} holds a plan: {names}."),
    "add": N_("Fill in only what is empty in mine"),
    "adopt": N_("Fill in mine where it is empty and they agree"),
    "adopted": N_("What was empty in yours, and alike in theirs, is filled in."),
}


def render_planner(frame: Frame, framework: Framework) -> dict[str, str]:
    """The planner's page, by its path below toolbox/. Every text is in it, to be read without a script."""
    page = frame.draw(
        "planner.html",
        PATH,
        frame.language.gettext("Planner"),
        script="planner",
        words=PLANNER_WORDS,
        framework=framework,
    )
    return {PATH: page}
