"""A build, from a school's folders to the published site: load → model → views → render → seal → publish.

The stages are wired here; the plugin and the command line call these functions. What only a changed learner needs
(the model, views, media, the pages' templates) is imported when one has changed, so that a build without changes is
quick.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from .charter import Charter, load_chartered_school, open_charter
from .config import Settings
from .errors import InputProblems, Problem, SealedError, WaypostError
from .learners import Learners, Report, build_learners
from .load.folders import check_folders, list_folders
from .publish.corpus import Corpus, build_corpus
from .publish.ledger import Ledger, pack_ledger, unpack_ledger
from .publish.marks import read_marks, search_digest, write_marks
from .publish.parcel import ParcelFile, is_whole
from .publish.shell import place_assets, place_shells
from .publish.spare import take_spare
from .publish.staging import (
    build_lock,
    create_staging,
    full_disk_told,
    list_files,
    place_file,
    publish_staging,
    refuse_foreign,
    settle_site,
)
from .render.place import theme_dir
from .seal.age import open_bytes, seal_bytes
from .seal.masterkey import load_master_key
from .seal.padding import padded_size
from .workshop import Workshop, student_of

SPARE = "spare"


@dataclass(frozen=True)
class Build:
    """What came of a build, by student: published, made anew, kept as they last were, and not there at all."""

    published: tuple[str, ...]
    rebuilt: tuple[str, ...]
    kept: tuple[str, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...] = field(repr=False)

    @property
    def problems_that_count(self) -> tuple[Problem, ...]:
        """The problems on which a strict build fails: all but advice."""
        return tuple(problem for problem in self.problems if problem.severity != "advice")

    @property
    def advice(self) -> tuple[Problem, ...]:
        """What would make something better, such as a film that could be played everywhere. Nothing fails on it."""
        return tuple(problem for problem in self.problems if problem.severity == "advice")

    def with_problems(self, problems: Iterable[Problem]) -> Build:
        """This build, with problems that were found beside it."""
        return replace(self, problems=tuple(sorted({*self.problems, *problems})))

    def require_sound(self) -> None:
        """Raises WaypostError where a problem counts: a strict build publishes nothing then."""
        if self.problems_that_count:
            raise WaypostError("Nothing was published, since --strict was given and there are problems (see above).")


@contextlib.contextmanager
def staged_site(settings: Settings) -> Iterator[Path]:
    """A staged site to build into, beside the published one, which stays as it is until `publish_site`.

    Raises WaypostError where another build runs, where the published folder holds what is not ours, or for a full disk.
    """
    master = load_master_key(settings.keys)
    with full_disk_told(), build_lock(settings.cache):
        site = settle_site(settings.site)
        ledger = read_ledger(Workshop(settings, master, "", datetime.date.min))
        refuse_foreign(settings.site, ledger.files if ledger else None)
        staging = create_staging(site)
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def place_front_page(settings: Settings, staging: Path) -> None:
    """Stages a page for whoever comes to the site without a link, where MkDocs makes none."""
    charter = open_charter(settings, load_master_key(settings.keys))
    (staging / "index.html").write_text(charter.front, encoding="utf-8")


@full_disk_told()
def publish_site(settings: Settings, staging: Path) -> None:
    """Puts the staged site in the place of the published one, in a single step."""
    publish_staging(staging, settings.site, settings.cache / SPARE)


@full_disk_told()
def build_portfolios(
    settings: Settings,
    staging: Path,
    today: datetime.date,
    report: Report | None = None,
    shipped: frozenset[str] = frozenset(),
) -> Build:
    """Builds every learner that changed and stages everybody's portfolio beside the pages already in `staging`.

    `shipped` are paths in `staging` that came with a package as they are, such as a theme's scripts: no learner can be
    in them, but authors' names are, and a learner may be called as one of them.

    `report` is called with how many learners are done and how many there are to do. Raises WaypostError where
    nothing can be built (key, school.yml, disk) or where the leak gate finds something.
    """
    master = load_master_key(settings.keys)
    problems = check_folders(settings.portfolios, settings.shown)
    odd = {problem.file for problem in problems}
    if settings.shown(settings.portfolios) in odd:
        raise InputProblems(tuple(problems))
    charter = open_charter(settings, master)
    workshop = Workshop(settings, master, charter.making, today)
    folders = list_folders(settings.portfolios)
    sound = [folder for folder in folders if settings.shown(folder) not in odd]
    learners = build_learners(workshop, sound, set(folders) - set(sound), report)
    ledger = read_ledger(workshop) if odd or learners.broken else None
    for student in {student_of(Path(file)) for file in odd} & set(ledger.learners if ledger else ()):
        # Somebody's folder was here, and a link or a file stands in its place.
        learners.broken.setdefault(student, None)
    wanted = frozenset(path for parcel in learners.parcels.values() for path in parcel.paths)
    take_spare(settings.cache / SPARE, staging, wanted)
    placed: dict[str, tuple[ParcelFile, ...]] = {}
    for student, parcel in learners.parcels.items():
        place = workshop.place(student)
        placed[student] = _place({file: f"{place}/{file.kept}" for file in parcel.files}, staging)
    kept = []
    for student, links in learners.broken.items():
        cached = student not in learners.refused
        files = _place_last_good(workshop, student, ledger, links, cached, staging)
        if files:
            placed[student] = files
            kept.append(student)
    _close(workshop, charter, staging, placed, learners, shipped)
    workshop.clear_away({*placed, *learners.broken})
    return Build(
        published=tuple(sorted(placed)),
        rebuilt=tuple(sorted(learners.rebuilt)),
        kept=tuple(sorted(kept)),
        missing=tuple(sorted(set(learners.broken) - set(kept))),
        problems=tuple(sorted({*problems, *learners.problems})),
    )


def preview_portfolios(settings: Settings, staging: Path, today: datetime.date, shipped: frozenset[str]) -> Build:
    """As `build_portfolios`, for a preview that publishes nothing. Raises WaypostError where a build is running."""
    with build_lock(settings.cache):
        return build_portfolios(settings, staging, today, shipped=shipped)


def read_ledger(workshop: Workshop) -> Ledger | None:
    """The ledger of the published site, or None where there is none that this school's key opens."""
    path = workshop.settings.site / workshop.ledger_path
    try:
        return unpack_ledger(open_bytes(path.read_bytes(), workshop.master.school_identity()))
    except (OSError, SealedError):
        return None


