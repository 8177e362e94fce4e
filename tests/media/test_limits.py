"""What is left out because it is large is told, with the file and the mend; a school can allow more."""

from __future__ import annotations

import os
from pathlib import Path

import av
import pytest

from media.pictures import kept, png, portfolio_of, quarters, save
from media.sheets import write_pdf
from waypost.errors import Problem
from waypost.media import build_media, inspect_media
from waypost.media.cleaning import markup, room
from waypost.media.cleaning.models import clean_gltf
from waypost.media.cleaning.notebooks import clean_notebook
from waypost.media.cleaning.trouble import CleaningError, too_large
from waypost.media.limits import Limits
from waypost.media.previewed import store_preview
from waypost.media.sets import NO_PEAKS
from waypost.media.sound import listen_to_sound
from waypost.media.workroom import Workroom
from waypost.model.media import MediaSet


def built(path: Path, limits: Limits) -> tuple[MediaSet | None, tuple[Problem, ...]]:
    media, problems = build_media(portfolio_of(piece=path), path.parent / "store", limits=limits)
    return media.get("piece"), problems


def test_file_above_the_schools_limit_is_told_and_the_others_are_built(tmp_path: Path, workroom: Workroom) -> None:
    (tmp_path / "log.csv").write_bytes(b"a,b\n" * 500_000)
    (tmp_path / "poem.txt").write_text("Low water")
    portfolio = portfolio_of(log=tmp_path / "log.csv", poem=tmp_path / "poem.txt")
    limits = Limits(largest_file=1)
    media, problems = build_media(portfolio, tmp_path / "store", limits=limits)
    message = (
        "this file has 2 MB, and no file may have more than 1; save a smaller copy and use that, or raise "
        "largest_file in mkdocs.yml"
    )
    assert (
        problems
        == inspect_media(portfolio, workroom, limits=limits)
        == (Problem(str(tmp_path / "log.csv"), 0, 0, message),)
    )
    assert [*media] == ["poem"]
    assert [*build_media(portfolio, tmp_path / "store")[0]] == ["log", "poem"]


def test_picture_may_have_as_many_pixels_as_the_school_says(tmp_path: Path, workroom: Workroom) -> None:
    source = save(tmp_path / "a.png", quarters((1200, 1000)))
    piece, (problem,) = built(source, Limits(largest_picture=1))
    assert (piece, problem.severity) == (None, "error")
    assert "(1200 × 1000); save a smaller copy and use that, or raise largest_picture in mkdocs.yml" in problem.message
    assert inspect_media(portfolio_of(piece=source), workroom, limits=Limits(largest_picture=1)) == (problem,)
    piece, problems = built(source, Limits(largest_picture=2))
    assert (piece is not None, problems) == (True, ())


def test_limit_of_the_library_gives_way_to_the_schools(tmp_path: Path, workroom: Workroom) -> None:
    (tmp_path / "scan.png").write_bytes(png(20_000, 15_000, 8, 2, b""))
    scan = portfolio_of(scan=tmp_path / "scan.png")
    assert len(inspect_media(scan, workroom)) == 1
    assert inspect_media(scan, workroom, limits=Limits(largest_picture=300)) == ()


def test_pages_that_are_not_shown_are_told_until_more_are_allowed(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "a.pdf", ["one", "two", "three"], size=(60, 80))
    piece, (problem,) = built(source, Limits(most_pages=2))
    assert piece is not None
    assert piece.pages is not None
    assert (len(piece.pages.sheets), piece.pages.total) == (2, 3)
    assert (problem.file, problem.severity) == (str(source), "advice")
    assert problem.message.startswith("the first 2 of its 3 pages are shown, and the file holds all of them")
    assert "most_pages" in problem.message
    piece, problems = built(source, Limits(most_pages=3))
    assert piece is not None
    assert piece.pages is not None
    assert (len(piece.pages.sheets), problems) == (3, ())


def test_recording_that_is_too_long_to_be_drawn_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.flac"
    with av.open(str(source), "w") as sound:
        stream = sound.add_stream("flac", rate=8000, layout="mono")
        for number in range(489):
            frame = av.AudioFrame(format="s16", layout="mono", samples=4096)
            frame.planes[0].update(bytes(8192))
            frame.rate, frame.pts = 8000, number * 4096
            sound.mux(stream.encode(frame))
        sound.mux(stream.encode())
    # Here in this process: starting another may take longer than a second.
    monkeypatch.setattr(Workroom, "ask", lambda _self, _task, *rest: listen_to_sound(*rest))
    for limits, peaks, told in ((Limits(time_limit=1), 0, [NO_PEAKS]), (Limits(time_limit=2), 96, [])):
        media, problems = build_media(kept(portfolio_of(piece=source)), tmp_path / "store", limits=limits)
        assert media["piece"].seconds == pytest.approx(250, abs=1)
        assert (len(media["piece"].peaks), [problem.message for problem in problems]) == (peaks, told)


def test_process_that_reads_files_has_the_memory_that_the_school_says(tmp_path: Path) -> None:
    (tmp_path / "a.obj").write_text("v 1 2 3\n")
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    before = set(children.read_text().split())
    with Workroom(megabytes=600) as workroom:
        workroom.clean(tmp_path / "a.obj", tmp_path / "clean")
        (worker,) = set(children.read_text().split()) - before
        limits = Path(f"/proc/{worker}/limits").read_text()
    row = next(line for line in limits.splitlines() if line.startswith("Max address space"))
    assert row.split()[3] == str(600 << 20)


@pytest.mark.parametrize(("name", "clean"), [("a.ipynb", clean_notebook), ("a.gltf", clean_gltf)])
def test_what_is_read_as_a_whole_may_be_larger_where_there_is_more_memory(
    name: str, clean: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / name
    source.write_text('{"asset": {"version": "2.0"}, "cells": [], "nbformat": 4}')
    monkeypatch.setattr(room, "_whole", 16 * 20)
    with pytest.raises(CleaningError, match=r"; save a smaller copy and use that, or raise memory_limit"):
        clean(source, tmp_path / "clean")  # type: ignore[operator]
    monkeypatch.setattr(room, "_whole", 16 * 200)
    clean(source, tmp_path / "clean")  # type: ignore[operator]
    assert (tmp_path / "clean").is_file()


def test_drawing_with_one_piece_that_is_too_large_is_not_called_damaged() -> None:
    with pytest.raises(CleaningError, match=r"more than 10 MB in one piece; put a smaller one in its place"):
        markup.read_markup(b'<svg href="' + b"A" * 11_000_000 + b'"/>')


class Impatient(Workroom):
    """Finds every document too large, and counts."""

    tried = 0

    def preview(self, *_files: object) -> str:
        self.tried += 1
        raise too_large()


def test_document_that_was_too_large_is_tried_again_where_more_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    for megabytes, tried in ((1024, 1), (1024, 0), (2048, 1)):
        workroom = Impatient(megabytes=megabytes)
        assert store_preview(tmp_path / "a.txt", tmp_path / "a.txt", tmp_path / "store", workroom).too_large
        assert workroom.tried == tried
