"""What stands for one piece of evidence: its file, and the pictures that are shown of it."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from waypost.model.media import MediaFile, MediaSet, Pages

from . import films, sound
from .cleaning.trouble import CleaningError
from .drawings import drawing_extent
from .kinds import kind_of, shown_type_of, type_of
from .limits import USUAL, Limits
from .photographs import store_picture
from .store import Made, Stored, StoredFile, digest_of, made_of, store_made
from .webp import SUFFIX, TYPE
from .workroom import Workroom

PAGES_MAKING = "2"
MOST_TEXT = 20_000
MOST_OPENING = 1_200
DRAWING_TYPE = "image/svg+xml"
JSON_TYPE = "application/json"
NO_EXTRA = (
    "films and recordings are shown without a picture and their length, since what looks into them is not installed "
    "here; to have it: pip install 'waypost[media]'"
)
NOT_SHOWN = "of this file there is nothing to be seen in the portfolio, it can only be downloaded: {reason}"
NO_POSTER = "this film is shown without a picture in front of it: {reason}"
NO_WAVE = "this recording is shown without its length: {reason}"
NO_PEAKS = (
    "this recording is too long for a picture of its sound, and plays all the same; to have one, raise time_limit in "
    "mkdocs.yml"
)
NOT_ALL_PAGES = "the first {shown} of its {total} pages are shown, and the file holds all of them: {mend}"
MENDS = {
    "pages": "to have more shown, raise most_pages in mkdocs.yml",
    "time": "drawing them takes long; save a smaller copy, or raise time_limit in mkdocs.yml",
    "damage": "the next one is damaged; export it again",
}


Told = tuple[MediaSet, str | None]
"""A piece's files, and what could not be shown of it, in words for whoever builds (or None)."""


def has_media_extra() -> bool:
    """Whether films and recordings can be looked at here: the extra `media` of the package."""
    return find_spec("av") is not None


def asks_for_extra(name: str) -> bool:
    """Whether a file of this name would be shown better with the extra, which is not installed."""
    return kind_of(name) in ("video", "audio") and not name.lower().endswith(".wav") and not has_media_extra()


def picture_set(id_: str, path: Path, store: Path, kept: bool, workroom: Workroom, pixels: int = USUAL.pixels) -> Told:
    """The set of a picture. Raises CleaningError where it cannot be decoded, or has more `pixels` than it may."""
    picture = store_picture(path, store, workroom, pixels)
    sizes = tuple(_picture(f"{id_}.{number}", size, path.stem + SUFFIX) for number, size in enumerate(picture.sizes))
    moving = _picture(f"{id_}.moving", picture.moving, path.stem + SUFFIX) if picture.moving else None
    if not kept:
        return MediaSet("image", sizes, moving=moving), picture.told
    type_ = shown_type_of(path.name)
    if type_ is None:
        # No browser shows it, so it is what a reader downloads.
        file = MediaFile(id_, path, type_of(path.name), path.name, path.stat().st_size)
        return MediaSet("document", (file,)), None
    original = MediaFile(id_, path, type_, path.name, path.stat().st_size, *picture.extent)
    return MediaSet("image", (*sizes, original), kept=True, moving=moving), picture.told


def file_set(id_: str, path: Path, published: Path, store: Path, workroom: Workroom, limits: Limits = USUAL) -> Told:
    """The set of a file that is no picture; `published` is what is handed on: the file itself, or its cleaned copy."""
    plain = plain_set(id_, path, published)
    ending = path.suffix.lower()
    try:
        if ending == ".pdf":
            return _with_pages(plain, path, store, workroom, limits)
        if plain.kind == "video":
            return with_poster(plain, path, store, workroom), None
        if plain.kind == "audio":
            return _with_peaks(plain, path, store, workroom, limits)
    except CleaningError as error:
        reason = {"video": NO_POSTER, "audio": NO_WAVE}.get(plain.kind, NOT_SHOWN)
        return plain, reason.format(reason=error)
    return plain, None


