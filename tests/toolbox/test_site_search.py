"""The site's search knows the toolbox: Material's and MkDocs' own, and none that was built beforehand."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import Toolbox
from waypost.render.place import toolbox_dir
from waypost.site_search import INDEX, extend_site_search
from waypost.toolbox import place_toolbox
from waypost.views.moves import build_move_rows
from waypost.views.search_entries import SearchEntry, build_search_entries

HOME = {"location": "", "title": "Home"}
MATERIAL = {"config": {"lang": ["en"], "fields": {"title": {"boost": 1000.0}}}, "docs": [HOME]}
OWN_SEARCH = {"config": {"lang": ["en"], "prebuild_index": False}, "docs": [HOME]}


def write_index(staging: Path, index: dict[str, Any]) -> Path:
    path = staging / INDEX
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(index), encoding="utf-8")
    return path


def docs(path: Path) -> dict[str, dict[str, str]]:
    found = json.loads(path.read_text(encoding="utf-8"))["docs"]
    assert len(found) == len({each["location"] for each in found})
    return {each["location"]: each for each in found}


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    loaded = load_toolbox(toolbox_dir())
    assert loaded.toolbox is not None
    return loaded.toolbox


@pytest.fixture(scope="module")
def entries(toolbox: Toolbox) -> tuple[SearchEntry, ...]:
    return build_search_entries(toolbox, build_move_rows(toolbox))


def test_every_move_is_found_where_it_stands(
    tmp_path: Path, toolbox: Toolbox, entries: tuple[SearchEntry, ...]
) -> None:
    path = write_index(tmp_path, MATERIAL)
    assert extend_site_search(tmp_path, entries)
    found = docs(path)
    assert found[""] == HOME
    moves = build_move_rows(toolbox)
    assert len(moves) == 317
    for move in moves:
        entry = found[f"toolbox/{move['page']}"]
        assert html.escape(move["works_when"], quote=False) in entry["text"]


def test_a_page_stands_before_its_parts(toolbox: Toolbox) -> None:
    seen: set[str] = set()
    for entry in build_search_entries(toolbox, build_move_rows(toolbox)):
        page, _, anchor = entry.location.partition("#")
        assert not anchor or page in seen or page in ("considerations.html", "resources.html", "glossary.html")
        seen.add(entry.location)


def test_every_entry_is_on_a_page_that_exists(tmp_path: Path, toolbox: Toolbox) -> None:
    place_toolbox(tmp_path, "https://school.example.org/")
    for entry in build_search_entries(toolbox, build_move_rows(toolbox)):
        page, _, anchor = entry.location.partition("#")
        text = (tmp_path / "toolbox" / page).read_text(encoding="utf-8")
        assert not anchor or f' id="{anchor}"' in text


def test_signs_of_markup_are_written_as_each_search_reads_them(
    tmp_path: Path, entries: tuple[SearchEntry, ...]
) -> None:
    location = "toolbox/elements/goal-setting-and-progress-monitoring.html"
    titles = {}
    for name, index in (("material", MATERIAL), ("own", OWN_SEARCH)):
        path = write_index(tmp_path / name, index)
        assert extend_site_search(tmp_path / name, entries)
        titles[name] = docs(path)[location]["title"]
    assert titles == {"material": "Goal Setting &amp; Progress Monitoring", "own": "Goal Setting & Progress Monitoring"}


def test_an_index_built_beforehand_is_left_as_it_is(tmp_path: Path, entries: tuple[SearchEntry, ...]) -> None:
    path = write_index(tmp_path, OWN_SEARCH | {"index": {"version": "2.3.9"}})
    before = path.read_bytes()
    assert not extend_site_search(tmp_path, entries)
    assert path.read_bytes() == before


def test_a_site_without_a_search_stays_without(tmp_path: Path, entries: tuple[SearchEntry, ...]) -> None:
    assert extend_site_search(tmp_path, entries)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_site_shares_is_not_written_into(tmp_path: Path, entries: tuple[SearchEntry, ...]) -> None:
    path = write_index(tmp_path, MATERIAL)
    other = tmp_path / "published.json"
    other.hardlink_to(path)
    extend_site_search(tmp_path, entries)
    assert json.loads(other.read_text(encoding="utf-8")) == MATERIAL
