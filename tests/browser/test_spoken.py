"""Evidence that is well described: pairs, the words of films and recordings, and what is still to be said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.built import Built, waypost
from browser.findings import findings
from browser.host import Host, running_host
from browser.reader import Read
from browser.spoken import build_spoken_school

INES = "ines-duarte"
WORDS_OF_TRACK = """video => new Promise((resolve) => {
  const track = video.textTracks[0];
  track.mode = "showing";
  const tell = () => track.cues && track.cues.length && resolve([...track.cues].map((cue) => cue.text));
  video.querySelector("track").addEventListener("load", tell);
  tell();
})"""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_spoken_school(tmp_path_factory.mktemp("spoken"))


@pytest.fixture(scope="module")
def spoken_host(spoken: Built) -> Iterator[Host]:
    with running_host(spoken.web) as host:
        yield host


def test_two_pieces_stand_side_by_side_and_what_is_said_can_be_read(
    spoken: Built, spoken_host: Host, read: Read
) -> None:
    reader = read(at=spoken_host, viewport={"width": 320, "height": 740})
    reader.open(spoken.link(INES, "Home"), "evidence")
    page = reader.page
    pair = page.locator("#hands-in-november .pair")
    earlier, later = (box for box in (one.bounding_box() for one in pair.locator(".plate").all()) if box)
    assert abs(earlier["y"] - later["y"]) < 1
    assert earlier["x"] + earlier["width"] <= later["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    # A pair whose later piece waits for somebody's consent is no pair to anybody else.
    assert page.locator(".pair").count() == 1
    assert "asleep" not in page.content()
    assert page.locator(".piece-todo").count() == 0
    expect(page.locator("#hands-in-november .piece-quote")).to_contain_text("mostly shadow")
    assert page.locator("#hands-in-november .piece-quote a").get_attribute("href").endswith("/reflections/looking")
    for piece, words in (("talk", "Where does the light come from?"), ("film", "Y luego muy poco rojo.")):
        fold = page.locator(f"#{piece} .transcript")
        expect(fold.locator(".prose")).to_be_hidden()
        fold.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(fold.locator(".prose")).to_contain_text(words)
    assert page.locator("#talk .transcript .prose").get_attribute("lang") == "en"
    assert page.locator("#film .transcript .prose").get_attribute("lang") is None
    assert findings(page) == []
    assert reader.strangers() == []


def test_captions_are_shown_over_their_film_without_notes_and_styles(
    spoken: Built, spoken_host: Host, read: Read, chromium: Browser, tmp_path: Path
) -> None:
    reader = read(at=spoken_host)
    reader.open(spoken.link(INES, "Panel"), "evidence")
    film = reader.page.locator("#film video")
    assert film.locator("track").get_attribute("src") is None
    reader.page.locator("#film .media-play button").click()
    expect(film).to_be_visible()
    assert film.evaluate(WORDS_OF_TRACK) == ["<v Ines>Primero el azul.", "Y luego <i>muy</i> poco rojo."]
    assert film.locator("track").get_attribute("srclang") == "es"
    assert reader.strangers() == []
    (captions,) = (
        one for token, one in spoken.tree(spoken.link(INES, "Panel")).manifest["media"].items() if "captions" in token
    )
    assert (captions["type"], captions["name"]) == ("text/vtt", "film.vtt")
    assert b"Quxley" not in spoken.tree(spoken.link(INES, "Panel")).read_media("film.captions")
    # From a folder, where no browser reads one file for another.
    waypost(spoken.root, "open", str(spoken.site), spoken.link(INES, "Panel").url, "--to", str(tmp_path / "opened"))
    page = chromium.new_page()
    page.goto((tmp_path / "opened" / "evidence.html").as_uri())
    assert len(page.locator("#film video").evaluate(WORDS_OF_TRACK)) == 2
    page.close()


def test_the_learner_alone_is_asked_for_words(spoken: Built, spoken_host: Host, read: Read) -> None:
    reader = read(at=spoken_host)
    reader.open(spoken.link(INES, "Me"), "evidence")
    asked = {
        str(one.evaluate("todo => todo.closest('.piece').id")): one.inner_text()
        for one in reader.page.locator(".piece-todo").all()
    }
    assert asked == {
        "hands-in-november": "Say what can be seen here, for people who cannot see it. Only you see this line.",
        "hum": "Say what can be heard here, for people who cannot hear it. Only you see this line.",
    }
    reader.turn_to("growth")
    pair = reader.page.locator(".pair")
    assert [one.get_attribute("href").rsplit("/")[-1] for one in pair.locator("a").all()] == [
        "hands-in-may",
        "hands-in-november",
    ]
    assert findings(reader.page) == []