def plain_set(id_: str, path: Path, published: Path) -> MediaSet:
    """The set of a file of which nothing is shown but its name."""
    file = MediaFile(id_, published, type_of(path.name), path.name, published.stat().st_size)
    return MediaSet(kind_of(path.name), (file,))


def drawing_set(id_: str, path: Path, cleaned: Path) -> MediaSet:
    """The set of a cleaned drawing: it is shown as it is, since no script runs in a picture."""
    size = cleaned.stat().st_size
    return MediaSet("image", (MediaFile(id_, cleaned, DRAWING_TYPE, path.name, size, *drawing_extent(cleaned)),))


def _with_pages(plain: MediaSet, source: Path, store: Path, workroom: Workroom, limits: Limits) -> Told:
    file = plain.large
    room = (limits.most_pages, limits.time_limit)
    stored = _made("pages", source, file.path, store, workroom, PAGES_MAKING, *room)
    if stored is None:
        return plain, None
    stem = Path(file.name).stem
    small, *sheets, words = stored.files
    said: list[str] = stored.facts["words"]
    pictures = tuple(
        _picture(f"{file.token}.p{number}", sheet, f"{stem}-{number}{SUFFIX}") for number, sheet in enumerate(sheets, 1)
    )
    pages = Pages(
        pictures,
        stored.facts["total"],
        MediaFile(f"{file.token}.words", words.path, JSON_TYPE, f"{stem}.json", words.size),
        _cut(said[0], MOST_OPENING),
    )
    poster = (_picture(f"{file.token}.p0", small, f"{stem}-0{SUFFIX}"), pictures[0])
    stopped = stored.facts["stopped"]
    told = NOT_ALL_PAGES.format(shown=len(sheets), total=pages.total, mend=MENDS[stopped]) if stopped else None
    return replace(plain, pages=pages, poster=poster, text=" ".join(filter(None, said))[:MOST_TEXT]), told


def with_poster(plain: MediaSet, source: Path, store: Path, workroom: Workroom) -> MediaSet:
    """A film with a picture of it, its length and extent, and what not every browser plays.

    Raises CleaningError where there is nothing to be seen.
    """
    file = plain.large
    stored = _made("film", source, file.path, store, workroom, f"{films.MAKING}-{has_media_extra()}")
    if stored is None:
        return plain
    stem = Path(file.name).stem
    poster = tuple(
        _picture(f"{file.token}.poster{number}", size, f"{stem}-{number}{SUFFIX}")
        for number, size in enumerate(stored.files)
    )
    film = replace(file, width=stored.facts["width"], height=stored.facts["height"])
    unplayed = stored.facts["unplayed"] or ""
    return replace(plain, files=(film,), poster=poster, seconds=stored.facts["seconds"], unplayed=unplayed)


def _with_peaks(plain: MediaSet, source: Path, store: Path, workroom: Workroom, limits: Limits) -> Told:
    making = f"{sound.MAKING}-{has_media_extra()}"
    stored = _made("sound", source, plain.large.path, store, workroom, making, limits.time_limit)
    if stored is None:
        return plain, None
    seconds, peaks = stored.facts["seconds"], tuple(stored.facts["peaks"])
    return replace(plain, seconds=seconds, peaks=peaks), None if peaks or seconds is None else NO_PEAKS


def _made(
    task: str, source: Path, published: Path, store: Path, workroom: Workroom, making: str, *room: float
) -> Stored | None:
    """What the workroom makes of a published file, within `room`; None where something for it is not installed."""

    def make(draft: Path) -> Made:
        return made_of(workroom.ask(task, published, draft, *room) or {})

    # It lies beside the cleaned file, so that both stay in the store for as long as the piece is in the plan.
    stored = store_made(source, store, task, " ".join((making, *map(str, room), digest_of(published))), make)
    return stored if stored.facts else None


def _picture(token: str, stored: StoredFile, name: str) -> MediaFile:
    return MediaFile(token, stored.path, TYPE, name, stored.size, stored.width, stored.height)


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0] + " …"
