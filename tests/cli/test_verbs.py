"""The command line as a school uses it: each verb run as a program of its own."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

import programs
from waypost.cli import main
from waypost.cli.main import VERBS


def waypost(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return programs.run(*arguments, cwd=folder, stdin=stdin)


@pytest.fixture(scope="session")
def new_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school as `waypost init` makes it. Only to be read: take `school` to change anything."""
    folder = tmp_path_factory.mktemp("new")
    assert waypost(folder, "init", "demo").returncode == 0
    return folder / "demo"


@pytest.fixture
def school(new_school: Path, tmp_path: Path) -> Path:
    shutil.copytree(new_school, tmp_path / "demo")
    return tmp_path / "demo"


def links_of(school: Path, *arguments: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(waypost(school, "links", "--format", "json", *arguments).stdout)
    return rows


def test_new_school_builds_and_its_link_opens(school: Path) -> None:
    build = waypost(school, "build")
    assert build.returncode == 0, build.stderr
    family = next(row for row in links_of(school) if row["audience"] == "family")
    opened = waypost(school, "open", "site", family["url"], "--to", "opened")
    assert opened.returncode == 0, opened.stderr
    assert "<h1" in (school / "opened" / "index.html").read_text()
    assert "Juniper Halloran" in (school / "opened" / "index.html").read_text()


def test_init_touches_no_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "letter.txt").write_text("mine")
    result = waypost(tmp_path, "init", "demo")
    assert result.returncode == 2
    assert "there is something here already" in result.stderr
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["letter.txt"]


def test_new_learner_checks_clean_at_once(school: Path) -> None:
    assert waypost(school, "new", "portfolios/new-learner").returncode == 0
    check = waypost(school, "check", "portfolios/new-learner")
    assert (check.returncode, check.stdout) == (0, "")
    first = (school / "portfolios/new-learner/plp.yml").read_text().splitlines()[0]
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert (school / "portfolios/new-learner" / schema).resolve() == school / "content/schemas/plp.schema.json"
    assert (school / "content/schemas/plp.schema.json").is_file()


def taken(line: str) -> str:
    """A line of a new plan with its # taken away, where it is YAML; questions and commands stay away."""
    if line.endswith("?") or "waypost" in line:
        return "#"
    if line.startswith("#   ") or (line.startswith("# ") and line.endswith(":") and " " not in line[2:]):
        return line[2:]
    return "  " + line[4:] if line.startswith("  # ") else line


def test_hints_of_a_new_plan_are_a_plan_once_they_are_taken(school: Path) -> None:
    waypost(school, "new", "portfolios/new-learner")
    plan = school / "portfolios/new-learner/plp.yml"
    Image.new("RGB", (4, 4)).save(plan.parent / "evidence/my-picture.jpg")
    plan.write_text("\n".join(map(taken, plan.read_text().splitlines())) + "\n")
    for part in ("profile", "goals", "evidence", "achievement", "reflections", "revisions", "transition"):
        assert f"{part}:" in plan.read_text().splitlines()
    assert waypost(school, "check", "portfolios/new-learner").stdout == ""


