"""A portfolio to take along: one HTML file, a PDF of it, and the pack that another school can go on from.

With a passphrase all three are sealed to it, in age's own form, and no file says whose they are.
"""

from __future__ import annotations

import datetime
import gzip
import io
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .charter import load_sound_school
from .config import Settings
from .errors import InputProblems, Problem, UsageError
from .learner import shown_media
from .load import load_portfolio
from .load.stages import load_stages
from .media import build_media
from .model import Audience, Portfolio
from .model.media import MediaFile, MediaSet
from .packing import write_pack
from .paper import print_to_pdf, put_on_paper, read_places
from .render import Language, Page, load_language, render_portfolio
from .render.booklet import write_numbers
from .render.design import design_data
from .render.embedding import Inside, data_address, embed_fonts
from .render.place import theme_dir, toolbox_dir
from .render.policy import Stage
from .render.sealed import render_sealed
from .render.single import render_single
from .seal.phrase import armored, seal_with_phrase
from .views import build_portfolio_view
from .views.portfolio import PortfolioView

LARGEST = 50_000_000
"""Bytes. A file above this would make the one document too heavy to open; it is in the pack, whole."""
MOST_PRINTINGS = 3
NAMELESS = "portfolio"


@dataclass(frozen=True)
class Wishes:
    """What is asked for: for whom, in which language (the school's where None), on which sheets, what opens it."""

    audience: Audience = Audience.SELF
    language: str | None = None
    size: str = "letter"
    phrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Export:
    """What was written, and what was not: files too large for the one document, and why there is no PDF (or None)."""

    document: Path
    pdf: Path | None
    pack: Path
    left_out: tuple[str, ...]
    no_pdf: str | None
    problems: tuple[Problem, ...]


def export_portfolio(settings: Settings, folder: Path, target: Path, wishes: Wishes, today: datetime.date) -> Export:
    """Writes the document, the PDF and the pack of the learner in `folder` to `target`, a new or empty folder.

    The document and the PDF show what the audience of `wishes` sees. The pack holds everything as it is. Raises
    InputProblems where the folder has errors, UsageError where `target` holds something.
    """
    if target.exists() and any(target.iterdir()):
        raise UsageError(f"{target}: this folder is not empty. Name a new one, so that nothing is written over.")
    school = load_sound_school(settings)
    loaded = load_portfolio(folder, school, settings.shown)
    portfolio = loaded.portfolio
    if portfolio is None:
        raise InputProblems(loaded.problems)
    target.mkdir(parents=True, exist_ok=True)
    # What is to be sealed never stands in the clear where it is taken along: a memory stick forgets nothing.
    near = None if wishes.phrase else target
    with tempfile.TemporaryDirectory(prefix=".waypost-", dir=near) as room:
        store = Path(room)
        media, problems = build_media(portfolio, store / "media", settings.shown, settings.limits)
        if any(problem.severity == "error" for problem in problems):
            raise InputProblems(problems)
        drawing = _draw(portfolio, media, wishes, today)
        page = drawing.render(_inside, stage=_stage())
        booklet, archive = store / "booklet.pdf", store / "pack.zip"
        no_pdf = _print(drawing, wishes.size, store / "booklet.html", booklet)
        write_pack(folder, settings.portfolios / "school.yml", portfolio.plp, archive)
        name, ending = (NAMELESS, ".age") if wishes.phrase else (portfolio.student, "")
        document, pdf, pack = (target / f"{name}{each}" for each in (".html", f".pdf{ending}", f"-pack.zip{ending}"))
        document.write_text(_sealed(page, drawing.language, wishes.phrase) if wishes.phrase else page, encoding="utf-8")
        for source, place in ((booklet, pdf), (archive, pack)):
            if source.exists():
                _place(source, place, wishes.phrase)
    return Export(document, None if no_pdf else pdf, pack, drawing.left_out, no_pdf, (*loaded.problems, *problems))


