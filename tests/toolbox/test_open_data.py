"""The page on the open data says what the data holds, and the data keeps what the page promises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from waypost.load.own import KINDS
from waypost.load.toolbox import load_toolbox
from waypost.views.moves import build_move_rows

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "content/toolbox-data.md").read_text()
FIELDS = dict(re.findall(r"^\| `(\w+)` \| (yes|no) \|", PAGE, re.MULTILINE))
LISTS = {"leap", "see", "keywords", "related"}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """All moves, with the one that the page shows as an example."""
    local = tmp_path_factory.mktemp("local")
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (local / "own.yml").write_text(example[1])
    loaded = load_toolbox(REPOSITORY / "toolbox", None, local)
    assert loaded.problems == ()
    assert loaded.toolbox
    return build_move_rows(loaded.toolbox)


def test_every_field_is_described_and_none_that_is_not(rows: list[dict[str, Any]]) -> None:
    assert {field for row in rows for field in row} == set(FIELDS)


def test_fields_that_are_always_there_are(rows: list[dict[str, Any]]) -> None:
    always = {field for field in FIELDS if all(field in row for row in rows)}
    assert always == {field for field, said in FIELDS.items() if said == "yes"}
    assert all(isinstance(row[field], list) for row in rows for field in LISTS)


def test_a_move_belongs_to_an_element_or_to_a_progression(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        ways = [{"driver", "element", "level"} <= row.keys(), {"progression", "model", "phase", "group"} <= row.keys()]
        assert sorted(ways) == [False, True], row["id"]


def test_every_related_move_is_in_the_file(rows: list[dict[str, Any]]) -> None:
    ids = {row["id"] for row in rows}
    assert len(ids) == len(rows)
    assert [id_ for row in rows for id_ in row["related"] if id_ not in ids] == []


def test_every_kind_of_file_is_described() -> None:
    assert all(f"| `{kind}` |" in PAGE for kind in KINDS)


def test_page_is_in_the_menu() -> None:
    menu = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text())["nav"]
    assert "toolbox-data.md" in [page for entry in menu for page in entry.values()]
