"""Who has reflected on what stands beside it, as a conversation."""

from __future__ import annotations

from typing import Any

from views.examples import view_of

PLAN: dict[str, Any] = {
    "plan": {"name": "Ada"},
    "goals": [{"id": "radio", "title": "A radio", "term": "short", "steps": [{"id": "solder", "title": "Solder"}]}],
    "evidence": [{"id": "board", "title": "The board", "link": "https://x.example/"}],
    "reflections": [
        {
            "id": "third",
            "date": "2026-03-03",
            "by": "teacher",
            "name": "Mr. Lund",
            "about": ["radio"],
            "text": "Go on.",
        },
        {"id": "first", "date": "2026-03-01", "by": "student", "about": ["radio", "solder", "board"], "text": "Hot."},
        {"id": "second", "date": "2026-03-02", "by": "family", "about": ["radio", "board"], "text": "Bravo."},
        {"id": "kept", "date": "2026-03-04", "by": "student", "about": ["radio"], "text": "No.", "for": ["advisor"]},
    ],
}


def test_a_goal_lists_every_voice_oldest_first() -> None:
    (goal,) = view_of(PLAN, "family").goals or ()
    assert [one.id for one in goal.voices] == ["first", "second", "third"]
    assert [one.id for one in goal.steps[0].voices] == ["first"]


def test_a_hidden_reflection_is_not_named() -> None:
    (goal,) = view_of(PLAN, "advisor").goals or ()
    assert [one.id for one in goal.voices][-1] == "kept"


def test_evidence_quotes_the_learner_and_names_the_others() -> None:
    (piece,) = view_of(PLAN, "family").evidence or ()
    assert [one.id for one in piece.reflections] == ["first"]
    assert [one.id for one in piece.voices] == ["second"]
