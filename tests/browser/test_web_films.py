"""A film that this browser does not play: its copy for the web plays, and the film itself is there to download."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.built import Link
from browser.findings import findings
from browser.host import Host, running_host
from browser.reader import Read
from media import metadata
from media.test_renditions import turned, write_film
from schools import SmallSchool, start_school
from waypost.opening import write_opened
from waypost.seal.link import encode
from waypost.seal.opening import open_link

LEARNER = "noor-abadi"
EVIDENCE = [
    {"id": "rocket", "file": "rocket.mov", "title": "The second launch", "alt": "A rocket", "playback": "web"},
    {"id": "crash", "file": "crash.mov", "title": "The first launch", "alt": "A rocket that falls"},
]


@pytest.fixture(scope="module")
def launches(tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """A school with one learner, whose phone writes films in HEVC."""
    school = start_school(tmp_path_factory.mktemp("launches") / "school")
    (school.folder(LEARNER) / "evidence").mkdir(parents=True)
    for piece in EVIDENCE:
        path = school.folder(LEARNER) / "evidence" / piece["file"]
        turned(write_film(path, "libx265", seconds=2, sound="playback" in piece))
    school.write_plan(LEARNER, {"plan": {"name": "Noor Abadi"}, "evidence": EVIDENCE})
    school.build()
    return school


@pytest.fixture
def pad(launches: SmallSchool) -> Iterator[Host]:
    with running_host(launches.site) as host:
        yield host


def test_copy_plays_upright_and_the_film_itself_is_saved(launches: SmallSchool, pad: Host, read: Read) -> None:
    family = launches.link(LEARNER)
    link = Link(LEARNER, "Family", "family", f"{family.folder}/", encode(family.secret), "")
    reader = read(pad, below="", viewport={"width": 390, "height": 740})
    reader.open(link, "evidence")
    reader.page.locator("#rocket").get_by_role("button").click()
    film = reader.page.locator("#rocket video")
    expect(film).to_be_visible()
    reader.until("document.querySelector('#rocket video').currentTime > 0.1")
    assert film.evaluate("film => [film.videoWidth, film.videoHeight]") == [48, 64]
    for id_ in ("rocket", "crash"):
        original = launches.folder(LEARNER) / "evidence" / f"{id_}.mov"
        offer = reader.page.locator(f"#{id_} a[data-download]")
        expect(offer).to_contain_text(f"{id_}.mov")
        with reader.page.expect_download() as download:
            offer.click()
        assert download.value.suggested_filename == f"{id_}.mov"
        # It is cleaned in its place, so that it is as long as it was.
        assert Path(download.value.path()).stat().st_size == original.stat().st_size
    assert findings(reader.page) == []


def test_copy_and_film_are_written_out_without_a_word_of_where_and_who(launches: SmallSchool, tmp_path: Path) -> None:
    write_opened(open_link(launches.site, launches.link(LEARNER), None), tmp_path / "opened")
    films = [*(tmp_path / "opened/media").rglob("*.m[op][v4]")]
    assert sorted(path.name for path in films) == ["crash.mov", "rocket-web.mp4", "rocket.mov"]
    assert [found for row in metadata.read(films).values() if (found := metadata.told(row))] == []
    page = (tmp_path / "opened/evidence.html").read_text(encoding="utf-8")
    assert '<video src="media/rocket.web/rocket-web.mp4"' in page
    assert '<a href="media/rocket/rocket.mov" download>' in page
