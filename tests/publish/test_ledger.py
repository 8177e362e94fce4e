"""The ledger and the marks of the leak gate: read back, and believed only where they are whole and ours."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from waypost.errors import SealedError
from waypost.publish.ledger import Ledger, pack_ledger, unpack_ledger
from waypost.publish.marks import read_marks, search_digest, write_marks
from waypost.publish.parcel import ParcelFile, digest_of

KEY = bytes(32)
SEARCH = search_digest("corpus", ["Will"])


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/1.age").write_text("sealed")
    files = (ParcelFile("b/1.age", 6, digest_of(tmp_path / "b/1.age")),)
    return Ledger(frozenset({"b/1.age", "caf\udce9.html"}), {"ليلى": files, "without-links": ()})


def test_ledger_reads_back_as_it_was_packed(ledger: Ledger) -> None:
    assert unpack_ledger(pack_ledger(ledger) + bytes(1000)) == ledger


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"learners": []}', '{"learners": {"a": [5]}}', '{"learners": {}}'])
def test_what_is_no_ledger_is_refused(text: str) -> None:
    for content in (text.encode(), gzip.compress(text.encode()), gzip.compress(text.encode())[:-9] + b"\xff" * 9):
        with pytest.raises(SealedError):
            unpack_ledger(content)


def test_last_good_portfolio_is_all_there_or_not_at_all(ledger: Ledger, tmp_path: Path) -> None:
    assert ledger.last_good("ليلى", tmp_path) == ledger.learners["ليلى"]
    assert ledger.last_good("unknown", tmp_path) == ()
    (tmp_path / "b/1.age").write_text("Sealed")
    assert ledger.last_good("ليلى", tmp_path) == ()


def test_marks_count_for_the_same_search_alone(tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    assert read_marks(path, SEARCH, KEY) == frozenset()
    write_marks(path, SEARCH, frozenset({"a", "b"}), KEY)
    assert read_marks(path, SEARCH, KEY) == {"a", "b"}
    assert read_marks(path, search_digest("other", ["Will"]), KEY) == frozenset()
    assert read_marks(path, search_digest("corpus", ["Will", "Rose"]), KEY) == frozenset()
    assert read_marks(path, search_digest("corpus", []), KEY) == frozenset()
    assert read_marks(path, SEARCH, bytes(31) + b"\1") == frozenset()


@pytest.mark.parametrize("content", ["", "[]", "{}", "\n{}", "0\n[]", "é\n{}"])
def test_damaged_marks_count_for_nothing(content: str, tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    path.write_text(content)
    assert read_marks(path, SEARCH, KEY) == frozenset()


def test_forged_marks_count_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    write_marks(path, SEARCH, frozenset({"a"}), KEY)
    forged = path.read_text().replace('"a"', '"a", "b"')
    assert '"a", "b"' in forged
    path.write_text(forged)
    assert read_marks(path, SEARCH, KEY) == frozenset()
