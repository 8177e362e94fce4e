"""One learner through every stage, in a process of its own: load, views, media, render, seal, verify.

What comes out is a parcel in the cache, or the problems that stand in the way.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .errors import InputProblems, Problem, WaypostError
from .load import load_portfolio
from .load.sharing import load_sharing
from .load.sources import read_sources
from .load.stages import load_stages
from .model import Audience, Portfolio, Recipient, School
from .model.media import MediaFile, MediaSet
from .private import seal_strings, strings_of
from .publish.parcel import CHANGED, Parcel, ParcelFile, SourceStamp, digest_of, kept_at, write_parcel
from .publish.staging import full_disk_told, place_file
from .render import render_portfolio, viewer_words
from .render.design import design_data
from .render.drawings import Drawings
from .render.place import toolbox_dir
from .seal.age import digest_opened, recipient_of
from .seal.derivation import AudienceKey
from .seal.link import link_for, passphrase_for
from .seal.opening import open_packed
from .seal.padding import padded_size
from .seal.tree import BlobReference, Leaf, Manifest, epoch_of, seal_grant, seal_manifest, seal_media, seal_tongues
from .texts import write_texts
from .tongues import language_of, list_choices, offered_languages, verify_choices
from .views import build_portfolio_view
from .views.portfolio import PortfolioView
from .views.reply import build_reply_view
from .views.untouched import untouched_problems
from .workshop import Workshop, student_of

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Outcome:
    """What came of one learner: a parcel, or none and the problems why.

    `links` are, for a learner with errors, the folders of the links in force,
    or None where sharing.yml cannot be read either.
    """

    folder: Path
    problems: tuple[Problem, ...]
    parcel: Parcel | None
    links: frozenset[str] | None = None


def build_learner(workshop: Workshop, school: School, folder: Path, listing: dict[str, SourceStamp]) -> Outcome:
    """Builds one learner. Problems of the input come back in the outcome; a full disk is raised, as WaypostError."""
    try:
        with full_disk_told():
            return _build(workshop, school, folder, listing)
    except InputProblems as error:
        problems = error.problems
    except WaypostError:
        raise
    except OSError as error:
        place = workshop.settings.shown(Path(error.filename)) if error.filename else workshop.settings.shown(folder)
        message = f"cannot be read or written ({error.strerror}); check who may open it"
        problems = (Problem(place, 0, 0, message),)
    except Exception as error:  # noqa: BLE001 - one learner's folder must never take the others' portfolios down
        detail = "".join(traceback.format_exception(error)) if os.environ.get("WAYPOST_DEBUG") else repr(error)
        message = f"Waypost itself failed on this folder ({detail}); please report it"
        problems = (Problem(workshop.settings.shown(folder), 0, 0, message),)
    return Outcome(folder, problems, None, links=links_in_force(workshop, folder))


def _build(workshop: Workshop, school: School, folder: Path, listing: dict[str, SourceStamp]) -> Outcome:
    loaded = load_portfolio(folder, school, workshop.settings.shown)
    portfolio = loaded.portfolio
    if portfolio is None:
        raise InputProblems(loaded.problems)
    media: dict[str, MediaSet] = {}
    problems: tuple[Problem, ...] = ()
    if portfolio.files:
        # Whoever has no evidence does not wait for what looks at it.
        from .media import build_media

        settings = workshop.settings
        media, problems = build_media(portfolio, workshop.pictures(portfolio.student), settings.shown, settings.limits)
        problems += untouched_problems(portfolio, workshop.settings.shown)
    if any(problem.severity == "error" for problem in problems):
        raise InputProblems((*loaded.problems, *problems))
    draft = workshop.settings.cache / "drafts" / f"{workshop.place(portfolio.student).name}.{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "b").mkdir(parents=True)
    files, until = _seal_portfolio(workshop, portfolio, media, draft)
    private = seal_strings(strings_of(workshop, portfolio), draft, workshop)
    parcel = Parcel(
        student=portfolio.student,
        student_id=portfolio.plp.plan.student_id,
        student_id_place=loaded.student_id_place,
        making=workshop.making,
        sources=_digest_sources(folder, listing),
        fresh_from=workshop.today,
        fresh_until=until,
        files=files,
        warnings=(*loaded.problems, *problems),
        private=private,
    )
    write_parcel(parcel, draft, workshop.place(portfolio.student), workshop.parcel_key(portfolio.student))
    _forget_pictures(workshop.pictures(portfolio.student), media)
    return Outcome(folder, parcel.warnings, parcel)


def _seal_portfolio(
    workshop: Workshop, portfolio: Portfolio, media: dict[str, MediaSet], draft: Path
) -> tuple[tuple[ParcelFile, ...], datetime.date | None]:
    """Seals a tree for every audience that somebody may open; returns the files, and the day they go stale."""
    recipients = portfolio.sharing.recipients
    active = [one for one in recipients if one.is_active(workshop.today)]
    stale = [one.until + DAY for one in active if one.until is not None and one.until < datetime.date.max]
    _reuse_blobs(workshop, portfolio.student, draft)
    used: set[str] = set()
    drawings = Drawings()
    for audience in Audience:
        readers = [one for one in active if one.audience is audience]
        if not readers:
            continue
        changes_on = _seal_audience(workshop, portfolio, media, audience, readers, drawings, draft, used)
        stale += [changes_on] if changes_on else []
    for path in (draft / "b").iterdir():
        if f"b/{path.name}" not in used:
            path.unlink()
    places = {path: draft / kept_at(path) for path in sorted(used)}
    files = tuple(ParcelFile(path, place.stat().st_size, digest_of(place)) for path, place in places.items())
    return files, min(stale, default=None)


def _seal_audience(
    workshop: Workshop,
    portfolio: Portfolio,
    media: dict[str, MediaSet],
    audience: Audience,
    readers: list[Recipient],
    drawings: Drawings,
    draft: Path,
    used: set[str],
) -> datetime.date | None:
    view = build_portfolio_view(portfolio, audience, workshop.today, load_stages(toolbox_dir()))
    shown, files = shown_media(view, media)
    texts = write_texts(shown, draft / "texts")
    files |= {texts.token: texts} if texts else {}
    key = workshop.master.audience_key(portfolio.student, audience, epoch_of(readers))
    blobs = seal_media(files.values(), key, draft / "b")
    used.update(f"b/{blob.name}.age" for blob in blobs.values())
    reply = build_reply_view(view, recipient_of(workshop.master.post_identity()))
    languages = offered_languages(portfolio.school, readers)
    choices = list_choices(languages)
    manifests: dict[str, BlobReference] = {}
    for language in languages:
        pages = render_portfolio(view, shown, language, workshop.today, reply, drawings)
        manifest = Manifest(
            view.learner.name,
            language.tag,
            language.direction,
            audience.value,
            viewer_words(language),
            tuple(Leaf(page.slug, page.title, page.html) for page in pages),
            design_data(view.learner.design),
            choices,
        )
        manifests[language.tag] = seal_manifest(manifest, files, blobs, key, draft / "b")
    used.update(f"b/{manifest.name}.age" for manifest in manifests.values())
    tongues = seal_tongues(manifests, key, draft / "b") if choices else None
    if tongues:
        verify_choices(draft, key.identity, tongues, manifests)
        used.add(f"b/{tongues.name}.age")
    used.update(_seal_link(workshop, portfolio, reader, manifests, tongues, key, draft) for reader in readers)
    _verify_blobs(workshop, files.values(), blobs, key, draft)
    (draft / "texts").unlink(missing_ok=True)
    return view.changes_on


def shown_media(view: PortfolioView, media: dict[str, MediaSet]) -> tuple[dict[str, MediaSet], dict[str, MediaFile]]:
    """Of `media`, by id of evidence, what `view` shows; and its files by their tokens."""
    shown = {piece.id: media[piece.id] for piece in view.evidence or () if piece.id in media}
    return shown, {file.token: file for one in shown.values() for file in one.everything}


def _seal_link(
    workshop: Workshop,
    portfolio: Portfolio,
    reader: Recipient,
    manifests: dict[str, BlobReference],
    tongues: BlobReference | None,
    key: AudienceKey,
    draft: Path,
) -> str:
    """Writes a recipient's grant and opens it again; returns its path in the site."""
    manifest = manifests[language_of(reader, portfolio.school).tag]
    link = link_for(workshop.master, portfolio.student, reader)
    grant_identity = link.grant_identity(passphrase_for(workshop.master, portfolio.student, reader))
    path = f"{link.folder}/grant.age"
    place = draft / kept_at(path)
    place.write_bytes(seal_grant(manifest, key.identity, grant_identity, tongues))
    opened = open_packed(draft, place, grant_identity)
    # The name follows from the audience's key and from every byte: only this manifest has it.
    leads = key.blob_name(hashlib.sha256(opened.content).hexdigest()), opened.tongues
    if leads != (manifest.name, (tongues.name, tongues.size) if tongues else None):
        raise WaypostError("A grant leads to another portfolio than its own. Nothing was published; please report it.")
    return path


