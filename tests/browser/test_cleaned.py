"""Cleaned films and recordings, played from beginning to end; cleaned documents, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from media.specimens import RECORDINGS, SPECIMENS
from waypost.media.cleaning.sorts import clean_file

FILMS = ("film.mp4", "pieces.mp4", "drone.mp4", "film.webm", "live.webm")
SOUNDS = ("voice.mp3", "voice.m4a", "voice.aac", "voice.flac", "voice.ogg", "voice.opus", "voice.weba")
PLAYED = """player => new Promise((done, fail) => {
  player.onerror = () => fail(player.error.message);
  player.onended = () => done([player.videoWidth || 0, player.videoHeight || 0, player.currentTime]);
  player.muted = true;
  player.playbackRate = 8;
  player.play().catch(fail);
})"""


@pytest.mark.parametrize("name", FILMS + SOUNDS)
def test_cleaned_film_or_recording_plays_to_its_end(name: str, chromium: Browser, tmp_path: Path) -> None:
    clean_file(RECORDINGS / name, tmp_path / name)
    tag = "video" if name in FILMS else "audio"
    (tmp_path / "page.html").write_text(f"<!doctype html><title>.</title><{tag} src='{name}'></{tag}>")
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    width, height, seconds = page.locator(tag).evaluate(PLAYED)
    page.close()
    assert (width, height) == ((96, 64) if tag == "video" else (0, 0))
    assert seconds == pytest.approx(1.5, abs=0.2)


def test_cleaned_drawing_is_drawn_and_asks_for_nothing(chromium: Browser, tmp_path: Path) -> None:
    SPECIMENS["map.svg"](tmp_path / "map.svg")
    clean_file(tmp_path / "map.svg", tmp_path / "clean.svg")
    page = chromium.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.goto((tmp_path / "clean.svg").as_uri())
    assert page.locator("path").first.evaluate("path => path.getTotalLength()") > 10
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
