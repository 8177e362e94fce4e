"""A plan with one of every kind, in which every text is a mark of its own, so that it can be looked for in a view."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.views import PortfolioView, build_portfolio_view

TODAY = date(2026, 10, 1)
KINDS = (
    *("plp", "plan", "meeting", "profile", "strength", "value", "influence", "interest", "challenge", "baseline"),
    *("future", "goal", "step", "evidence", "assessment", "reflection", "revision", "transition"),
)

SCHOOL: dict[str, Any] = {
    "name": "school-name",
    "scales": [
        {"id": "growth", "levels": [{"id": "first", "name": "First level"}, {"id": "second", "name": "Second level"}]}
    ],
    "proficiencies": [
        {"id": "talk", "name": "Talking", "area": "Skills", "description": "Says it."},
        {"id": "think", "name": "Thinking"},
    ],
    "pathways": [{"id": "work", "name": "Work-based learning"}],
    "fields": {kind: [{"name": "extra", "label": f"Extra of the {kind}"}] for kind in KINDS},
}

PLAN: dict[str, Any] = {
    "plan": {
        "name": "learner-name",
        "student_id": "learner-number",
        "grade": 9,
        "advisory": "advisory-room",
        "language": "en",
        "sentence": "first-sentence",
        "picture": "evidence-id",
        "ask_me": ["ask-me-about"],
        "started": "2024-09-03",
        "meetings": [
            {
                "id": "meeting-id",
                "date": "2025-01-10",
                "title": "meeting-title",
                "participants": [{"name": "meeting-guest", "role": "family"}],
                "notes": "meeting-notes",
                "extra": "meeting-own",
            }
        ],
        "extra": "plan-own",
    },
    "profile": {
        "about": "profile-about",
        "strengths": [
            {
                "text": "strength-text",
                "example": "strength-example",
                "evidence": ["evidence-id"],
                "extra": "strength-own",
            }
        ],
        "values": [{"id": "value-id", "text": "value-text", "why": "value-why", "extra": "value-own"}],
        "influences": [{"text": "influence-text", "why": "influence-why", "extra": "influence-own"}],
        "how_i_learn": "profile-learning",
        "interests": [{"text": "interest-text", "extra": "interest-own"}],
        "future": {
            "soon": "future-soon",
            "later": "future-later",
            "after_school": "future-after",
            "extra": "future-own",
        },
        "challenges": [{"text": "challenge-text", "plan": "challenge-plan", "extra": "challenge-own"}],
        "baselines": [
            {
                "id": "baseline-id",
                "area": "career",
                "title": "baseline-title",
                "date": "2024-09-20",
                "result": "baseline-result",
                "evidence": ["evidence-id"],
                "extra": "baseline-own",
            }
        ],
        "extra": "profile-own",
    },
    "goals": [
        {
            "id": "goal-id",
            "title": "goal-title",
            "term": "long",
            "stage": "post-secondary",
            "why": "goal-why",
            "values": ["value-id"],
            "expectations": ["talk"],
            "pathway": "work",
            "preparation": "goal-preparation",
            "measure": "goal-measure",
            "start": "2024-10-01",
            "by": "2027-06-01",
            "progress": "goal-progress",
            "support": ["goal-support"],
            "extra": "goal-own",
            "steps": [
                {
                    "id": "step-id",
                    "title": "step-title",
                    "when": "over time",
                    "start": "2025-02-01",
                    "due": "2026-12-01",
                    "status": "under way",
                    "pathway": "work",
                    "expectations": ["think"],
                    "evidence": ["evidence-id"],
                    "planned_evidence": "step-planned",
                    "support": ["step-support"],
                    "notes": "step-notes",
                    "extra": "step-own",
                }
            ],
        }
    ],
    "evidence": [
        {
            "id": "evidence-id",
            "file": "evidence-file.jpg",
            "link": "https://evidence.example/link",
            "title": "evidence-title",
            "caption": "evidence-caption",
            "date": "2025-05-06",
            "alt": "evidence-alt",
            "transcript": "evidence-transcript",
            "goals": ["goal-id"],
            "steps": ["step-id"],
            "expectations": ["talk"],
            "people": [{"name": "evidence-friend", "consent": "yes", "date": "2025-05-01"}],
            "extra": "evidence-own",
        }
    ],
    "achievement": [
        {
            "id": "assessment-id",
            "expectation": "talk",
            "level": "second",
            "date": "2025-06-01",
            "by": "teacher",
            "name": "assessment-name",
            "type": "performance",
            "words": "assessment-words",
            "evidence": ["evidence-id"],
            "goals": ["goal-id"],
            "extra": "assessment-own",
        }
    ],
    "reflections": [
        {
            "id": "reflection-id",
            "date": "2025-06-10",
            "by": "family",
            "name": "reflection-name",
            "language": "es",
            "title": "reflection-title",
            "about": ["goal-id", "step-id", "evidence-id"],
            "text": "reflection-text",
            "extra": "reflection-own",
        }
    ],
    "revisions": [
        {
            "id": "revision-id",
            "date": "2025-06-20",
            "why": "revision-why",
            "changes": [
                {"what": "revision-change"},
                {"what": "change-what", "item": "goal-id", "before": "change-before", "after": "change-after"},
            ],
            "reflections": ["reflection-id"],
            "meeting": "meeting-id",
            "extra": "revision-own",
        }
    ],
    "transition": [
        {
            "title": "transition-title",
            "date": "2027-08-25",
            "plan": "transition-plan",
            "tasks": [{"title": "transition-task", "due": "2026-11-15", "who": "transition-who"}],
            "support": ["transition-support"],
            "extra": "transition-own",
        }
    ],
    "presentation": "minutes: 15\n\n## slide-heading\n\nslide-words\n\nNote: slide-cue\n\n"
    "## piece-heading\n\npiece-words\n\nevidence: evidence-id\n",
    "extra": "plp-own",
}

MARKS: dict[str, tuple[str, ...]] = {
    "name": ("learner-name",),
    "sentence": ("first-sentence",),
    "student_id": ("learner-number",),
    "started": ("datetime.date(2024, 9, 3)",),
    "grade": ("'grade': 9",),
    "advisory": ("advisory-room",),
    "ask_me": ("ask-me-about",),
    "school": ("school-name",),
    "plan's own field": ("plan-own",),
    "plp's own field": ("plp-own",),
    "about": ("profile-about",),
    "how_i_learn": ("profile-learning",),
    "future": ("future-soon", "future-later", "future-after", "future-own"),
    "profile's own field": ("profile-own",),
    "strength": ("strength-text", "strength-example", "strength-own"),
    "value": ("value-text", "value-why", "value-own"),
    "influence": ("influence-text", "influence-why", "influence-own"),
    "interest": ("interest-text", "interest-own"),
    "challenge": ("challenge-text", "challenge-plan", "challenge-own"),
    "baseline": ("baseline-title", "baseline-result", "datetime.date(2024, 9, 20)", "baseline-own"),
    "meeting": ("meeting-id", "meeting-title", "meeting-guest", "meeting-notes", "meeting-own"),
    "goal": (
        *("goal-id", "goal-title", "goal-why", "goal-preparation", "goal-measure", "goal-progress", "goal-support"),
        *("goal-own", "post-secondary", "datetime.date(2027, 6, 1)"),
    ),
    "step": (
        *("step-id", "step-title", "step-planned", "step-support", "step-notes", "step-own"),
        "datetime.date(2026, 12, 1)",
    ),
    "evidence": (
        *("evidence-id", "evidence-file.jpg", "https://evidence.example/link", "evidence-title", "evidence-caption"),
        *("evidence-alt", "evidence-transcript", "evidence-friend", "evidence-own", "datetime.date(2025, 5, 6)"),
    ),
    "assessment": ("assessment-name", "assessment-words", "assessment-own", "datetime.date(2025, 6, 1)"),
    "reflection": ("reflection-id", "reflection-name", "reflection-title", "reflection-text", "reflection-own"),
    "revision": ("revision-why", "revision-change", "revision-own"),
    "change": ("change-what", "change-before", "change-after"),
    "transition": (
        *("transition-title", "transition-plan", "transition-task", "transition-who", "transition-support"),
        *("transition-own", "datetime.date(2026, 11, 15)"),
    ),
    "slide": ("slide-heading", "slide-words"),
    "slide with evidence": ("piece-heading", "piece-words"),
    "speaker note": ("slide-cue",),
}
"""What stands in a view if, and only if, its audience sees that part of PLAN."""

NEVER = ("value-id", "baseline-id", "assessment-id", "revision-id")
"""Ids of PLAN that no page needs."""

PLACES: dict[str, tuple[str | int, ...]] = {
    "strength": ("profile", "strengths", 0),
    "value": ("profile", "values", 0),
    "influence": ("profile", "influences", 0),
    "interest": ("profile", "interests", 0),
    "challenge": ("profile", "challenges", 0),
    "baseline": ("profile", "baselines", 0),
    "meeting": ("plan", "meetings", 0),
    "goal": ("goals", 0),
    "step": ("goals", 0, "steps", 0),
    "evidence": ("evidence", 0),
    "assessment": ("achievement", 0),
    "reflection": ("reflections", 0),
    "revision": ("revisions", 0),
    "transition": ("transition", 0),
}
"""Where PLAN has its one item of each kind that can say for whom it is."""


def plan_with(shown_to: Mapping[str, list[str]], consent: bool = True) -> dict[str, Any]:
    """PLAN, with `for:` on the items of some kinds."""
    plan = copy.deepcopy(PLAN)
    for kind, audiences in shown_to.items():
        item: Any = plan
        for key in PLACES[kind]:
            item = item[key]
        item["for"] = audiences
    plan["evidence"][0]["people"][0]["consent"] = "yes" if consent else "no"
    return plan


def portfolio_of(plan: Mapping[str, Any], visibility: Mapping[str, list[str]] | None = None) -> Portfolio:
    """A portfolio with this plan, in a school with these defaults of visibility."""
    school = School.model_validate({**SCHOOL, "visibility": dict(visibility or {})})
    files = {"evidence-id": Path("evidence/evidence-file.jpg")}
    return Portfolio("learner-folder", PLP.model_validate(plan), school, DEFAULT_SHARING, files)


def view_of(
    plan: Mapping[str, Any],
    audience: str,
    today: date = TODAY,
    visibility: Mapping[str, list[str]] | None = None,
) -> PortfolioView:
    """What `audience` sees of a plan."""
    return build_portfolio_view(portfolio_of(plan, visibility), Audience(audience), today)


def everything_in(view: PortfolioView) -> str:
    """All that a view holds, as one text."""
    return repr(view) + repr(dataclasses.asdict(view))
