"""Every kind of thing in a plan, and who sees it: the tables are the promise, written out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from views.examples import MARKS, NEVER, PLACES, PLAN, everything_in, plan_with, view_of
from waypost.model import Audience

AUDIENCES = ("self", "advisor", "family", "panel", "public")
CLOSE = "self advisor family"
SHOWN = "self advisor family panel"
EVERYONE = "self advisor family panel public"

BY_DEFAULT = {
    "name": EVERYONE,
    "sentence": EVERYONE,
    "student_id": "self advisor",
    "started": CLOSE,
    "grade": SHOWN,
    "advisory": SHOWN,
    "ask_me": SHOWN,
    "school": SHOWN,
    "plan's own field": SHOWN,
    "plp's own field": SHOWN,
    "about": SHOWN,
    "how_i_learn": SHOWN,
    "future": SHOWN,
    "profile's own field": SHOWN,
    "strength": SHOWN,
    "value": SHOWN,
    "influence": SHOWN,
    "interest": SHOWN,
    "challenge": CLOSE,
    "baseline": CLOSE,
    "meeting": CLOSE,
    "goal": SHOWN,
    "step": SHOWN,
    "evidence": SHOWN,
    "assessment": CLOSE,
    "reflection": CLOSE,
    "revision": CLOSE,
    "change": CLOSE,
    "transition": CLOSE,
    "slide": SHOWN,
    "slide with evidence": SHOWN,
    "speaker note": "self advisor",
}

VISIBILITY = {
    "student_id": ["family"],
    "meetings": ["panel"],
    "profile": ["public"],
    "challenges": ["advisor"],
    "baselines": ["panel", "public"],
    "goals": ["family", "public"],
    "evidence": ["advisor", "panel"],
    "achievement": ["public"],
    "reflections": [],
    "revisions": ["panel", "family"],
    "transition": ["public", "self", "panel"],
    "presentation": ["family", "panel"],
}
BY_SCHOOL = {
    "name": EVERYONE,
    "sentence": EVERYONE,
    "student_id": "self family",
    "started": "self panel",
    "grade": "self public",
    "advisory": "self public",
    "ask_me": "self public",
    "school": "self public",
    "plan's own field": "self public",
    "plp's own field": "self public",
    "about": "self public",
    "how_i_learn": "self public",
    "future": "self public",
    "profile's own field": "self public",
    "strength": "self public",
    "value": "self public",
    "influence": "self public",
    "interest": "self public",
    "challenge": "self advisor",
    "baseline": "self panel public",
    "meeting": "self panel",
    "goal": "self family public",
    "step": "self family public",
    "evidence": "self advisor panel",
    "assessment": "self public",
    "reflection": "self",
    "revision": "self panel family",
    "change": "self family",
    "transition": "self public panel",
    "slide": "self family panel",
    "slide with evidence": "self panel",
    "speaker note": "self",
}

# By `for:` of the item itself. A step is never seen without its goal, and a change of plan says what the goal was.
WIDER = dict.fromkeys(PLACES, "self public") | {"step": "self"}
NARROWER = dict.fromkeys(PLACES, "self advisor")
NOBODY = dict.fromkeys(PLACES, "self")

NOT_AGREED = {
    "as the school says": (None, "self advisor"),
    "for: [public]": (["public"], "self"),
    "for: [advisor, family, panel, public]": (["advisor", "family", "panel", "public"], "self advisor"),
    "for: [family]": (["family"], "self"),
    "for: []": ([], "self"),
}


def assert_seen(text: str, kind: str, whether: bool) -> None:
    found = [mark for mark in MARKS[kind] if mark in text]
    assert found == (list(MARKS[kind]) if whether else [])


def test_tables_speak_of_every_kind() -> None:
    assert BY_DEFAULT.keys() == BY_SCHOOL.keys() == MARKS.keys()
    assert {audience.value for audience in Audience} == set(AUDIENCES)
    marks = [mark for kind in MARKS.values() for mark in kind]
    assert [(one, other) for one in marks for other in marks if one is not other and one in other] == []


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("kind", BY_DEFAULT)
def test_schools_that_say_nothing_show_this(kind: str, audience: str) -> None:
    assert_seen(everything_in(view_of(PLAN, audience)), kind, audience in BY_DEFAULT[kind].split())


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("kind", BY_SCHOOL)
def test_a_schools_own_visibility_replaces_the_defaults(kind: str, audience: str) -> None:
    text = everything_in(view_of(PLAN, audience, visibility=VISIBILITY))
    assert_seen(text, kind, audience in BY_SCHOOL[kind].split())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_school_can_show_nothing_but_the_cover(audience: str) -> None:
    text = everything_in(view_of(PLAN, audience, visibility={section: [] for section in VISIBILITY}))
    for kind in MARKS:
        assert_seen(text, kind, audience == "self" or kind in {"name", "sentence"})


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_school_can_show_everything_to_everyone(audience: str) -> None:
    text = everything_in(view_of(PLAN, audience, visibility={section: list(AUDIENCES) for section in VISIBILITY}))
    for kind in MARKS:
        assert_seen(text, kind, kind != "speaker note" or audience in {"self", "advisor"})


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize(
    ("shown_to", "expected"),
    [(["public"], WIDER), (["advisor"], NARROWER), ([], NOBODY)],
    ids=["wider", "narrower", "nobody"],
)
@pytest.mark.parametrize("kind", PLACES)
def test_for_on_an_item_replaces_its_sections_default(
    kind: str, shown_to: list[str], expected: dict[str, str], audience: str
) -> None:
    text = everything_in(view_of(plan_with({kind: shown_to}), audience))
    assert_seen(text, kind, audience in expected[kind].split())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_step_is_shown_as_widely_as_its_goal_and_itself_say(audience: str) -> None:
    text = everything_in(view_of(plan_with({"goal": ["public", "panel"], "step": ["public", "family"]}), audience))
    assert_seen(text, "goal", audience in {"self", "public", "panel"})
    assert_seen(text, "step", audience in {"self", "public"})


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize(("shown_to", "expected"), NOT_AGREED.values(), ids=NOT_AGREED)
def test_evidence_that_shows_people_who_have_not_agreed(
    shown_to: list[str] | None, expected: str, audience: str
) -> None:
    plan = plan_with({} if shown_to is None else {"evidence": shown_to}, consent=False)
    text = everything_in(view_of(plan, audience, visibility={"evidence": ["advisor", "family", "panel", "public"]}))
    assert_seen(text, "evidence", audience in expected.split())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_one_person_who_has_not_agreed_is_enough(audience: str) -> None:
    plan = plan_with({"evidence": ["advisor", "family", "panel", "public"]})
    plan["evidence"][0]["people"].append({"name": "second-friend"})
    view = view_of(plan, audience)
    assert_seen(everything_in(view), "evidence", audience in {"self", "advisor"})
    if audience in {"self", "advisor"}:
        assert view.evidence is not None
        assert view.evidence[0].waits_for_consent == ("second-friend",)
    else:
        assert "second-friend" not in everything_in(view)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_ids_that_no_page_needs_are_in_no_view(audience: str) -> None:
    text = everything_in(view_of(PLAN, audience, visibility={section: list(AUDIENCES) for section in VISIBILITY}))
    assert [id_ for id_ in (*NEVER, "learner-folder") if id_ in text] == []


SOME = st.lists(st.sampled_from(AUDIENCES), unique=True)
SECTION_OF = {
    **dict.fromkeys(("strength", "value", "influence", "interest"), "profile"),
    "challenge": "challenges",
    "baseline": "baselines",
    "meeting": "meetings",
    "goal": "goals",
    "step": "goals",
    "evidence": "evidence",
    "assessment": "achievement",
    "reflection": "reflections",
    "revision": "revisions",
    "transition": "transition",
}


@settings(deadline=None)
@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(PLACES, SOME)),
    st.fixed_dictionaries(dict.fromkeys(VISIBILITY, SOME)),
    st.booleans(),
    st.sampled_from(AUDIENCES),
)
def test_whatever_is_said_each_item_is_there_as_a_whole_or_not_at_all(
    shown_to: dict[str, list[str]], visibility: dict[str, list[str]], consent: bool, audience: str
) -> None:
    expected = {
        kind: audience in {"self", *shown_to.get(kind, visibility[section])} for kind, section in SECTION_OF.items()
    }
    expected["step"] &= expected["goal"]
    expected["evidence"] &= consent or audience in {"self", "advisor"}
    expected["change"] = expected["revision"] and expected["goal"]
    expected["slide"] = audience in {"self", *visibility["presentation"]}
    expected["slide with evidence"] = expected["slide"] and expected["evidence"] and consent
    expected["speaker note"] = expected["slide"] and audience in {"self", "advisor"}
    text = everything_in(view_of(plan_with(shown_to, consent), audience, visibility=visibility))
    for kind, whether in expected.items():
        assert_seen(text, kind, whether)
