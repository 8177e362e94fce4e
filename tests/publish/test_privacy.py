"""What of a learner must stand nowhere unsealed."""

from __future__ import annotations

from pathlib import Path

import pytest

from schools import Plan, SmallSchool, short_plan
from waypost.load import load_portfolio, load_school
from waypost.model import DEFAULT_SHARING, PLP, Portfolio, School
from waypost.publish.privacy import PrivateString, private_strings

STUDENT = "amara-osei"


@pytest.fixture
def plan() -> Plan:
    plan = short_plan(STUDENT, "Amara Osei")
    plan["plan"] |= {"advisory": "Ms. Delacroix, room twelve", "pronouns_we_use": "they, and nobody else's business"}
    plan["plan"]["meetings"] = [
        {
            "date": "2026-09-01",
            "notes": "We sat by the window for an hour.\nNobody wanted to be the first to stop talking.\n\nShort.",
            "participants": ["Dad", "two neighbours", "Kwabena Osei", {"name": "Coach Brandt", "role": "mentor"}],
        }
    ]
    plan["reflections"] = [
        {
            "id": "first",
            "date": "2026-09-02",
            "by": "student",
            "text": "I took [the old radio](https://radio.example) apart *twice* before it hummed.",
        },
        {"id": "second", "date": "2026-09-03", "by": "family", "name": "Philippa Ottoline", "text": "Well done."},
        {"id": "third", "date": "2026-09-04", "by": "peer", "name": "王小明", "text": "Nice."},
    ]
    return plan


def strings_of(school: SmallSchool, plan: Plan) -> frozenset[PrivateString]:
    path = school.settings.portfolios / "school.yml"
    path.write_text(
        path.read_text()
        + "contact: Ask Ms. Office Manager in the front office, or Kwabena Osei.\n"
        + "fields: {plan: [{name: pronouns_we_use, label: Pronouns}]}\n"
    )
    school.add_learner(STUDENT, "Amara Osei")
    school.write_plan(STUDENT, plan)
    school.write_sharing(
        STUDENT,
        {"name": "Grandmother", "audience": "family"},
        {"name": "Mom and Dad", "audience": "family"},
        {"name": "Exhibition Panel", "audience": "panel"},
        {"name": "Ms. Office Manager", "audience": "advisor"},
        {"name": "Dr. Efua Mensah", "audience": "panel"},
    )
    loaded_school = load_school(path).school
    assert loaded_school is not None
    loaded = load_portfolio(school.folder(STUDENT), loaded_school)
    assert loaded.portfolio is not None, loaded.problems
    return private_strings(loaded.portfolio)


@pytest.mark.parametrize(
    "private",
    [
        PrivateString("Amara Osei", "the name"),
        PrivateString(STUDENT, "an id"),
        PrivateString("Coach Brandt", "a name"),
        PrivateString("Dr. Efua Mensah", "a name"),
        PrivateString("Philippa Ottoline", "a name"),
        PrivateString("王小明", "a name"),
        PrivateString("Ms. Delacroix, room twelve", "a title"),
        PrivateString("Open a repair table with the neighbours of Amara Osei", "a title"),
        PrivateString("radio of amara-osei.jpg", "a file name"),
        PrivateString("radio of amara-osei", "a file name"),
        PrivateString("they, and nobody else's business", "a sentence"),
        PrivateString("We sat by the window for an hour.", "a sentence"),
        PrivateString("Nobody wanted to be the first to stop talking.", "a sentence"),
        PrivateString("I took the old radio apart *twice* before it hummed.", "a sentence"),
        PrivateString("A radio with its back taken off", "a sentence"),
    ],
    ids=lambda one: one.text,
)
def test_string_is_private(private: PrivateString, empty_school: SmallSchool, plan: Plan) -> None:
    assert private in strings_of(empty_school, plan)


def test_student_id_is_private(empty_school: SmallSchool, plan: Plan) -> None:
    assert PrivateString(plan["plan"]["student_id"], "an id") in strings_of(empty_school, plan)


