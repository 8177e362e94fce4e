"""A portfolio to take along: one HTML file, a PDF of it, and the pack that another school can go on from."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .charter import load_sound_school
from .config import Settings
from .errors import InputProblems, Problem, UsageError
from .learner import shown_media
from .load import load_portfolio
from .load.stages import load_stages
from .media import build_media
from .model import Audience, Portfolio
from .model.media import MediaFile
from .packing import write_pack
from .paper import print_to_pdf
from .render import load_language, render_portfolio
from .render.design import design_data
from .render.place import theme_dir, toolbox_dir
from .render.single import Inside, data_address, embed_fonts, render_single
from .views import build_portfolio_view

LARGEST = 50_000_000
"""Bytes. A file above this would make the one document too heavy to open; it is in the pack, whole."""


@dataclass(frozen=True)
class Export:
    """What was written, and what was not: files too large for the one document, and why there is no PDF (or None)."""

    document: Path
    pdf: Path | None
    pack: Path
    left_out: tuple[str, ...]
    no_pdf: str | None
    problems: tuple[Problem, ...]


def export_portfolio(
    settings: Settings, folder: Path, target: Path, audience: Audience, language: str | None, today: datetime.date
) -> Export:
    """Writes the document, the PDF and the pack of the learner in `folder` to `target`, a new or empty folder.

    The document and the PDF show what `audience` sees, in `language` (the school's where None). The pack holds
    everything as it is. Raises InputProblems where the folder has errors, UsageError where `target` holds something.
    """
    if target.exists() and any(target.iterdir()):
        raise UsageError(f"{target}: this folder is not empty. Name a new one, so that nothing is written over.")
    school_file = settings.portfolios / "school.yml"
    school = load_sound_school(settings)
    loaded = load_portfolio(folder, school, settings.shown)
    portfolio = loaded.portfolio
    if portfolio is None:
        raise InputProblems(loaded.problems)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".waypost-", dir=target) as store:
        html, left_out, media_problems = _draw(
            settings, portfolio, Path(store), audience, language or school.language, today
        )
    document = target / f"{portfolio.student}.html"
    document.write_text(html, encoding="utf-8")
    pdf = target / f"{portfolio.student}.pdf"
    no_pdf = print_to_pdf(document, pdf)
    pack = target / f"{portfolio.student}-pack.zip"
    write_pack(folder, school_file, portfolio.plp, pack)
    return Export(document, None if no_pdf else pdf, pack, left_out, no_pdf, (*loaded.problems, *media_problems))


def _draw(
    settings: Settings, portfolio: Portfolio, store: Path, audience: Audience, tag: str, today: datetime.date
) -> tuple[str, tuple[str, ...], tuple[Problem, ...]]:
    media, problems = build_media(portfolio, store, settings.shown)
    if any(problem.severity == "error" for problem in problems):
        raise InputProblems(problems)
    view = build_portfolio_view(portfolio, audience, today, load_stages(toolbox_dir()))
    shown, files = shown_media(view, media)
    language = load_language(tag)
    pages = render_portfolio(view, shown, language, today)
    left_out = tuple(file.name for file in files.values() if file.size > LARGEST)

    def inside(token: str) -> Inside | None:
        file = files.get(token)
        return _inside(file) if file and file.size <= LARGEST else None

    def preview(token: str) -> str | None:
        file = files.get(token)
        return file.path.read_text(encoding="utf-8") if file else None

    style = _style(language.direction == "rtl")
    design = design_data(view.learner.design)
    single = render_single(view.learner.name, audience.value, pages, language, style, inside, preview, design)
    return single, left_out, problems


def _inside(file: MediaFile) -> Inside:
    return Inside(data_address(file.type, file.path.read_bytes()), file.name)


def _style(right_to_left: bool) -> str:
    """The portfolio's style with the fonts that its language needs inside it."""
    assets = theme_dir() / "assets"
    wanted = [
        path
        for path in (assets / "fonts").iterdir()
        if "-latin-" in path.name or (right_to_left and "-arabic-" in path.name)
    ]
    style = (assets / "portfolio.css").read_text(encoding="utf-8")
    return embed_fonts(style, {path.name: path.read_bytes() for path in wanted})
