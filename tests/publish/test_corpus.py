"""The plain files of a staged site: which they are, and a digest that changes with every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from waypost.publish.corpus import build_corpus
from waypost.publish.staging import list_files

SHELLS = frozenset(f"p/{letter * 32}/index.html" for letter in "abc")
SEALED = frozenset({"b/" + "d" * 32 + ".age"})


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    for path in (*SHELLS, *SEALED):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("shell" if path in SHELLS else "sealed")
    (tmp_path / "index.html").write_text("front")
    return tmp_path


def test_sealed_files_stay_out_and_one_shell_stands_for_all(stage: Path) -> None:
    corpus = build_corpus(stage, list_files(stage), SEALED, SHELLS)
    assert corpus.paths == ("index.html", min(SHELLS))
    assert [text.path for text in corpus.texts] == ["index.html", min(SHELLS)]


def test_digest_follows_paths_and_contents(stage: Path) -> None:
    digests = [build_corpus(stage, list_files(stage), SEALED, SHELLS).digest]
    (stage / "index.html").write_text("other")
    digests.append(build_corpus(stage, list_files(stage), SEALED, SHELLS).digest)
    (stage / "index.html").rename(stage / "home.html")
    digests.append(build_corpus(stage, list_files(stage), SEALED, SHELLS).digest)
    for path in SHELLS:
        (stage / path).write_text("other shell")
    digests.append(build_corpus(stage, list_files(stage), SEALED, SHELLS).digest)
    (stage / "empty.txt").touch()
    digests.append(build_corpus(stage, list_files(stage), SEALED, SHELLS).digest)
    assert len(set(digests)) == len(digests)


def test_digest_stays_when_links_come_and_go(stage: Path) -> None:
    before = build_corpus(stage, list_files(stage), SEALED, SHELLS).digest
    (stage / min(SHELLS)).unlink()
    (stage / next(iter(SEALED))).write_text("sealed anew")
    assert build_corpus(stage, list_files(stage), SEALED, SHELLS - {min(SHELLS)}).digest == before


def test_file_names_that_are_no_text_are_gathered_too(stage: Path) -> None:
    (stage / "caf\udce9.txt").write_text("x")
    assert "caf\udce9.txt" in build_corpus(stage, list_files(stage), SEALED, SHELLS).paths
    assert any(
        "caf" in reading.text
        for text in build_corpus(stage, list_files(stage), SEALED, SHELLS).texts
        for reading in text.readings
    )
