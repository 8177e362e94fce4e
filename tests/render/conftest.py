"""A small learner, drawn for whom a test asks."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from waypost.load.stages import load_stages
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.media import MediaFile, MediaSet
from waypost.model.school import Section
from waypost.render import Page, load_language, render_portfolio
from waypost.render.language import Language
from waypost.render.place import toolbox_dir
from waypost.views import build_portfolio_view

GOLDEN = Path(__file__).parents[1] / "golden" / "render"
TODAY = datetime.date(2026, 11, 21)
Pages = dict[str, Page]
Draw = Callable[..., Pages]


def read(path: Path) -> Any:
    """A YAML file as the schema takes it: every scalar is text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (makes text only)


def picture(token: str, width: int) -> MediaFile:
    """A published size of a picture."""
    return MediaFile(token, Path("nowhere"), "image/webp", "frame.webp", 40_000, width, width * 3 // 4)


@pytest.fixture(scope="session")
def plan() -> dict[str, Any]:
    """The small learner's plan as it is written."""
    return dict(read(GOLDEN / "learner" / "plp.yml"))


@pytest.fixture(scope="session")
def school() -> School:
    """The small learner's school."""
    return School.model_validate(read(GOLDEN / "school.yml"))


@pytest.fixture(scope="session")
def media() -> dict[str, MediaSet]:
    """The files of the small learner's evidence."""
    return {
        "frame": MediaSet("image", (picture("frame-small", 800), picture("frame-large", 1600))),
        "talk": MediaSet("audio", (MediaFile("talk", Path("nowhere"), "audio/mpeg", "talk.mp3", 1_234_000),)),
        "swarm-film": MediaSet(
            "video", (MediaFile("swarm", Path("nowhere"), "video/mp4", "swarm.mp4", 9_000_000, 640, 360),)
        ),
        "counts": MediaSet(
            "document", (MediaFile("counts", Path("nowhere"), "application/octet-stream", "counts.xlsx", 17_400),)
        ),
    }


@pytest.fixture(scope="session")
def draw(plan: dict[str, Any], school: School, media: dict[str, MediaSet]) -> Draw:
    """Draws a plan (the small learner's, where none is given) for an audience in a language; pages by slug.

    The school keeps the `hidden` sections to the learner alone.
    """

    def pages(
        audience: Audience,
        language: str | Language = "en",
        other: dict[str, Any] | None = None,
        files: bool = True,
        hidden: Iterable[Section] = (),
    ) -> Pages:
        careful = school.model_copy(update={"visibility": dict.fromkeys(hidden, ())})
        portfolio = Portfolio("learner", PLP.model_validate(other or plan), careful, DEFAULT_SHARING)
        view = build_portfolio_view(portfolio, audience, TODAY, load_stages(toolbox_dir()))
        spoken = load_language(language) if isinstance(language, str) else language
        drawn = render_portfolio(view, media if files else {}, spoken, TODAY)
        return {page.slug: page for page in drawn}

    return pages
