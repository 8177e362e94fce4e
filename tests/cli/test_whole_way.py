"""The whole way of a new user through the command line, and what it says where people stumble on that way."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image

import programs

MARA = "portfolios/mara-velez"
SAID = "Mulch keeps the beds wet for three days longer."


def waypost(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command that finds no other program, and so no browser to print with."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WAYPOST_")}
    return programs.run(*arguments, cwd=folder, environment={**kept, "PATH": ""})


def done(folder: Path, *arguments: str) -> str:
    result = waypost(folder, *arguments)
    assert result.returncode == 0, result.stderr
    return result.stdout


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with one learner, who has taken a first step."""
    home = tmp_path_factory.mktemp("newcomer")
    done(home, "init", "our-school")
    done(home / "our-school", "new", MARA)
    return home / "our-school"


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("phone") / "the-roof.jpg"
    Image.new("RGB", (40, 30), (90, 140, 60)).save(path)
    return path


def test_a_plan_goes_from_its_first_line_to_the_next_school(school: Path, photo: Path, tmp_path: Path) -> None:
    done(school, "add", MARA, str(photo))
    plan = school / MARA / "plp.yml"
    plan.write_text(
        plan.read_text().replace("    # caption: What you want", f"    caption: {SAID}   # What you want", 1)
    )
    [advice] = done(school, "check", MARA).splitlines()
    assert advice.endswith("is not described yet: say in a sentence what can be seen, under alt: (advice)")

    before = waypost(school, "links", "--student", MARA)
    assert "These links open nothing yet: run `waypost build`." in before.stderr
    done(school, "build")
    listed = waypost(school, "links", "--student", MARA)
    assert "nothing yet" not in listed.stderr
    assert "python3 -m http.server 8000 --bind 127.0.0.1 --directory site" in listed.stderr

    links = json.loads(done(school, "links", "--student", MARA, "--format", "json"))
    assert [(link["recipient"], link["audience"]) for link in links] == [
        ("Mara Velez", "self"),
        ("Family", "family"),
        ("Advisor", "advisor"),
    ]
    done(school, "open", "site", links[1]["url"], "--to", str(tmp_path / "opened"))
    assert SAID in (tmp_path / "opened" / "evidence.html").read_text()

    exported = waypost(school, "export", MARA, "--to", str(tmp_path / "export"))
    assert exported.returncode == 0
    assert "There is no PDF" in exported.stderr
    assert SAID in (tmp_path / "export" / "mara-velez.html").read_text()

    done(tmp_path, "init", "next-school")
    pack = str(tmp_path / "export" / "mara-velez-pack.zip")
    said = done(tmp_path / "next-school", "import", pack, MARA)
    assert "portfolios/mara-velez/sharing.yml names who had a link there" in said
    assert everything_in(tmp_path / "next-school" / MARA) == everything_in(school / MARA)


def test_evidence_is_entered_where_a_new_plan_explains_it(school: Path, photo: Path) -> None:
    done(school, "new", "portfolios/ben-okoro")
    plan = school / "portfolios/ben-okoro/plp.yml"
    before = plan.read_text().splitlines()
    done(school, "add", "portfolios/ben-okoro", str(photo))
    lines = plan.read_text().splitlines()
    start, end = lines.index("evidence:"), lines.index("  - id: the-roof")
    assert start == before.index("# evidence:")
    # Whoever takes the example there has one list, and not a second beginning of it.
    example = [line[2:] for line in lines[start + 1 : end] if "goals:" not in line]
    plan.write_text("\n".join([*lines[: start + 1], *example, *lines[end:], ""]))
    (plan.parent / "evidence/my-picture.jpg").write_bytes(photo.read_bytes()[:-1])
    [advice] = done(school, "check", "portfolios/ben-okoro").splitlines()
    assert "“the-roof.jpg” is not described yet" in advice


def test_a_command_inside_a_learners_folder_says_where_to_go(school: Path) -> None:
    result = waypost(school / MARA, "check")
    assert result.returncode == 2
    assert f"This is a folder inside your school. Go to the school's own first:  cd {school}" in result.stderr


def test_a_learner_by_another_name_is_taken_for_the_nearest(school: Path) -> None:
    result = waypost(school, "links", "--student", "Mara Velez")
    assert result.returncode == 2
    assert "did you mean mara-velez?" in result.stderr


def test_a_page_on_the_web_is_not_added_as_a_file(school: Path) -> None:
    result = waypost(school, "add", MARA, "https://example.org/bees")
    assert result.returncode == 2
    assert "under evidence:, with id:, title: and link:" in result.stderr


def test_another_file_than_the_pack_is_told_by_what_a_pack_is(school: Path, photo: Path) -> None:
    result = waypost(school, "import", str(photo), "portfolios/from-elsewhere")
    assert result.returncode == 1
    assert "A pack ends in -pack.zip" in result.stderr
    assert not (school / "portfolios/from-elsewhere").exists()
