"""The fixed words of a plan (statuses, roles, kinds), as a page says them."""

from __future__ import annotations

from .language import Language


def term(context: str, text: str) -> tuple[str, str]:
    """Marks `text` for the catalogues as it is said in `context`."""
    return context, text


TERMS: dict[str, dict[str, tuple[str, str]]] = {
    "step": {
        "planned": term("action step", "Planned"),
        "under way": term("action step", "Under way"),
        "done": term("action step", "Done"),
        "set aside": term("action step", "Set aside"),
    },
    "when": {
        "now": term("action step", "starts at once"),
        "over time": term("action step", "runs over time"),
    },
    "goal": {
        "active": term("goal", "Working on it"),
        "met": term("goal", "Reached"),
        "changed": term("goal", "Changed"),
        "set aside": term("goal", "Set aside"),
    },
    "term": {
        "long": term("goal", "Long goal"),
        "short": term("goal", "Short goal"),
    },
    "stage": {
        "primary": term("goal", "for primary school"),
        "secondary": term("goal", "for school"),
        "post-secondary": term("goal", "for after school"),
    },
    "task": {
        "done": term("task", "Done"),
        "open": term("task", "To do"),
    },
    "voice": {
        "student": term("voice", "Learner"),
        "family": term("voice", "From home"),
        "teacher": term("voice", "Teacher"),
        "advisor": term("voice", "Advisor"),
        "peer": term("voice", "Classmate"),
        "mentor": term("voice", "Mentor"),
        "employer": term("voice", "From work"),
        "other": term("voice", "Somebody else"),
    },
    "role": {
        "student": term("role", "learner"),
        "family": term("role", "family"),
        "advocate": term("role", "advocate"),
        "advisor": term("role", "advisor"),
        "mentor": term("role", "mentor"),
        "teacher": term("role", "teacher"),
        "counselor": term("role", "counselor"),
        "peer": term("role", "classmate"),
        "employer": term("role", "employer"),
    },
    "by": {
        "self": term("placed by", "Me"),
        "peer": term("placed by", "Classmate"),
        "teacher": term("placed by", "Teacher"),
        "family": term("placed by", "Family"),
        "employer": term("placed by", "Employer"),
        "other": term("placed by", "Somebody else"),
    },
    "assessment": {
        "baseline": term("assessment", "starting point"),
        "benchmark": term("assessment", "benchmark"),
        "performance": term("assessment", "performance"),
        "formative": term("assessment", "along the way"),
        "self-assessment": term("assessment", "self-assessment"),
        "peer assessment": term("assessment", "peer assessment"),
    },
    "area": {
        "academic": term("baseline", "Academic"),
        "career": term("baseline", "Career"),
        "interest": term("baseline", "Interests"),
    },
}


def say_term(language: Language, kind: str, value: str) -> str:
    """The word for `value` of `kind` in `language`. Raises `KeyError` for a value that the model does not know."""
    return language.pgettext(*TERMS[kind][value])