def _place(sources: dict[ParcelFile, str], staging: Path) -> tuple[ParcelFile, ...]:
    for file, source in sources.items():
        if file.link:
            with contextlib.suppress(FileExistsError):
                os.mkdir(f"{staging}/{file.link}")  # noqa: PTH102 - thousands of links in a large school
        place_file(source, f"{staging}/{file.path}")
    return tuple(sources)


def _place_last_good(
    workshop: Workshop,
    student: str,
    ledger: Ledger | None,
    links: frozenset[str] | None,
    cached: bool,
    staging: Path,
) -> tuple[ParcelFile, ...]:
    """Stages what was last published for a learner; where that is gone, what the cache holds (if `cached`).

    `links` are the folders of the links that are in force, where sharing.yml can still be read: what was withdrawn
    stays withdrawn, whatever else is broken.
    """
    site, place = workshop.settings.site, workshop.place(student)
    sources = {file: f"{site}/{file.path}" for file in (ledger.last_good(student, site) if ledger else ())}
    if not sources and cached:
        parcel = workshop.read(student)
        if parcel and is_whole(parcel, place):
            sources = {file: f"{place}/{file.kept}" for file in parcel.files}
    if links is not None:
        sources = {file: source for file, source in sources.items() if not file.link or file.link in links}
    return _place(sources, staging)


def _close(
    workshop: Workshop,
    charter: Charter,
    staging: Path,
    placed: dict[str, tuple[ParcelFile, ...]],
    learners: Learners,
    shipped: frozenset[str],
) -> None:
    """Adds the shells, passes the leak gate and seals the ledger: after this the staged site is whole."""
    assets = place_assets(theme_dir() / "assets", staging)
    sealed = frozenset(file.path for files in placed.values() for file in files)
    links = frozenset(file.link for files in placed.values() for file in files if file.link)
    shells = place_shells(charter.shell, links, staging)
    files = frozenset(list_files(staging))
    _refuse_strangers(files, sealed | shells)
    # What every school publishes alike is nobody's secret, though its licences name people.
    corpus = build_corpus(staging, files, sealed | assets.paths | shipped, shells)
    _search(workshop, corpus, learners)
    ledger = Ledger(files | {workshop.ledger_path}, placed)
    packed = pack_ledger(ledger)
    sealed_ledger = seal_bytes(packed.ljust(padded_size(len(packed)), b"\0"), workshop.master.school_identity())
    (staging / workshop.ledger_path).write_bytes(sealed_ledger)


def _search(workshop: Workshop, corpus: Corpus, learners: Learners) -> None:
    """The leak gate, for everyone who has not passed it beside the same plain files before."""
    key = workshop.master.seal_of("gate")
    marks = workshop.settings.cache / "gate.json"
    search = search_digest(corpus.digest, workshop.settings.public_words)
    passed = read_marks(marks, search, key)
    stamps = {student: parcel.stamp for student, parcel in learners.parcels.items()}
    unsearched = [student for student, stamp in stamps.items() if stamp not in passed]
    unsearched += learners.broken
    if unsearched:
        from .search import search_corpus

        school = load_chartered_school(workshop.settings, workshop.master, workshop.making)
        search_corpus(workshop, school, corpus, unsearched)
    if passed != frozenset(stamps.values()):
        write_marks(marks, search, frozenset(stamps.values()), key)


def _refuse_strangers(files: frozenset[str], ours: frozenset[str]) -> None:
    """Whatever stands where sealed files stand and is not one of them is refused, whatever it holds."""
    for path in sorted(files - ours):
        if path.startswith(("b/", "p/")):
            raise WaypostError(
                f"{path}: nothing but sealed portfolios may stand in {path[:2]}. Nothing was published. "
                "Rename that page or folder in the docs folder, then build again."
            )
