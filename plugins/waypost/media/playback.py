"""Which films get a copy for the web, and what is told of those that a reader may not be able to play."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from waypost.model.media import MediaFile, MediaSet

from .cleaning.trouble import CleaningError, too_large
from .codecs import unplayed_at_sight
from .kinds import kind_of
from .limits import MEGABYTE, Limits
from .renditions import MAKING
from .sets import has_media_extra, with_poster
from .store import Made, digest_of, made_of, store_made
from .workroom import Workroom

TYPE = "video/mp4"
NOT_PLAYED = (
    "this film is written in a way ({what}) that not every browser plays; write playback: web in its entry to have a "
    "copy made that plays everywhere, or save it again as MP4 with H.264 and use that"
)
NO_EXTRA = (
    "a copy of this film for the web is asked for, and what makes it is not installed here; to have it: "
    "pip install 'waypost[media]'"
)
NOT_MADE = "no copy of this film could be made for the web, so it is offered as it is: {reason}"
TOO_LONG = (
    "that takes more than {minutes} minutes or too much memory; save a shorter or smaller film and use that, or raise "
    "web_film_time or memory_limit in mkdocs.yml"
)
LIGHT = "this film is light as it is, and a copy would be no lighter; playback: web can be taken out of its entry"
NO_FILM = "only films have a copy for the web, and this is none; take playback out of its entry"


def look_at_playback(path: Path, playback: str | None, limits: Limits) -> str | None:
    """What is to be told of a film before anything is made of it, from its head alone; None where all is well."""
    unplayed = unplayed_at_sight(path) if kind_of(path.name) == "video" else None
    if _is_wanted(playback, unplayed or _kind_unplayed(path), path, limits):
        return None if has_media_extra() else NO_EXTRA
    return NOT_PLAYED.format(what=unplayed) if unplayed and not playback else None


def with_rendition(
    film: MediaSet, source: Path, playback: str | None, store: Path, workroom: Workroom, limits: Limits
) -> tuple[MediaSet, str | None]:
    """`film` with its copy for the web, where one is wanted and can be made; and what is to be told, or None.

    `source` is the learner's file, `playback` what is written in its entry. The copy is made from what is published.
    With its copy, a film of a kind that no page shows is shown like any other.
    """
    if film.kind == "video":
        film = replace(film, unplayed=film.unplayed or unplayed_at_sight(source) or "")
    unplayed = film.unplayed or _kind_unplayed(source)
    if not _is_wanted(playback, unplayed, source, limits):
        return film, NOT_PLAYED.format(what=film.unplayed) if film.unplayed and not playback else None
    if not has_media_extra():
        return film, NO_EXTRA
    original = film.large
    making = f"{MAKING} {limits.web_film_time} {workroom.allowance} {digest_of(original.path)}"
    stored = store_made(source, store, "rendition", making, lambda draft: _make(original.path, draft, workroom, limits))
    if not stored.files:
        return film, NOT_MADE.format(reason=stored.facts["trouble"])
    (copy,) = stored.files
    if copy.size >= original.size and not unplayed:
        return film, LIGHT if playback else None
    name = f"{Path(original.name).stem}-web.mp4"
    file = MediaFile(f"{original.token}.web", copy.path, TYPE, name, copy.size, copy.width, copy.height)
    if film.kind != "video":
        with suppress(CleaningError):
            film = with_poster(replace(film, kind="video"), source, store, workroom)
    return replace(film, kind="video", web=file), None


def _is_wanted(playback: str | None, unplayed: str | None, path: Path, limits: Limits) -> bool:
    if playback or not limits.web_films:
        return playback == "web"
    return bool(unplayed) or path.stat().st_size > limits.web_films_above * MEGABYTE


def _kind_unplayed(path: Path) -> str:
    """The ending of a film of a kind that no page shows; empty for any other."""
    return "" if kind_of(path.name) == "video" else path.suffix


def _make(published: Path, draft: Path, workroom: Workroom, limits: Limits) -> Made:
    try:
        made = made_of(workroom.ask("rendition", published, draft, seconds=60.0 * limits.web_film_time))
    except CleaningError as error:
        # It is remembered: trying again would take as long at every build.
        for path in draft.iterdir():
            path.unlink()
        long = str(error) == str(too_large())
        return Made((), {"trouble": TOO_LONG.format(minutes=limits.web_film_time) if long else str(error)})
    return Made(made.files, {"trouble": ""})