@pytest.mark.parametrize(
    "text",
    [
        "Dad",
        "two neighbours",
        "Grandmother",
        "Mom and Dad",
        "Exhibition Panel",
        "Short.",
        "Ms. Office Manager",
        "Kwabena Osei",
    ],
)
def test_roles_short_words_and_what_the_school_tells_everyone_are_not(
    text: str, empty_school: SmallSchool, plan: Plan
) -> None:
    assert text not in {one.text for one in strings_of(empty_school, plan)}


def test_learners_own_name_is_private_even_in_the_schools_contact(empty_school: SmallSchool, plan: Plan) -> None:
    plan["plan"]["name"] = "Kwabena Osei"
    assert PrivateString("Kwabena Osei", "the name") in strings_of(empty_school, plan)


def test_what_captions_say_is_private_and_their_times_are_not() -> None:
    words = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Yaw>I never told anybody where we hid it.\n"
    film = {"id": "film", "file": "film.mp4", "title": "Film", "captions": words}
    plp = PLP.model_validate({"plan": {"name": "Amara Osei"}, "evidence": [film]})
    found = private_strings(Portfolio(STUDENT, plp, School(name="Harbor School"), DEFAULT_SHARING))
    assert PrivateString("Yaw: I never told anybody where we hid it.", "a sentence") in found
    assert not [one.text for one in found if "-->" in one.text or "WEBVTT" in one.text]


@pytest.mark.parametrize(
    ("link", "private"),
    [
        ("https://films.example/ada/7", {"films.example/ada/7"}),
        ("https://söhne.example/ada", {"söhne.example/ada", "xn--shne-5qa.example/ada"}),
        ("https://www.newspaper.example/", set()),
        ("https://a.example/b", set()),
    ],
    ids=["a page", "a page, in two ways of writing", "a website as a whole", "too short to tell anything"],
)
def test_page_of_somebodys_own_on_the_web_is_private(link: str, private: set[str]) -> None:
    piece = {"id": "film", "link": link, "title": "Film"}
    plp = PLP.model_validate({"plan": {"name": "Amara Osei"}, "evidence": [piece]})
    found = private_strings(Portfolio(STUDENT, plp, School(name="Harbor School"), DEFAULT_SHARING))
    assert {one.text for one in found if one.kind == "a web address"} == private
    assert not [one.text for one in found if one.kind == "a sentence"]


def test_file_names_that_every_site_has_tell_nobody_anything() -> None:
    plp = PLP.model_validate({"plan": {"name": "Amara Osei"}})
    common = ("index.html", "README.md", "Style.css", "IMG_0001.jpg", "photo 2.png", "2026-05-01.jpg", "Logo.svg")
    files = {name: Path(name) for name in (*common, "my lighthouse.html")}
    found = private_strings(Portfolio(STUDENT, plp, School(name="A school"), DEFAULT_SHARING, files))
    assert [one.text for one in found if one.kind == "a file name"] == ["my lighthouse.html"]


def test_the_schools_own_words_in_another_order_are_nobodys_secret() -> None:
    piece = {"id": "film", "link": "https://films.example/", "title": "Alto Peñón, una escuela"}
    plp = PLP.model_validate({"plan": {"name": "Amara Osei"}, "evidence": [piece]})
    for name, told in (("Una Escuela Peñón Alto", False), ("Escuela Peñón", True)):
        found = private_strings(Portfolio(STUDENT, plp, School(name=name), DEFAULT_SHARING))
        assert (PrivateString(piece["title"], "a title") in found) is told


def test_a_year_is_nobodys_number() -> None:
    found = [
        private_strings(
            Portfolio(STUDENT, PLP.model_validate({"plan": plan}), School(name="A school"), DEFAULT_SHARING)
        )
        for plan in ({"name": "Amara Osei", "student_id": "2027"}, {"name": "Amara Osei", "student_id": "20417"})
    ]
    assert [{one.text for one in each if one.kind == "an id"} - {STUDENT} for each in found] == [set(), {"20417"}]
