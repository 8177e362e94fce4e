"""The journey: where the learner is in planning, and each change of plan with all that belongs to it."""

from __future__ import annotations

import re
from typing import Any, get_args

from render.conftest import Draw
from waypost.model import Audience
from waypost.render.place import theme_dir
from waypost.views.cycle import Reason


def test_every_reason_has_words(draw: Draw) -> None:
    source = draw(Audience.SELF)["journey"].html
    assert "Found from the plan: " in source
    template = (theme_dir() / "portfolio" / "cycle.html").read_text(encoding="utf-8")
    assert set(re.findall(r'^  "([\w ]+)": _', template, re.MULTILINE)) == set(get_args(Reason))


def test_a_change_of_plan_says_how_it_was_how_it_is_why_and_what_led_to_it(draw: Draw, plan: dict[str, Any]) -> None:
    thought = {"id": "thought", "date": "2026-01-02", "by": "student", "title": "Cold hands", "text": "Brr."}
    change = {"what": "Later", "before": "At dawn.", "after": "At noon."}
    revision = {"date": "2026-01-03", "why": "Nobody came.", "changes": [change], "reflections": ["thought"]}
    changed = {"plan": plan["plan"], "reflections": [thought], "revisions": [revision]}
    words = re.sub(r"\s*<[^>]+>\s*", " ", draw(Audience.FAMILY, other=changed)["journey"].html)
    order = ["Nobody came.", "Later", "Before", "At dawn.", "Now", "At noon.", "What led to it", "Cold hands"]
    places = [words.index(one, words.index("Nobody came.")) for one in order]
    assert places == sorted(places)
