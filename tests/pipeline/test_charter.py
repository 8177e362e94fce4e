"""What a build takes from school.yml: kept while nothing of it changes, and believed only if the school wrote it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from schools import DAY, SmallSchool
from waypost.charter import load_chartered_school, open_charter
from waypost.errors import InputProblems, WaypostError

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"
LARGE = ("PIL", "babel", "jinja2", "markdown", "mkdocs", "nh3", "pydantic", "waypost.learner")
RUN = """
import json, sys
from waypost.cli import main
main(sys.argv[1:], standalone_mode=False)
print(json.dumps(sorted(sys.modules)))
"""


def libraries_of_a_build(school: SmallSchool) -> set[str]:
    command = [sys.executable, "-c", RUN, "build", "--today", str(DAY)]
    done = subprocess.run(command, cwd=school.root, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1])) & set(LARGE)


def shell(school: SmallSchool) -> bytes:
    return (school.site / school.link(AMARA).folder / "index.html").read_bytes()


def test_build_without_a_change_waits_for_no_large_library(school: SmallSchool) -> None:
    assert libraries_of_a_build(school) >= {"jinja2"}
    assert libraries_of_a_build(school) == set()


def test_changed_school_changes_the_pages_that_everybody_sees(school: SmallSchool) -> None:
    file = school.settings.portfolios / "school.yml"
    for name in ("Upper Lane School", "Lower Lane School"):
        file.write_text(f"name: {name}\n")
        school.build()
        assert name in (school.site / "index.html").read_text(encoding="utf-8")
        assert name.encode() in shell(school)


@pytest.mark.parametrize("content", ["", "{}", "\n{}", "\0"])
def test_damaged_charter_costs_time_only(content: str, school: SmallSchool) -> None:
    before = shell(school)
    (school.cache / "charter.json").write_text(content)
    assert school.build().rebuilt == ()
    assert shell(school) == before


def test_charter_that_somebody_else_wrote_is_not_believed(school: SmallSchool) -> None:
    before = shell(school)
    path = school.cache / "charter.json"
    forged = path.read_bytes().replace(b"<body>", b"<body><script src='https://elsewhere.example/'></script>")
    assert b"elsewhere" in forged
    path.write_bytes(forged)
    assert school.build().rebuilt == ()
    assert shell(school) == before
    assert b"elsewhere" not in (school.site / "index.html").read_bytes()


def test_school_that_changes_during_a_build_is_told(school: SmallSchool) -> None:
    making = open_charter(school.settings, school.master).making
    assert load_chartered_school(school.settings, school.master, making).name
    file = school.settings.portfolios / "school.yml"
    file.write_text(file.read_text(encoding="utf-8") + "language: es\n", encoding="utf-8")
    with pytest.raises(WaypostError, match="build again"):
        load_chartered_school(school.settings, school.master, making)


def test_school_that_hides_goals_shows_none_to_a_family(school: SmallSchool) -> None:
    file = school.settings.portfolios / "school.yml"
    hiding = {
        "scales": [{"id": "path", "levels": [{"id": "begun", "name": "Begun"}]}],
        "proficiencies": [{"id": "talk", "name": "Talking"}],
        "visibility": {"goals": ["self", "advisor"]},
    }
    file.write_text(json.dumps({"name": "Quarry Lane School", **hiding}), encoding="utf-8")
    build = school.build()
    assert (build.rebuilt, build.problems) == ((AMARA, TEODOR), ())
    goal = "Open a repair table"
    assert goal in school.open(school.link(AMARA, "Advisor")).text
    shown = school.open(school.link(AMARA, "Family")).text
    assert "Talking" in shown
    assert goal not in shown


def test_error_in_the_school_is_told_though_the_charter_is_kept(school: SmallSchool) -> None:
    file = school.settings.portfolios / "school.yml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole + "colour: green\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(InputProblems, match=r"school\.yml:\d+:\d+: .*colour"):
            school.build()
    file.write_text(whole, encoding="utf-8")
    assert school.build().rebuilt == ()
