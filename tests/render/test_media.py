"""Pictures, pages, films and sounds in a portfolio's pages, in the viewer and outside of it."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from render.conftest import TODAY
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.media import MediaFile, MediaSet, Pages
from waypost.render import load_language, render_portfolio, viewer_words
from waypost.render.embedding import Inside
from waypost.render.single import render_single
from waypost.render.standalone import list_unshown, render_standalone
from waypost.render.wave import draw_wave
from waypost.views import build_portfolio_view


def file(token: str, width: int | None = None, height: int | None = None, type_: str = "image/webp") -> MediaFile:
    return MediaFile(token, Path("nowhere"), type_, f"{token}.webp", 40_000, width, height)


SHEETS = (file("report.p1", 1018, 1440), file("report.p2", 1440, 1018))
MEDIA = {
    "report": MediaSet(
        "document",
        (MediaFile("report", Path("nowhere"), "application/pdf", "report.pdf", 9_000),),
        poster=(file("report.p0", 339, 480), SHEETS[0]),
        pages=Pages(SHEETS, 80, file("report.words"), "The <tide> came in"),
    ),
    "film": MediaSet(
        "video", (file("film", 640, 360, "video/mp4"),), poster=(file("film.poster0", 480, 270),), seconds=83.4
    ),
    "flight": MediaSet(
        "video", (file("flight", 3840, 2160, "video/quicktime"),), web=file("flight.web", 1280, 720, "video/mp4")
    ),
    "voice": MediaSet("audio", (file("voice", type_="audio/mpeg"),), seconds=3.0, peaks=(0, 50, 100)),
    "orbit": MediaSet("image", (file("orbit.0", 480, 360),), moving=file("orbit.moving", 400, 300)),
    "photo": MediaSet(
        "image", (file("photo.0", 480, 320), file("photo.1", 900, 600), file("photo", 900, 600)), kept=True
    ),
}


@pytest.fixture(scope="module")
def drawn() -> Any:
    """The pages of somebody with a piece of each kind, by slug."""
    evidence = [{"id": id_, "file": f"{id_}.x", "title": f"My {id_}", "goals": ["sea"]} for id_ in MEDIA]
    goals = [{"id": "sea", "title": "The sea", "term": "short"}]
    plp = PLP.model_validate({"plan": {"name": "Ida"}, "evidence": evidence, "goals": goals})
    return draw(plp)


def draw(plp: PLP) -> Any:
    portfolio = Portfolio("ida", plp, School(name="A school"), DEFAULT_SHARING)
    view = build_portfolio_view(portfolio, Audience.SELF, datetime.date(2026, 11, 21))
    return render_portfolio(view, MEDIA, load_language("en"), TODAY)


@pytest.fixture(scope="module")
def evidence(drawn: Any) -> str:
    return str(next(page.html for page in drawn if page.slug == "evidence"))


def piece(evidence: str, id_: str) -> str:
    return evidence.partition(f'id="{id_}"')[2].partition("</article>")[0]


def test_document_names_its_pages_and_reads_its_first(evidence: str) -> None:
    report = piece(evidence, "report")
    assert 'data-sheets="report.p1 1018 1440 report.p2 1440 1018" data-total="80" data-said="report.words"' in report
    assert 'data-sizes="report.p0 339 report.p1 1018" width="1018" height="1440" alt="Page 1 of 80"' in report
    assert "The &lt;tide&gt; came in</p>" in report
    assert 'data-download="report"' in report


def test_film_on_a_slide_waits_behind_its_poster() -> None:
    pieces = [{"id": "film", "file": "film.x", "title": "My film"}]
    plp = PLP.model_validate(
        {"plan": {"name": "Ida"}, "evidence": pieces, "presentation": "## One\n\nevidence: film\n"}
    )
    slides = next(page.html for page in draw(plp) if page.slug == "presentation")
    tile = slides.partition('data-film="film"')[2].partition("</p>")[0]
    assert '<img data-media="film.poster0" data-wide="film.poster0" width="480" height="270" alt="My film"' in tile


def test_film_names_its_poster_and_its_length(evidence: str) -> None:
    film = piece(evidence, "film")
    assert 'data-media="film" data-poster="film.poster0" width="640" height="360"' in film
    assert "1 minute, 23 seconds" in film


def test_copy_for_the_web_plays_and_the_film_itself_is_offered_with_its_size(drawn: Any, evidence: str) -> None:
    flight = piece(evidence, "flight")
    assert '<video data-media="flight.web" width="1280" height="720"' in flight
    assert '<dt>The original film</dt><dd><a data-download="flight"><bdi>flight.webp</bdi>, 40 kB</a></dd>' in flight
    assert "data-download" not in piece(evidence, "film")
    # On a slide too.
    talk = next(page.html for page in drawn if page.slug == "presentation")
    assert 'data-film="flight.web"' in talk


def test_sound_is_drawn_for_the_eye_alone(evidence: str) -> None:
    voice = piece(evidence, "voice")
    assert "3 seconds" in voice
    assert 'aria-hidden="true"' in voice
    assert draw_wave((0, 50, 100)) in voice
    assert 'd="M2 23v2M6 12v24M10 0v48"' in voice
    assert draw_wave(()) == ""


def test_kept_file_opens_large_and_is_no_size_of_the_page(evidence: str) -> None:
    assert 'data-media="photo.0" data-large="photo" data-sizes="photo.0 480 photo.1 900"' in piece(evidence, "photo")
    assert 'data-moving="orbit.moving"' in piece(evidence, "orbit")


def test_what_has_a_picture_stands_on_the_contact_sheet_with_it(drawn: Any) -> None:
    goals = next(page.html for page in drawn if page.slug == "goals")
    tokens = set(re.findall(r'class="exhibit-tile" data-media="([^"]*)"', goals))
    assert {"report.p0", "film.poster0", "orbit.0", "photo.0"} <= tokens


def manifest(drawn: Any) -> dict[str, Any]:
    pages = [{"slug": page.slug, "title": page.title, "html": page.html} for page in drawn]
    return {
        "name": "Ida",
        "lang": "en",
        "dir": "ltr",
        "audience": "self",
        "words": viewer_words(load_language("en")),
        "pages": pages,
    }


def test_pages_outside_the_viewer_show_what_they_hold(drawn: Any) -> None:
    files = [one for each in MEDIA.values() for one in each.everything]
    unshown = list_unshown(manifest(drawn))
    assert unshown == {"report.p2", "report.words"}
    media = {one.token: f"media/{one.token}/my file.webp" for one in files if one.token not in unshown}
    html = render_standalone(manifest(drawn), media, None, {})["evidence.html"]
    assert not re.findall(r"data-(?:media|large|sizes|moving|poster|sheets|said)=", html)
    small, large = "media/report.p0/my%20file.webp 339w", "media/report.p1/my%20file.webp 1018w"
    assert f'src="media/report.p0/my%20file.webp" srcset="{small}, {large}" sizes="' in html
    assert 'poster="media/film.poster0/my%20file.webp"' in html
    assert '<video src="media/flight.web/my%20file.webp"' in html
    assert '<a href="media/flight/my%20file.webp" download>' in html


def test_one_document_holds_the_largest_of_each_picture(drawn: Any) -> None:
    asked: list[str] = []

    def inside(token: str) -> Inside:
        asked.append(token)
        return Inside(f"data:{token}", "x")

    def preview(token: str) -> str | None:
        return json.dumps(["The first.", "The <second>."]) if token == "report.words" else None

    html = render_single("Ida", "self", drawn, load_language("en"), "", inside, preview)
    assert not re.findall(r"data-(?:media|large|sizes|moving|poster|sheets|said)=", html)
    for token in ("report.p1", "film", "flight.web", "voice", "orbit.0", "photo"):
        assert f'src="data:{token}"' in html
    assert 'poster="data:film.poster0"' in html
    assert 'src="data:report.p2"' in html
    assert '<p class="unseen">The &lt;second&gt;.</p>' in html
    assert not {"report.words", "orbit.moving"} & set(asked)
    assert 'href="data:flight" download="x"' in html
    paper = render_single("Ida", "self", drawn, load_language("en"), "", inside, preview, size="a4")
    assert "<video" not in paper
    assert "report.p2" not in paper


def test_slide_of_a_document_shows_its_first_page() -> None:
    plp = PLP.model_validate({"plan": {"name": "Ida"}, "evidence": [{"id": "report", "file": "r.pdf", "title": "R"}]})
    view = build_portfolio_view(
        Portfolio("ida", plp, School(name="A school"), DEFAULT_SHARING), Audience.SELF, datetime.date(2026, 11, 21)
    )
    pages = render_portfolio(view, MEDIA, load_language("en"), TODAY)
    html = next(page.html for page in pages if page.slug == "presentation")
    assert 'data-media="report.p0" data-wide="report.p1"' in html
