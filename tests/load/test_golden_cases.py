"""Each file of golden/load/cases/ is one folder and the exact problems that it has.

`WAYPOST_GOLDEN=write` writes what is found into the files, to be read before it is believed.
"""

from __future__ import annotations

import base64
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from waypost.errors import Problem
from waypost.load import check_folders, load_portfolio, load_school
from waypost.model import Portfolio, School

GOLDEN = Path(__file__).parents[1] / "golden" / "load"
CASES = sorted((GOLDEN / "cases").glob("*.yml"))
RESULTS = "\n# What is found:\n"
KINDS = {"errors": "error", "warnings": "warning", "advice": "advice"}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_problems_are_told_in_these_words(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    problems, dump = load_case(case)
    found = {
        kind: [str(problem) for problem in problems if problem.severity == severity] for kind, severity in KINDS.items()
    }
    golden_dump = GOLDEN / "loaded" / f"{path.stem}.json"
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        write_results(path, found)
        if case.get("dump"):
            golden_dump.parent.mkdir(exist_ok=True)
            golden_dump.write_text(dump, encoding="utf-8")
    expected = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert found == {kind: expected.get(kind, []) for kind in KINDS}
    assert (dump == "") == bool(found["errors"] or case.get("load") == "folders")
    if case.get("dump"):
        assert dump == golden_dump.read_text(encoding="utf-8")


def load_case(case: dict[str, Any]) -> tuple[list[Problem], str]:
    """Lays out the case's files below the current directory and loads them: problems, and the result as JSON."""
    kind, files = case.get("load", "portfolio"), case["files"]
    folder = (
        Path(case.get("folder", "ada")) if kind == "portfolio" else Path("portfolios" if kind == "folders" else ".")
    )
    for name, content in files.items():
        lay_out(Path(os.path.normpath(folder / name)), content)
    if kind == "folders":
        return check_folders(folder), ""
    if kind == "school":
        school = load_school(Path("school.yml"))
        return list(school.problems), as_json(school.school)
    golden_school = load_school(GOLDEN / "school.yml")
    assert golden_school.school is not None, golden_school.problems
    loaded = load_portfolio(folder, golden_school.school)
    assert (loaded.portfolio is None) == any(problem.severity == "error" for problem in loaded.problems)
    return list(loaded.problems), as_json(loaded.portfolio)


def lay_out(path: Path, content: str | dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        path.write_bytes(content.encode())
    elif "symlink" in content:
        path.symlink_to(content["symlink"])
    elif "fifo" in content:
        os.mkfifo(path)
    elif "repeat" in content:
        path.write_text(content.get("before", "") + content["repeat"] * content["times"])
    else:
        path.write_bytes(base64.b64decode(content["base64"]))


def as_json(loaded: Portfolio | School | None) -> str:
    if loaded is None:
        return ""
    if isinstance(loaded, School):
        data: Any = loaded.model_dump(mode="json", exclude_unset=True, by_alias=True)
    else:
        data = {
            "student": loaded.student,
            "plp": loaded.plp.model_dump(mode="json", exclude_unset=True, by_alias=True),
            "sharing": loaded.sharing.model_dump(mode="json", exclude_unset=True, by_alias=True),
            "files": {name: path.as_posix() for name, path in loaded.files.items()},
        }
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def write_results(path: Path, found: dict[str, list[str]]) -> None:
    case = path.read_text(encoding="utf-8").split(RESULTS)[0].rstrip("\n") + "\n"
    results = {kind: lines for kind, lines in found.items() if lines}
    text = yaml.safe_dump(results, allow_unicode=True, width=10_000, sort_keys=False) if results else ""
    path.write_text(case + RESULTS + (text or "errors: []\n"), encoding="utf-8")


def test_every_message_has_a_place_a_problem_and_a_mend() -> None:
    lines = [
        line
        for path in CASES
        for kind in KINDS
        for line in yaml.safe_load(path.read_text(encoding="utf-8")).get(kind, [])
    ]
    assert len(lines) > 200
    for line in lines:
        message = re.fullmatch(r"\S.*?:\d+:\d+: (.+)", line)
        assert message, line
        assert re.search(r": \S|; did you mean .+\?$|is (missing|empty): \w|, under alt:$", message[1]), line