@dataclass(frozen=True)
class _Drawing:
    """A portfolio's pages, ready to be put into one document with their files."""

    view: PortfolioView
    pages: tuple[Page, ...]
    files: Mapping[str, MediaFile]
    language: Language

    @property
    def left_out(self) -> tuple[str, ...]:
        return tuple(file.name for file in self.files.values() if file.size > LARGEST)

    def render(
        self, inside: Callable[[MediaFile], Inside | None], size: str | None = None, stage: Stage | None = None
    ) -> str:
        def found(token: str) -> Inside | None:
            file = self.files.get(token)
            return inside(file) if file and file.size <= LARGEST else None

        def preview(token: str) -> str | None:
            file = self.files.get(token)
            return file.path.read_text(encoding="utf-8") if file else None

        name, audience, design = self.view.learner.name, self.view.audience, design_data(self.view.learner.design)
        style = _style(self.language)
        return render_single(
            name, audience, self.pages, self.language, style, found, preview, design, size=size, stage=stage
        )


def _draw(portfolio: Portfolio, media: Mapping[str, MediaSet], wishes: Wishes, today: datetime.date) -> _Drawing:
    view = build_portfolio_view(portfolio, wishes.audience, today, load_stages(toolbox_dir()))
    shown, files = shown_media(view, dict(media))
    language = load_language(wishes.language or portfolio.school.language)
    return _Drawing(view, render_portfolio(view, shown, language, today), files, language)


def _print(drawing: _Drawing, size: str, draft: Path, target: Path) -> str | None:
    """Prints the booklet: once to see where everything comes to stand, and again with the numbers of the sheets.

    The numbers have their room from the beginning, so they move nothing; where they should, they are written anew.
    Returns why there is no PDF, or None.
    """
    blank = drawing.render(_on_paper, size)
    numbers: dict[str, int] = {}
    for _ in range(MOST_PRINTINGS):
        draft.write_text(write_numbers(blank, numbers, drawing.language), encoding="utf-8")
        trouble = print_to_pdf(draft, target)
        if trouble:
            return trouble
        found = read_places(target)
        if found == numbers:
            break
        numbers = found
    return None


def _sealed(page: str, language: Language, phrase: str) -> str:
    packed, sealed = io.BytesIO(gzip.compress(page.encode(), mtime=0)), io.BytesIO()
    seal_with_phrase(packed, sealed, phrase)
    return render_sealed(armored(sealed.getvalue()), language, _style(language), _stage(), _asset("sealed.js"))


def _place(source: Path, target: Path, phrase: str | None) -> None:
    """Puts a file that is finished where it is taken along, whole or not at all."""
    draft = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as content, draft.open("xb") as file:
            if phrase:
                seal_with_phrase(content, file, phrase)
            else:
                shutil.copyfileobj(content, file)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _on_paper(file: MediaFile) -> Inside | None:
    """Pictures alone, as a PDF can hold them."""
    found = put_on_paper(file.path, file.type)
    return Inside(data_address(*found), file.name) if found else None


def _inside(file: MediaFile) -> Inside:
    return Inside(data_address(file.type, file.path.read_bytes()), file.name)


def _stage() -> Stage:
    return Stage(*(_asset(name) for name in ("single.js", "presenter.css", "LICENSES.txt")))


def _asset(name: str) -> str:
    """A bundle as it may stand inside a page. A script's text may hold one sign that HTML forbids."""
    return (theme_dir() / "assets" / name).read_text(encoding="utf-8").replace("\x7f", "\\x7f")


def _style(language: Language) -> str:
    """The portfolio's style with the fonts that its language needs inside it."""
    assets = theme_dir() / "assets"
    wanted = [
        path
        for path in (assets / "fonts").iterdir()
        if "-latin-" in path.name or (language.direction == "rtl" and "-arabic-" in path.name)
    ]
    return embed_fonts(_asset("portfolio.css"), {path.name: path.read_bytes() for path in wanted})
