"""Adding evidence to a learner's folder: what is copied, what is there already, and what is entered in the plan."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from waypost.entry import write_plan
from waypost.errors import InputProblems, Problem, UsageError, WaypostError
from waypost.load import load_school
from waypost.load.contents import UnreadableError, read_bytes
from waypost.load.descriptions import graft_descriptions
from waypost.load.documents import Document
from waypost.load.identifiers import gather_ids
from waypost.load.names import composed, folded, is_image
from waypost.load.paths import find_values
from waypost.load.shelf import Shelf
from waypost.media.days import film_day, picture_day
from waypost.media.workroom import Workroom
from waypost.render.added import AddedKind, added_prompts, added_title
from waypost.render.language import Language, load_language

from .naming import alt_kind, camera_kind, day_in, free_id, free_name, title_from
from .plan import Entry, PlanText
from .sources import Found, Refused, find_files

EARLIEST = datetime.date(1990, 1, 1)


@dataclass(frozen=True)
class Added:
    """A file that was entered: where it came from, its name in evidence/, and what its entry says."""

    source: str
    file: str
    id: str
    title: str
    day: datetime.date | None


@dataclass
class Addition:
    """What came of everything that was named. `known` are files that were there: where from, and as what."""

    added: list[Added] = field(default_factory=list)
    known: list[tuple[str, str]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def add_evidence(
    folder: Path, sources: Iterable[Path], shown: str, today: datetime.date, *, dry_run: bool = False
) -> Addition:
    """Copies the files behind `sources` into `folder`/evidence and enters each in plp.yml.

    A file whose content is there already is passed over, and entered where the plan does not mention it yet. One that
    cannot be used is told; the others are added.
    With `dry_run`, nothing is written, and the same is told. Raises WaypostError, UsageError or InputProblems where
    the plan or what is named cannot be read, and then nothing has changed.
    """
    plan = _read_plan(folder, shown)
    document = plan.document
    shelf = Shelf(folder)
    if shelf.trouble:
        raise WaypostError(f"{shown}/evidence: {shelf.trouble}.")
    # Descriptions beside files have ids too.
    described, _ = graft_descriptions(document, shelf, str)
    near = None if dry_run else folder
    with tempfile.TemporaryDirectory(prefix=".waypost-", dir=near) as staging, Workroom() as workroom:
        waiting = _unmentioned(document, shelf, described)
        intake = _Intake(document, shelf, waiting, _language(folder), today, Path(staging), workroom, dry_run)
        try:
            for found in find_files(sources, Path(staging), folder):
                intake.take(found)
            if intake.entries and not dry_run:
                # Many files take a while, in which somebody may have saved the plan.
                write_plan(folder / "plp.yml", _read_plan(folder, shown).with_entries(intake.entries))
        except BaseException:
            intake.undo()
            raise
    return intake.addition


def _keep(place: Path) -> bool:
    """Keeps a name in evidence/; False where something came there meanwhile, which is not written over."""
    try:
        place.open("xb").close()
    except FileExistsError:
        return False
    return True


def _read_plan(folder: Path, shown: str) -> PlanText:
    plan = folder / "plp.yml"
    if not plan.is_file():
        raise UsageError(f"{shown}: this folder has no plp.yml. Name a learner's folder, or run `waypost new {shown}`.")
    try:
        return PlanText(read_bytes(plan), f"{shown}/plp.yml")
    except UnreadableError as error:
        raise InputProblems((Problem(f"{shown}/plp.yml", error.line, error.column, error.message),)) from None


def _unmentioned(document: Document, shelf: Shelf, described: set[str]) -> set[str]:
    """The files in evidence/ that can be used, and that no entry names yet."""
    fields = (f"evidence.*.{field}" for field in ("file", "transcript", "captions"))
    values = (value for field in fields for _, value in find_values(document.data, field) if isinstance(value, str))
    named = {composed(value.strip()) for value in values} | {composed(name) for name in described}
    sound = (name for name, file in shelf.files.items() if file.size and not file.trouble)
    return {name for name in sound if composed(name) not in named}


def _language(folder: Path) -> Language:
    school = load_school(folder.absolute().parent / "school.yml").school
    return load_language(school.language if school else "en")


class _Intake:
    """Takes one file after the other."""

    def __init__(
        self,
        document: Document,
        shelf: Shelf,
        waiting: set[str],
        language: Language,
        today: datetime.date,
        staging: Path,
        workroom: Workroom,
        dry_run: bool,
    ) -> None:
        self.addition = Addition()
        self.entries: list[Entry] = []
        self._shelf = shelf.folder
        self._waiting = waiting
        self._language = language
        self._today = today
        self._staging = staging
        self._workroom = workroom
        self._dry_run = dry_run
        self._ids = set(gather_ids(document)[0].kinds)
        self._titles = {value for _, value in find_values(document.data, "evidence.*.title") if isinstance(value, str)}
        self._names = {folded(name) for name in (*shelf.files, *shelf.folders)}
        self._sizes: dict[int, list[Path]] = {}
        for file in shelf.files.values():
            self._sizes.setdefault(file.size, []).append(file.path)
        self._digests: dict[str, str] = {}
        self._counts: dict[tuple[AddedKind, datetime.date | None], int] = {}
        self._copied: list[Path] = []

    def take(self, found: Found | Refused) -> None:
        """Copies and enters a file, or notes that it is there already or cannot be read."""
        if isinstance(found, Refused):
            self.addition.refused.append(found)
            return
        try:
            self._take(found)
        finally:
            if found.staged:
                found.path.unlink(missing_ok=True)

    def undo(self) -> None:
        """Takes away what was copied."""
        for path in self._copied:
            path.unlink(missing_ok=True)

    def _take(self, found: Found) -> None:
        try:
            size, digest = found.path.stat().st_size, _digest(found.path)
        except OSError as error:
            why = f"this file cannot be read ({error.strerror}): check who may open it"
            self.addition.refused.append(Refused(found.shown, why))
            return
        name = self._same(size, digest)
        if name and name not in self._waiting:
            self.addition.known.append((found.shown, name))
            return
        day = self._day(found)
        if name:
            self._waiting.discard(name)
        else:
            name = self._place(found)
        self._names.add(folded(name))
        self._digests[digest] = name
        added = Added(found.shown, name, free_id(PurePath(name).stem, self._ids), self._title(found.name, day), day)
        self._ids.add(added.id)
        self._titles.add(added.title)
        self.addition.added.append(added)
        fields: dict[str, str | datetime.date] = {"id": added.id, "file": name, "title": added.title}
        if day:
            fields["date"] = day
        self.entries.append(Entry(fields, added_prompts(self._language, alt_kind(name))))

    def _same(self, size: int, digest: str) -> str | None:
        """The file in evidence/ that holds the same."""
        for path in self._sizes.pop(size, ()):
            # Only what is as long as a new file is read at all.
            self._digests.setdefault(_digest(path), path.relative_to(self._shelf).as_posix())
        return self._digests.get(digest)

    def _place(self, found: Found) -> str:
        """Puts a file into evidence/ under a name that is free; returns that."""
        name = free_name(found.name, self._names)
        if self._dry_run:
            return name
        self._shelf.mkdir(exist_ok=True)
        draft = found.path
        if not found.staged:
            draft = self._staging / "copy"
            shutil.copyfile(found.path, draft)
        while not _keep(self._shelf / name):
            self._names.add(folded(name))
            name = free_name(found.name, self._names)
        self._copied.append(self._shelf / name)
        draft.replace(self._shelf / name)
        return name

    def _day(self, found: Found) -> datetime.date | None:
        """When a piece was made: as the camera says, then as its name does, then by when the file was last written.

        The clock of Greenwich, by which films are stamped, may be a day off in the evening: a name knows better. A
        file that was written today was most likely copied today.
        """
        universal = None
        if is_image(found.name):
            said = picture_day(found.path, self._workroom)
        else:
            said, universal = film_day(found.path) if alt_kind(found.name) else (None, None)
        changed = found.changed if found.changed != self._today else None
        days = (said, day_in(found.name), universal, changed)
        return next((day for day in days if day is not None and EARLIEST <= day <= self._today), None)

    def _title(self, name: str, day: datetime.date | None) -> str:
        kind = camera_kind(name)
        title = title_from(name)
        if kind is None and title:
            return title
        # Hundreds of photos may be of one day: each begins to count where the last one ended.
        alike = (kind or "file", day)
        number = self._counts.get(alike, 0) + 1
        while (counted := added_title(self._language, *alike, number)) in self._titles:
            number += 1
        self._counts[alike] = number
        return counted


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
