"""Captions become a file beside their film, once."""

from __future__ import annotations

from pathlib import Path

from waypost.media.captions import with_captions
from waypost.model.evidence import Evidence
from waypost.model.media import MediaFile, MediaSet

WORDS = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello"


def sets() -> dict[str, MediaSet]:
    film = MediaFile("film", Path("film.mp4"), "video/mp4", "My film.mp4", 5)
    essay = MediaFile("essay", Path("essay.txt"), "text/plain", "essay.txt", 5)
    return {"film": MediaSet("video", (film,)), "essay": MediaSet("document", (essay,))}


def piece(id_: str, captions: str | None) -> Evidence:
    return Evidence(id=id_, title="A piece", captions=captions)


def test_captions_are_published_beside_their_film(tmp_path: Path) -> None:
    media = with_captions(sets(), [piece("film", WORDS), piece("essay", WORDS)], tmp_path)
    captions = media["film"].captions
    assert captions
    assert (captions.token, captions.type, captions.name) == ("film.captions", "text/vtt", "My film.vtt")
    assert captions.path.read_text() == WORDS
    assert captions.size == len(WORDS)
    assert captions in media["film"].everything
    assert media["essay"].captions is None
    assert with_captions(sets(), [piece("film", None)], tmp_path)["film"].captions is None


def test_captions_are_written_once_and_mended_where_they_were_damaged(tmp_path: Path) -> None:
    def store() -> Path:
        captions = with_captions(sets(), [piece("film", WORDS)], tmp_path)["film"].captions
        assert captions
        return captions.path

    path = store()
    first = path.stat().st_ino
    assert store().stat().st_ino == first
    path.write_text("WEBVTT")
    assert store().read_text() == WORDS
    assert [one.name for one in path.parent.iterdir()] == ["captions.vtt"]
