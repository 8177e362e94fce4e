"""Where in the planning cycle a learner is. The table of `find_place`, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from views.examples import PLAN, TODAY, portfolio_of
from waypost.load.stages import load_stages
from waypost.model import Audience
from waypost.model.plan import StageId
from waypost.views import build_portfolio_view
from waypost.views.cycle import CycleView, Place, find_place
from waypost.views.scope import Scope

STAGES = load_stages(Path(__file__).parents[2] / "toolbox")
NOBODY = {"plan": {"name": "Ada"}}
KNOWN = {**NOBODY, "profile": {"about": "I take radios apart."}}


def goal(*steps: str, status: str = "active") -> dict[str, Any]:
    """A goal with a step of each of these states."""
    listed = [{"id": f"step-{number}", "title": "A step", "status": one} for number, one in enumerate(steps)]
    return {"id": "goal", "title": "A goal", "term": "short", "status": status, "steps": listed}


def goals(*all_of_them: dict[str, Any]) -> dict[str, Any]:
    return {**KNOWN, "goals": list(all_of_them)}


def work(date: str | None) -> dict[str, Any]:
    dated = {"date": date} if date else {}
    return {"evidence": [{"id": "piece", "title": "A piece", "link": "https://x.example/", **dated}]}


def level(date: str, kind: str = "formative") -> dict[str, Any]:
    return {"achievement": [{"expectation": "talk", "level": "first", "date": date, "by": "teacher", "type": kind}]}


def thought(date: str, by: str = "student") -> dict[str, Any]:
    return {"reflections": [{"id": "thought", "date": date, "by": by, "text": "I see."}]}


def revised(date: str) -> dict[str, Any]:
    return {"revisions": [{"date": date, "why": "It was too much."}]}


AT_WORK = goals(goal("done", "under way"))
DONE = goals({**goal(), "steps": [{"id": "last", "title": "A step", "status": "done", "done": "2026-03-01"}]})
TABLE: dict[str, tuple[dict[str, Any], str, str]] = {
    "nothing about the learner": ({**AT_WORK, "profile": {}}, "create-a-student-profile", "profile"),
    "no goal": (KNOWN, "identify-goals", "no goals"),
    "goals without steps": (goals(goal()), "draft-action-steps", "no steps"),
    "steps and nothing else": (AT_WORK, "work-toward-goals", "steps"),
    "steps that are done, without a day": (goals(goal("done", "set aside")), "draft-action-steps", "no open step"),
    "a step that was done on a day": (DONE, "assess-progress", "work"),
    "work": ({**AT_WORK, **work("2026-03-01")}, "assess-progress", "work"),
    "work without a day": ({**AT_WORK, **work(None)}, "assess-progress", "work"),
    "a first result is where progress begins": (
        {**AT_WORK, **level("2026-03-01", "baseline")},
        "work-toward-goals",
        "steps",
    ),
    "a level after the work": (
        {**AT_WORK, **work("2026-03-01"), **level("2026-03-02")},
        "reflect-on-experiences",
        "level",
    ),
    "work after a level": ({**AT_WORK, **work("2026-03-03"), **level("2026-03-02")}, "assess-progress", "work"),
    "a reflection of the same day": (
        {**AT_WORK, **work("2026-03-01"), **thought("2026-03-01")},
        "revise",
        "reflection",
    ),
    "a family's reflection changes nothing": (
        {**AT_WORK, **work("2026-03-01"), **thought("2026-03-02", "family")},
        "assess-progress",
        "work",
    ),
    "a reflection after a revision": (
        {**AT_WORK, **revised("2026-03-01"), **thought("2026-03-02")},
        "revise",
        "reflection",
    ),
    "a revision after it": (
        {**AT_WORK, **work("2026-03-01"), **thought("2026-03-01"), **revised("2026-03-01")},
        "work-toward-goals",
        "steps",
    ),
    "a revision that set all goals aside": (
        {**goals(goal("done", status="set aside")), **revised("2026-03-01")},
        "identify-goals",
        "no open goal",
    ),
    "a revision that left no step": (
        {**goals(goal("done")), **revised("2026-03-01")},
        "draft-action-steps",
        "no open step",
    ),
    "what the learner says": ({**NOBODY, "plan": {"name": "Ada", "stage": "revise"}}, "revise", "stated"),
}


def cycle_of(plan: dict[str, Any], audience: Audience, **visibility: list[str]) -> CycleView | None:
    return build_portfolio_view(portfolio_of(plan, visibility), audience, TODAY, STAGES).cycle


@pytest.mark.parametrize("name", TABLE)
def test_place_follows_from_the_plan(name: str) -> None:
    plan, stage, reason = TABLE[name]
    assert find_place(Scope(portfolio_of(plan), Audience.SELF, TODAY)) == Place(stage, reason)  # type: ignore[arg-type]


def test_stages_are_those_of_the_guide() -> None:
    assert tuple(stage.id for stage in STAGES) == get_args(StageId)


def test_every_stage_asks_or_advises_both_sides() -> None:
    for stage in STAGES:
        plan = {**KNOWN, "plan": {"name": "Ada", "stage": stage.id}}
        for audience, side in ((Audience.SELF, stage.learners), (Audience.FAMILY, stage.adults)):
            cycle = cycle_of(plan, audience)
            assert cycle is not None
            assert (cycle.names[cycle.now], cycle.questions) == (stage.name, side.questions)
            assert cycle.questions or cycle.tips == side.tips != ()


def test_the_last_stage_leads_to_the_first() -> None:
    cycle = cycle_of({**KNOWN, "plan": {"name": "Ada", "stage": "revise"}}, Audience.SELF)
    assert cycle is not None
    assert (cycle.now, cycle.after) == (6, STAGES[0].name)


def test_panel_and_public_do_not_see_the_cycle() -> None:
    everyone = ["advisor", "family", "panel", "public"]
    for audience in (Audience.PANEL, Audience.PUBLIC):
        assert cycle_of(PLAN, audience, profile=everyone, goals=everyone, revisions=everyone) is None


def test_place_tells_nothing_of_what_a_family_does_not_see() -> None:
    hidden = {**AT_WORK, **work("2026-03-01")}
    hidden["evidence"] = [{**hidden["evidence"][0], "for": ["advisor"]}]
    assert cycle_of(hidden, Audience.FAMILY) == cycle_of(AT_WORK, Audience.FAMILY)
    assert cycle_of(hidden, Audience.ADVISOR) != cycle_of(AT_WORK, Audience.ADVISOR)
    # Without reflections, nobody can tell whether the plan was looked back on: then only the learner's own word counts.
    assert cycle_of(AT_WORK, Audience.FAMILY, reflections=["advisor"]) is None
    stated = {**AT_WORK, "plan": {"name": "Ada", "stage": "revise"}}
    assert cycle_of(stated, Audience.FAMILY, reflections=["advisor"]) is not None
