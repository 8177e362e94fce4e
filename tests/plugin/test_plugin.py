"""The plugin in MkDocs' hands, and in ProperDocs'."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Literal

import pytest

import programs
from waypost.config import Options
from waypost.errors import Problem
from waypost.pipeline import Build
from waypost.plugin import WaypostConfig, tell, tell_search
from waypost.starting import start_school

BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school that MkDocs has built once, to be looked at or copied."""
    school = tmp_path_factory.mktemp("published") / "demo"
    start_school(school, datetime.date.today())
    result = subprocess.run([BIN / "mkdocs", "build", "--verbose"], cwd=school, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    (school / "build.log").write_text(result.stdout + result.stderr)
    return school


@pytest.fixture
def school(published: Path, tmp_path: Path) -> Path:
    """A copy of the published school, to be changed."""
    return Path(shutil.copytree(published, tmp_path / "demo"))


def run(school: Path, program: programs.Name | Literal["properdocs"], *rest: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "true"}
    if program != "properdocs":
        return programs.run(*rest, cwd=school, environment=environment, name=program)
    return subprocess.run(
        [str(BIN / program), *rest], cwd=school, env=environment, capture_output=True, text=True, check=False
    )


def family_link(school: Path) -> str:
    rows = json.loads(run(school, "waypost", "links", "--format", "json").stdout)
    return str(next(row["url"] for row in rows if row["audience"] == "family"))


def opens(school: Path, to: str) -> bool:
    return run(school, "waypost", "open", "site", family_link(school), "--to", to).returncode == 0


def test_pages_and_portfolios_are_built_together(published: Path, tmp_path: Path) -> None:
    assert "This page is public" in (published / "site/index.html").read_text()
    assert opens(published, str(tmp_path / "opened"))


def test_properdocs_builds_the_same(school: Path) -> None:
    (school / "site").rename(school / "before")
    result = run(school, "properdocs", "build", "--strict", "-f", "mkdocs.yml")
    assert result.returncode == 0, result.stderr
    assert "This page is public" in (school / "site/index.html").read_text()
    assert opens(school, "opened")


def test_pages_load_nothing_from_another_host(published: Path) -> None:
    for page in (published / "site").glob("*.html"):
        tags = re.findall(r"<(?:link|script|img|iframe)[^>]*>", page.read_text())
        remote = [tag for tag in tags if re.search(r'(?:src|href)="(?:https?:)?//', tag)]
        assert [tag for tag in remote if 'rel="canonical"' not in tag] == []


def test_sources_of_the_theme_are_not_published(published: Path) -> None:
    names = {path.name for path in (published / "site").rglob("*")}
    assert not names & {"cover.html", "shell.html", "waypost.po", "tokens.css", "main.js"}


def test_no_search_entry_and_no_sitemap_names_a_portfolio(published: Path) -> None:
    for name in ("search/search_index.json", "sitemap.xml"):
        text = (published / "site" / name).read_text()
        assert "Juniper" not in text
        assert "juniper" not in text
        assert "/p/" not in text


def test_a_build_log_names_no_link(published: Path) -> None:
    told = (published / "build.log").read_text()
    assert family_link(published).rpartition("#")[2] not in told
    assert "/p/" not in told


def test_a_learner_may_be_called_as_an_author_of_the_theme(school: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text(plan.read_text().replace("Juniper Halloran", "Martin Oliver Thomas"))
    result = run(school, "mkdocs", "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert opens(school, "opened")


def test_a_learner_may_be_called_as_somebody_whom_the_toolbox_names(school: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text(plan.read_text().replace("Juniper Halloran", "Carol Dweck"))
    result = run(school, "mkdocs", "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "Carol Dweck" in (school / "site/search/search_index.json").read_text()
    assert opens(school, "opened")


@pytest.mark.parametrize(("extended", "told"), [(True, 0), (False, 1)])
def test_a_search_that_does_not_find_the_toolbox_is_told(
    caplog: pytest.LogCaptureFixture, extended: bool, told: int
) -> None:
    with caplog.at_level("INFO", logger="mkdocs"):
        tell_search(extended)
    assert [record.levelname for record in caplog.records] == ["INFO"] * told


def test_advice_is_told_and_warns_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    problem = Problem("plp.yml", 3, 1, "this could be better", "advice")
    with caplog.at_level("INFO", logger="mkdocs"):
        tell(Build((), (), (), (), (problem,)))
    assert {record.levelname for record in caplog.records} == {"INFO"}
    assert f"{problem} (advice)" in caplog.messages


def test_the_finder_and_its_data_are_published(published: Path) -> None:
    assert len(json.loads((published / "site/toolbox/moves.json").read_text())["moves"]) == 317
    assert (published / "site/toolbox/index.html").read_text().count('type="search"') == 1


def test_a_strict_build_with_a_problem_publishes_nothing(school: Path) -> None:
    before = sorted(path.relative_to(school) for path in (school / "site").rglob("*"))
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text(plan.read_text().replace("grade: 8", "grade: eight"))
    result = run(school, "mkdocs", "build", "--strict")
    assert result.returncode == 1
    assert "portfolios/juniper-example/plp.yml:7:10" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(path.relative_to(school) for path in (school / "site").rglob("*")) == before
    assert opens(school, "opened")


def test_without_strict_the_last_good_portfolio_stays(school: Path) -> None:
    plan = school / "portfolios/juniper-example/plp.yml"
    plan.write_text(plan.read_text().replace("grade: 8", "grade: eight"))
    result = run(school, "mkdocs", "build")
    assert result.returncode == 0
    assert "plp.yml:7:10" in result.stderr
    assert opens(school, "opened")


def test_a_page_that_cannot_be_built_leaves_the_old_site_whole(school: Path) -> None:
    (school / "content/broken.md").write_bytes(b"\xff\xfe broken")
    result = run(school, "mkdocs", "build")
    assert result.returncode != 0
    assert opens(school, "opened")
    assert [path.name for path in school.iterdir() if "staging" in path.name] == []


def test_a_missing_key_stops_the_build_and_says_how_to_restore_it(school: Path) -> None:
    (school / ".waypost/master.key").unlink()
    result = run(school, "mkdocs", "build")
    assert result.returncode == 1
    assert "there is no master key" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (school / ".waypost/master.key").exists()


def test_portfolios_can_be_left_out(school: Path) -> None:
    config = (school / "mkdocs.yml").read_text().replace("  - waypost\n", "  - waypost:\n      enabled: false\n")
    (school / "mkdocs.yml").write_text(config)
    assert run(school, "mkdocs", "build", "--site-dir", "pages").returncode == 0
    assert not (school / "pages/p").exists()


def test_an_unknown_option_is_refused_by_both_ways_to_build(school: Path) -> None:
    config = (school / "mkdocs.yml").read_text().replace("  - waypost\n", "  - waypost:\n      portfolio: here\n")
    (school / "mkdocs.yml").write_text(config)
    assert "portfolio" in run(school, "mkdocs", "build", "--strict").stderr
    result = run(school, "waypost", "build")
    assert result.returncode == 2
    assert "has no option portfolio" in result.stderr


def test_plugin_and_command_line_have_the_same_options() -> None:
    declared = {name for name, _ in WaypostConfig()._schema} - {"enabled"}
    assert declared == set(Options.__dataclass_fields__)


def test_serve_builds_again_when_a_plan_changes(school: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    published_before = sorted(path.name for path in (school / "site").iterdir())
    log = (school / "serve.log").open("w")
    server = subprocess.Popen(
        [str(BIN / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=school, stdout=log, stderr=log
    )
    try:
        address = family_link(school).partition("#")[0].replace(":8000", f":{port}") + "grant.age"
        first = fetched(address)
        plan = school / "portfolios/juniper-example/plp.yml"
        plan.write_text(plan.read_text().replace("grade: 8", "grade: 9"))
        tries = 0
        while fetched(address) == first and tries < 160:
            tries += 1
            time.sleep(0.25)
        assert fetched(address) != first
    finally:
        # Not an interrupt: whoever runs the tests in the background has shut it off.
        server.terminate()
        server.wait(20)
        log.close()
    assert sorted(path.name for path in (school / "site").iterdir()) == published_before


def fetched(address: str) -> bytes:
    """What stands at an address, once the server is up."""
    for _ in range(160):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - a server of this test
                return bytes(answer.read())
        except OSError:
            time.sleep(0.25)
    raise AssertionError(f"nothing at {address}")


def test_a_broken_move_of_the_school_is_told_and_fails_a_strict_build(school: Path) -> None:
    local = school / "toolbox/local"
    local.mkdir(parents=True)
    (local / "own.yml").write_text("moves:\n  - id: own-greet\n")
    strict = run(school, "mkdocs", "build", "--strict")
    assert strict.returncode == 1
    assert "toolbox/local/own.yml:2:5: text is missing: add it." in strict.stdout + strict.stderr
    loose = run(school, "mkdocs", "build")
    assert loose.returncode == 0
    assert "toolbox/local/own.yml:2:5: text is missing: add it." in loose.stdout + loose.stderr
    assert (school / "site/toolbox/add.html").is_file()
