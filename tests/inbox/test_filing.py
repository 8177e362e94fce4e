"""A reply becomes a reflection: in whose voice, of which day, about what, in exactly the words that were typed."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replies import PLAN, reply, sealed, start_plan
from schools import SmallSchool, start_school
from waypost.inbox import Inbox
from waypost.load import load_portfolio, load_school
from waypost.model import Audience
from waypost.model.reflections import Reflection
from waypost.model.reply import QUESTIONS, plain_text
from waypost.render.language import load_language
from waypost.render.reply import reply_text
from waypost.views import build_portfolio_view

AMARA = "amara-osei"
TODAY = datetime.date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallSchool:
    monkeypatch.delenv("WAYPOST_MASTER_KEY", raising=False)
    school = start_school(tmp_path / "school")
    start_plan(school, AMARA)
    school.write_sharing(
        AMARA,
        {"name": "Family", "audience": "family"},
        {"name": "Fall panel", "audience": "panel", "passphrase": "yes"},
    )
    return school


def filed(school: SmallSchool, recipient: str = "Family", **changes: Any) -> Reflection:
    """The reflection that a reply becomes, read back as a build reads it."""
    inbox = Inbox(school.settings, TODAY)
    inbox.file(inbox.open(sealed(school, reply(school, AMARA, recipient, **changes))))
    model = load_school(school.root / "portfolios" / "school.yml").school
    assert model
    loaded = load_portfolio(school.folder(AMARA), model)
    assert [str(one) for one in loaded.problems if one.severity != "advice"] == []
    assert loaded.portfolio
    view = build_portfolio_view(loaded.portfolio, Audience.FAMILY, TODAY)
    assert view.reflections
    reflection = loaded.portfolio.plp.reflections[-1]
    assert reflection.text in [one.text_md for one in view.reflections]
    return reflection


def test_reply_is_filed_beside_a_folder_whose_name_is_no_text(desk: SmallSchool) -> None:
    shutil.copytree(desk.folder(AMARA), desk.folder("\udcff"))
    assert filed(desk).by == "family"


def test_reply_stands_in_the_plan_with_all_that_was_said(desk: SmallSchool) -> None:
    reflection = filed(desk, about="ask", language="so", page="es")
    assert reflection.by == "family"
    assert reflection.name == "Ana Rivera (grandmother)"
    assert reflection.language == "so"
    assert reflection.date == datetime.date(2026, 11, 19)
    assert reflection.about == ("ask",)
    answers = {"noticed": "You rebuilt it twice.", "question": "What broke?"}
    # There are no words of ours in Somali: the headings are those of the page.
    assert reflection.text == reply_text(answers, load_language("es"))
    written = (desk.folder(AMARA) / "plp.yml").read_text()
    assert written.startswith(PLAN.split("\n# What comes below")[0])
    assert written.endswith(PLAN.split("twice.\n")[1])


@pytest.mark.parametrize(
    ("recipient", "voice", "by"),
    [
        ("Family", "teacher", "family"),
        ("Fall panel", "mentor", "mentor"),
        ("Fall panel", "advisor", "other"),
        ("Fall panel", "student", "other"),
        ("Fall panel", ["x"], "other"),
    ],
)
def test_voice_is_the_links_and_never_a_claim(desk: SmallSchool, recipient: str, voice: object, by: str) -> None:
    assert filed(desk, recipient, voice=voice).by == by


@pytest.mark.parametrize("day", ["2999-01-01", "1970-01-01"])
def test_day_that_a_clock_has_wrong_is_the_day_of_filing(desk: SmallSchool, day: str) -> None:
    assert filed(desk, day=day).date == TODAY


@pytest.mark.parametrize("about", ["spring", "nothing-here"])
def test_pointer_to_nothing_that_a_reply_can_be_about_is_left_out(desk: SmallSchool, about: str) -> None:
    assert filed(desk, about=about).about == ()


typed = st.text(
    st.one_of(st.sampled_from([*"\n\r\t:#-|>&*!%@`'\"{}[]<>\\~."]), st.characters(exclude_categories=("Cs",))),
    max_size=60,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed.filter(lambda said: bool(plain_text(said))), typed, typed)
def test_whatever_was_typed_is_read_back(desk: SmallSchool, said: str, other: str, name: str) -> None:
    start_plan(desk, AMARA)
    answers = {"noticed": other, "surprised": said}
    reflection = filed(desk, name=f"x{name}", relation=name, answers=answers)
    wanted = {question: plain_text(answers.get(question, "")) for question in QUESTIONS}
    given_answers = {question: text for question, text in wanted.items() if text}
    assert reflection.text == reply_text(given_answers, load_language("en"))
    assert reflection.name
    assert reflection.name.startswith("x")