def _forget_pictures(folder: Path, media: dict[str, MediaSet]) -> None:
    """Removes pictures from the cache that the learner took out of the plan."""
    used = {file.path.parent for one in media.values() for file in one.everything}
    for place in folder.glob("*/*"):
        if place not in used:
            shutil.rmtree(place, ignore_errors=True)


def _verify_blobs(
    workshop: Workshop, files: Iterable[MediaFile], blobs: dict[str, BlobReference], key: AudienceKey, draft: Path
) -> None:
    for file in files:
        blob = blobs[file.token]
        expected = hashlib.sha256()
        with file.path.open("rb") as reader:
            while piece := reader.read(1 << 20):
                expected.update(piece)
        name = key.blob_name(expected.hexdigest())
        expected.update(bytes(padded_size(blob.size) - blob.size))
        opened = digest_opened(draft / "b" / f"{blob.name}.age", key.identity)
        if name != blob.name or opened != expected.hexdigest():
            message = "this file changed while it was sealed: build again once nothing writes to it"
            raise InputProblems((Problem(workshop.settings.shown(file.path), 0, 0, message),))


def _reuse_blobs(workshop: Workshop, student: str, draft: Path) -> None:
    """Links the blobs of the parcel before into the draft: content that did not change is not sealed again."""
    place = workshop.place(student)
    before = workshop.read(student)
    for file in before.files if before else ():
        if file.path.startswith("b/") and digest_of(place / file.path) == file.digest:
            place_file(place / file.path, draft / file.path)


def links_in_force(workshop: Workshop, folder: Path) -> frozenset[str] | None:
    """The links that stay although the rest of a folder is broken; what was withdrawn stays withdrawn.

    None where sharing.yml cannot be read, and nobody can tell.
    """
    sharing, _ = load_sharing(folder / "sharing.yml", workshop.settings.shown)
    if sharing is None:
        return None
    student = student_of(folder)
    active = (one for one in sharing.recipients if one.is_active(workshop.today))
    return frozenset(link_for(workshop.master, student, one).folder for one in active)


def _digest_sources(folder: Path, listing: dict[str, SourceStamp]) -> dict[str, tuple[int, int, int, str]]:
    # What was written while it was being read may be in the parcel or not; only making it again can tell.
    digests = {name: digest_of(folder / name) for name in listing}
    now = read_sources(folder)
    return {name: (*stamp, digests[name] if now.get(name) == stamp else CHANGED) for name, stamp in listing.items()}
