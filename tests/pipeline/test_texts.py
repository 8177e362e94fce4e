"""What documents say is sealed for finding: for each audience that of its own documents, and of no others."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from schools import SmallSchool
from waypost.model.media import MediaFile, MediaSet
from waypost.opening import write_opened
from waypost.seal.opening import OpenedTree, open_link
from waypost.texts import TEXTS, write_texts

STUDENT = "amara-osei"
FILE = MediaFile("a", Path("nowhere"), "text/plain", "a.txt", 3)


@pytest.fixture
def noted(empty_school: SmallSchool) -> SmallSchool:
    """A school with one learner, who has a document for everybody and one for nobody else."""
    notes: list[dict[str, Any]] = [
        {"id": "open", "file": "open.txt", "title": "Notes"},
        {"id": "own", "file": "own.txt", "title": "Notes of my own", "for": []},
    ]
    empty_school.add_learner(STUDENT, "Amara Osei", evidence=notes)
    evidence = empty_school.folder(STUDENT) / "evidence"
    (evidence / "open.txt").write_text("The capacitor\nhad  dried out.")
    (evidence / "own.txt").write_text("I cried over the transformer.")
    for leftover in set(evidence.iterdir()) - {evidence / "open.txt", evidence / "own.txt"}:
        leftover.unlink()
    empty_school.write_sharing(STUDENT, {"name": "Amara", "audience": "self"}, {"name": "Family", "audience": "family"})
    empty_school.build()
    return empty_school


def tree(school: SmallSchool, recipient: str) -> OpenedTree:
    return open_link(school.site, school.link(STUDENT, recipient))


def texts(school: SmallSchool, recipient: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(gzip.decompress(tree(school, recipient).read_media(TEXTS)))
    return found


def test_each_audience_can_search_its_own_documents_and_no_others(noted: SmallSchool) -> None:
    everybody = {"open": "The capacitor had dried out."}
    assert texts(noted, "Family") == everybody
    assert texts(noted, "Amara") == {**everybody, "own": "I cried over the transformer."}


def test_texts_for_searching_are_no_page_and_no_file_to_keep(noted: SmallSchool, tmp_path: Path) -> None:
    write_opened(tree(noted, "Amara"), tmp_path / "opened")
    names = {path.name for path in (tmp_path / "opened").rglob("*")}
    assert "open.txt" in names
    assert not [name for name in names if name.endswith(".gz")]
    assert noted.leftovers() == []
    assert not list(noted.cache.rglob("texts"))


def test_without_documents_nothing_is_written(tmp_path: Path) -> None:
    assert write_texts({"a": MediaSet("document", (FILE,))}, tmp_path / "texts") is None
    assert list(tmp_path.iterdir()) == []


def test_the_same_texts_are_the_same_bytes(tmp_path: Path) -> None:
    shown = {"a": MediaSet("document", (FILE,), text="One."), "b": MediaSet("document", (FILE,))}
    first, again = (write_texts(shown, tmp_path / name) for name in ("first", "again"))
    assert first is not None
    assert again is not None
    assert first.path.read_bytes() == again.path.read_bytes()
    assert json.loads(gzip.decompress(first.path.read_bytes())) == {"a": "One."}
