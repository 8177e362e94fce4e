"""Two learners whom somebody could take for one: both are told, and both keep what they had."""

from __future__ import annotations

import shutil

import pytest

from schools import SmallSchool
from waypost.errors import SealedError

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"


@pytest.mark.parametrize("cached", [True, False])
def test_two_learners_with_one_student_id_are_both_told_and_keep_what_they_had(
    cached: bool, school: SmallSchool
) -> None:
    links = school.links()
    for student in (AMARA, TEODOR):
        school.change_sentence(student, "Not to be shown.", student_id="QL-7")
    if not cached:
        shutil.rmtree(school.cache)
    for _ in range(2):
        build = school.build()
        assert build.kept == (AMARA, TEODOR)
        assert [(one.file, AMARA in one.message) for one in build.problems] == [
            (f"portfolios/{AMARA}/plp.yml", False),
            (f"portfolios/{TEODOR}/plp.yml", True),
        ]
        assert all(one.line > 1 and "same student id" in one.message for one in build.problems)
        for link in links.values():
            opened = school.open(link)
            assert "Not to be shown." not in opened.text
            assert "take apart whatever stops working" in opened.text


def test_link_that_a_twin_withdrew_opens_nothing(school: SmallSchool) -> None:
    links = school.links()
    for student in (AMARA, TEODOR):
        school.change_sentence(student, "Not to be shown.", student_id="QL-7")
    school.write_sharing(AMARA, {"name": "Advisor", "audience": "advisor"})
    assert school.build().kept == (AMARA, TEODOR)
    with pytest.raises(SealedError, match="opens nothing"):
        school.open(links[AMARA, "Family"])
    assert school.open(links[AMARA, "Advisor"]).name == "Amara Osei"


def test_twins_that_were_never_published_are_not_published(school: SmallSchool) -> None:
    for student in ("mira-sato", "noah-sato"):
        plan = school.add_learner(student, student.title())
        school.write_plan(student, {**plan, "plan": {**plan["plan"], "student_id": "QL-7"}})
    for _ in range(2):
        build = school.build()
        assert (build.published, build.missing) == ((AMARA, TEODOR), ("mira-sato", "noah-sato"))
    shutil.rmtree(school.site)
    assert school.build().missing == ("mira-sato", "noah-sato")


def test_folder_whose_name_got_a_twin_keeps_its_portfolio(school: SmallSchool) -> None:
    links = school.links()
    shutil.copytree(school.folder(AMARA), school.folder("Amara-Osei"))
    build = school.build()
    assert (build.kept, build.missing) == ((AMARA,), ("Amara-Osei",))
    assert {problem.file for problem in build.problems} == {"portfolios/Amara-Osei", f"portfolios/{AMARA}"}
    assert school.open(links[AMARA, "Family"]).name == "Amara Osei"