def test_new_writes_over_nothing(school: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    before = plan.read_bytes()
    result = waypost(school, "new", "portfolios/juniper-example")
    assert result.returncode == 1
    assert "there is a folder of this name already" in result.stderr
    assert plan.read_bytes() == before


def test_new_outside_a_school_says_where_to_go(tmp_path: Path) -> None:
    result = waypost(tmp_path, "new", "somewhere/new-learner")
    assert result.returncode == 1
    assert "there is no school.yml beside it" in result.stderr
    assert not (tmp_path / "somewhere").exists()


def test_added_files_are_copied_and_entered_and_every_other_line_stays(school: Path, tmp_path: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    before = plan.read_text()
    source = tmp_path / "Field Notes (final).csv"
    source.write_text("day,birds\n1,4\n")
    result = waypost(school, "add", "portfolios/juniper-example", str(source))
    assert result.returncode == 0, result.stderr
    after = plan.read_text()
    assert after.startswith(before.rstrip("\n"))
    assert "file: Field-Notes-final.csv" in after
    copied = school / "portfolios/juniper-example/evidence/Field-Notes-final.csv"
    assert copied.read_bytes() == source.read_bytes()
    assert waypost(school, "check").returncode == 0


def test_a_file_is_added_once(school: Path, tmp_path: Path) -> None:
    source = tmp_path / "notes.csv"
    source.write_text("a,b\n")
    again = tmp_path / "copy.csv"
    again.write_text("a,b\n")
    waypost(school, "add", "portfolios/juniper-example", str(source))
    result = waypost(school, "add", "portfolios/juniper-example", str(source), str(again))
    assert result.stdout.count("is there already") == 2
    assert (school / "portfolios/juniper-example/plp.yml").read_text().count("notes.csv") == 1


def test_entries_join_a_list_that_is_there_with_its_comments(school: Path, tmp_path: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    text = plan.read_text() + (
        "\nevidence:   # what I have so far\n- id: radio\n  file: radio.txt   # the old one\n  title: Radio\n"
        "\n# goals for later stand in my notebook\n"
    )
    plan.write_text(text)
    (plan.parent / "evidence").mkdir(exist_ok=True)
    (plan.parent / "evidence/radio.txt").write_text("hum")
    source = tmp_path / "tube.txt"
    source.write_text("glow")
    assert waypost(school, "add", "portfolios/juniper-example", str(source)).returncode == 0
    added = "- id: tube\n  file: tube.txt\n  title: Tube\n  # caption: What you want people to notice, in your words.\n"
    assert plan.read_text() == text.replace("  title: Radio\n", f"  title: Radio\n{added}")


@pytest.mark.parametrize("name", ["CON.txt", "два слова.txt", "..txt", "a" * 200 + ".txt"])
def test_added_names_are_safe_everywhere(school: Path, tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    source.write_text(name)
    assert waypost(school, "add", "portfolios/juniper-example", str(source)).returncode == 0
    assert waypost(school, "check").stdout == ""


def test_a_folder_is_added_and_what_came_of_each_file_is_told(school: Path) -> None:
    learner = school / "portfolios/juniper-example"
    for name, text in {"IMG-20260312-WA0001.jpg": "a", "notes.md": "b", "same.md": "b", "empty.md": ""}.items():
        (school / "phone").mkdir(exist_ok=True)
        (school / "phone" / name).write_text(text)
    plan = (learner / "plp.yml").read_text()
    told = (
        "phone/IMG-20260312-WA0001.jpg: {} evidence/IMG-20260312-WA0001.jpg, with the id img-20260312-wa0001, of "
        "2026-03-12.\nphone/notes.md: {} evidence/notes.md, with the id notes.\n"
        "phone/same.md: is there already, as evidence/notes.md.\n"
        "{} 2 files. One was there already. One file could not be used.\n"
    )
    refused = "phone/empty.md: this file is empty: export or copy it again.\n"
    dry = waypost(school, "add", "--dry-run", "portfolios/juniper-example", "phone")
    assert (dry.returncode, dry.stdout, dry.stderr) == (1, told.format("would be", "would be", "Would add"), refused)
    assert ((learner / "plp.yml").read_text(), (learner / "evidence").exists()) == (plan, False)
    done = waypost(school, "add", "portfolios/juniper-example", "phone")
    last = "Say in portfolios/juniper-example/plp.yml what each of them is and what it shows.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, told.format("now", "now", "Added") + last, refused)


def test_nothing_is_added_to_a_broken_plan(school: Path, tmp_path: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text("plan: [not closed\n")
    source = tmp_path / "notes.csv"
    source.write_text("a,b\n")
    result = waypost(school, "add", "portfolios/juniper-example", str(source))
    assert result.returncode == 1
    assert "portfolios/juniper-example/plp.yml:" in result.stderr
    assert plan.read_text() == "plan: [not closed\n"
    assert not (plan.parent / "evidence/notes.csv").exists()


def test_a_list_on_one_line_is_told_and_left_alone(school: Path, tmp_path: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text(plan.read_text() + '\nevidence: [{id: a, title: A, link: "https://work.example/"}]\n')
    before = plan.read_text()
    source = tmp_path / "notes.csv"
    source.write_text("a,b\n")
    result = waypost(school, "add", "portfolios/juniper-example", str(source))
    assert result.returncode == 1
    assert result.stderr.startswith("portfolios/juniper-example/plp.yml:")
    assert "write it as a list, each entry on lines of its own" in result.stderr
    assert plan.read_text() == before
    assert not (plan.parent / "evidence/notes.csv").exists()


def test_check_tells_of_a_school_without_learners(school: Path) -> None:
    shutil.rmtree(school / "portfolios/juniper-example")
    assert waypost(school, "check").returncode == 0
    (school / "portfolios/school.yml").write_text("nam: Our school\n")
    result = waypost(school, "check")
    assert result.returncode == 1
    assert "portfolios/school.yml:1:1: " in result.stdout


def test_check_tells_place_problem_and_mend_and_ends_with_1(school: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text(plan.read_text().replace("grade: 8", "grad: 8"))
    result = waypost(school, "check")
    assert result.returncode == 1
    line = plan.read_text().splitlines().index("  grad: 8") + 1
    assert result.stdout.startswith(f"portfolios/juniper-example/plp.yml:{line}:3: ")
    assert "grade" in result.stdout
    rows = json.loads(waypost(school, "check", "--format", "json").stdout)
    assert {"file", "line", "column", "message", "severity"} == set(rows[0])


def test_links_list_every_recipient_in_force(school: Path) -> None:
    sharing = school / "portfolios/juniper-example/sharing.yml"
    sharing.write_text(
        "recipients:\n"
        "- {name: Grandmother, audience: family, passphrase: yes}\n"
        "- {name: Panel, audience: panel, until: 2999-01-01}\n"
        "- {name: Somebody else, audience: family, withdrawn: yes}\n"
        "- {name: Last year, audience: panel, until: 2001-01-01}\n"
    )
    rows = links_of(school, "--student", "juniper-example")
    assert [(row["recipient"], row["audience"]) for row in rows] == [("Grandmother", "family"), ("Panel", "panel")]
    assert set(rows[0]) == {"student", "recipient", "audience", "url", "passphrase"}
    assert set(rows[1]) == {"student", "recipient", "audience", "url", "until"}
    assert rows[0]["url"].startswith("http://127.0.0.1:8000/p/")


def test_a_learner_without_sharing_file_has_a_family_and_an_advisor_link(school: Path) -> None:
    assert [row["audience"] for row in links_of(school)] == ["family", "advisor"]


@pytest.mark.parametrize("student", ["nobody", ""])
def test_links_of_an_unknown_student_are_wrong_usage(student: str, school: Path) -> None:
    result = waypost(school, "links", "--student", student)
    assert (result.returncode, result.stdout) == (2, "")


def test_what_cannot_be_shown_is_told_in_signs(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert waypost(school, "new", "portfolios/学").returncode == 0
    shown = io.BytesIO()
    monkeypatch.chdir(school)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="cp1252", write_through=True))
    main(["links"], standalone_mode=False)
    assert rb"\u5b66" in shown.getvalue()


def test_a_pack_holds_the_learners_own_files_alone(school: Path, tmp_path: Path) -> None:
    folder = school / "portfolios/juniper-example"
    os.utime(folder / "plp.yml", (86_400, 86_400))
    assert waypost(school, "export", str(folder), "--to", "before-1980").returncode == 0
    (folder / "notes.txt").symlink_to(school / ".waypost/master.key")
    result = waypost(school, "export", str(folder), "--to", "new")
    assert result.returncode == 1
    assert "juniper-example/notes.txt: this is a shortcut (a symbolic link) to another place" in result.stderr
    assert "Traceback" not in result.stderr
    assert list((school / "new").glob("*.zip")) == []


@pytest.mark.parametrize("way", ["a list of nothing", "damaged in another way of packing"])
def test_a_pack_that_no_school_wrote_makes_no_folder(way: str, school: Path) -> None:
    pack = school / "odd-pack.zip"
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("source/plp.yml", "plan: {name: Ada}\n" * 99)
        archive.writestr("SHA256SUMS", "\n" * 9_000_000 if "list" in way else f"{'0' * 64}  source/plp.yml\n")
    if "damaged" in way:
        data = bytearray(pack.read_bytes())
        data[60:90] = bytes(30)
        pack.write_bytes(data)
    result = waypost(school, "import", str(pack), "portfolios/ada")
    assert (result.returncode, (school / "portfolios/ada").exists()) == (1, False)
    assert "Traceback" not in result.stderr
    assert "Ask for" in result.stderr


def test_open_needs_the_passphrase_and_takes_it_from_standard_input(school: Path) -> None:
    sharing = school / "portfolios/juniper-example/sharing.yml"
    sharing.write_text("recipients:\n- {name: Grandmother, audience: family, passphrase: yes}\n")
    waypost(school, "build")
    row = links_of(school)[0]
    without = waypost(school, "open", "site", row["url"], "--to", "a")
    wrong = waypost(school, "open", "site", row["url"], "--passphrase-stdin", "--to", "b", stdin="not-this-one\n")
    right = waypost(
        school, "open", "site", row["url"], "--passphrase-stdin", "--to", "c", stdin=row["passphrase"] + "\n"
    )
    assert (without.returncode, wrong.returncode, right.returncode) == (3, 3, 0)
    assert not (school / "a").exists()
    assert not (school / "b").exists()
    assert (school / "c/index.html").is_file()


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
@pytest.mark.parametrize("verb", ["export", "import", "open"])
def test_passphrase_in_another_encoding_is_wrong_usage_and_is_not_repeated(
    verb: str, errors: str, school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(school)
    pack = school / "pack.zip"
    pack.touch()
    arguments = {
        "export": ["portfolios/juniper-example", "--to", "new"],
        "import": [str(pack), "new"],
        "open": [".", links_of(school)[0]["url"], "--to", "new"],
    }
    typed = io.BytesIO("café otter lantern\n".encode("latin-1"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="utf-8", errors=errors))
    with pytest.raises(SystemExit) as ended:
        main([verb, *arguments[verb], "--passphrase-stdin"])
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert told.err.startswith("--passphrase-stdin: ")
    assert not any(part in told.err for part in ("caf", "otter", "xe9", "Traceback"))
    assert not (school / "new").exists()


def test_open_writes_over_nothing(school: Path) -> None:
    waypost(school, "build")
    (school / "mine").mkdir()
    (school / "mine/letter.txt").write_text("mine")
    result = waypost(school, "open", "site", links_of(school)[0]["url"], "--to", "mine")
    assert result.returncode == 2
    assert [path.name for path in (school / "mine").iterdir()] == ["letter.txt"]


def test_a_build_names_no_link_and_no_passphrase(school: Path) -> None:
    sharing = school / "portfolios/juniper-example/sharing.yml"
    sharing.write_text("recipients:\n- {name: Grandmother, audience: family, passphrase: yes}\n")
    build = waypost(school, "build")
    row = links_of(school)[0]
    told = build.stdout + build.stderr
    assert row["passphrase"] not in told
    assert row["url"].rpartition("#")[2] not in told
    assert "/p/" not in told


def test_schema_writes_the_schools_own_fields(school: Path) -> None:
    text = (school / "portfolios/school.yml").read_text()
    (school / "portfolios/school.yml").write_text(text + "fields:\n  plan:\n  - {name: pronouns, label: Pronouns}\n")
    assert waypost(school, "schema").returncode == 0
    schema = json.loads((school / "content/schemas/plp.schema.json").read_text())
    assert schema["$defs"]["PlanInformation"]["properties"]["pronouns"]["title"] == "Pronouns"
    assert schema["$defs"]["PlanInformation"]["additionalProperties"] is False


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str) -> None:
    result = CliRunner().invoke(main, [verb, "--help"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 4


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    assert waypost(tmp_path, "publish").returncode == 2
    assert waypost(tmp_path, "links", "--format", "xml").returncode == 2
