"""The media of a portfolio: for every piece of evidence, the files that are published."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from waypost.errors import Problem, Severity
from waypost.model import Portfolio
from waypost.model.media import MediaSet

from .captions import with_captions
from .cleaned import store_cleaned
from .cleaning.sorts import check_head, sort_of
from .cleaning.texts import check_text
from .cleaning.trouble import CleaningError
from .kinds import is_film, kind_of
from .limits import MEGABYTE, USUAL, Limits
from .playback import NO_FILM, look_at_playback, with_rendition
from .previewed import TOO_LARGE, add_preview, can_be_read
from .sets import NO_EXTRA, asks_for_extra, drawing_set, file_set, picture_set, plain_set
from .workroom import Workroom

UNKNOWN = (
    "this is of a kind that Waypost cannot clean: names, days and places in it are published too; save it as PDF or in "
    "another common form, or write clean: keep in its entry if they may be seen"
)


def inspect_media(
    portfolio: Portfolio, workroom: Workroom, shown: Callable[[Path], str] = str, limits: Limits = USUAL
) -> tuple[Problem, ...]:
    """The problems of a portfolio's files that their heads already tell; nothing is written."""
    problems: list[Problem] = []
    kept = _kept(portfolio)
    playback = _playback(portfolio)
    for id_, path in portfolio.files.items():
        try:
            _check_size(path, limits)
            if is_film(path.name):
                problems += _advice(shown(path), look_at_playback(path, playback.get(id_), limits))
            elif id_ in playback:
                problems += _advice(shown(path), NO_FILM)
            if kind_of(path.name) == "image":
                workroom.look("head", path, limits.pixels)
            elif id_ in kept:
                continue
            elif sort := sort_of(path.name):
                check_head(path, sort)
                if can_be_read(path) and path.stat().st_size > limits.preview_bytes:
                    problems += _advice(shown(path), TOO_LARGE.format(limit=limits.largest_preview))
            else:
                problems.append(Problem(shown(path), 0, 0, UNKNOWN, "warning"))
        except CleaningError as error:
            problems.append(Problem(shown(path), 0, 0, str(error)))
    lacking = next((path for path in portfolio.files.values() if asks_for_extra(path.name)), None)
    return (*problems, *_advice(shown(lacking), NO_EXTRA)) if lacking else tuple(problems)


def build_media(
    portfolio: Portfolio, store: Path, shown: Callable[[Path], str] = str, limits: Limits = USUAL
) -> tuple[dict[str, MediaSet], tuple[Problem, ...]]:
    """The published files by id of evidence, and a problem for every file that cannot be used or cleaned, or of which
    something is left out because of `limits`.

    Pictures are encoded and other files cleaned into `store`. Texts, and what the learner wants kept as it is, are
    published from where they are. Paths in problems go through `shown`.
    """
    media: dict[str, MediaSet] = {}
    problems: list[Problem] = []
    kept = _kept(portfolio)
    playback = _playback(portfolio)
    with Workroom(limits.time_limit, limits.memory_limit) as workroom:
        for id_, path in portfolio.files.items():
            try:
                told: str | None
                _check_size(path, limits)
                if kind_of(path.name) == "image":
                    media[id_], told = picture_set(id_, path, store, id_ in kept, workroom, limits.pixels)
                    problems += _advice(shown(path), told)
                elif id_ in kept:
                    media[id_], told = file_set(id_, path, path, store, workroom, limits)
                    problems += _advice(shown(path), told)
                    if can_be_read(path):
                        with suppress(CleaningError):
                            # What is read in the page is cleaned, also where the file itself is handed out as it is.
                            clean = _clean(path, store, workroom)
                            media[id_], told = add_preview(media[id_], path, clean, store, workroom, limits)
                            problems += _advice(shown(path), told)
                elif path.suffix.lower() == ".svg":
                    media[id_] = drawing_set(id_, path, _clean(path, store, workroom))
                elif sort_of(path.name):
                    clean = _clean(path, store, workroom)
                    media[id_], told = file_set(id_, path, clean, store, workroom, limits)
                    problems += _advice(shown(path), told)
                    media[id_], told = add_preview(media[id_], path, clean, store, workroom, limits)
                    # Of one that is too large, its page says so itself.
                    weight: Severity = "advice" if media[id_].too_large else "warning"
                    problems += [Problem(shown(path), 0, 0, told, weight)] if told else []
                else:
                    media[id_] = plain_set(id_, path, path)
                    problems.append(Problem(shown(path), 0, 0, UNKNOWN, "warning"))
                one, asked = media[id_], playback.get(id_)
                if is_film(path.name):
                    media[id_], told = with_rendition(one, path, asked, store, workroom, limits)
                    problems += _advice(shown(path), told)
                elif asked:
                    problems += _advice(shown(path), NO_FILM)
            except CleaningError as error:
                problems.append(Problem(shown(path), 0, 0, str(error)))
    return with_captions(media, portfolio.plp.evidence, store), tuple(problems)


def _kept(portfolio: Portfolio) -> set[str]:
    return {piece.id for piece in portfolio.plp.evidence if piece.clean == "keep"}


def _playback(portfolio: Portfolio) -> dict[str, str]:
    """What is asked for, by the ids of those pieces where something is."""
    return {piece.id: piece.playback for piece in portfolio.plp.evidence if piece.playback}


def _check_size(path: Path, limits: Limits) -> None:
    size, most = path.stat().st_size, limits.largest_file
    if most and size > most * MEGABYTE:
        raise CleaningError(
            f"this file has {-(-size // MEGABYTE)} MB, and no file may have more than {most}; save a smaller copy and "
            "use that, or raise largest_file in mkdocs.yml"
        )


def _clean(path: Path, store: Path, workroom: Workroom) -> Path:
    """Where a file lies without what nobody should learn: in `store`, or where it is. Raises CleaningError."""
    sort = sort_of(path.name)
    if sort is None:
        return path
    check_head(path, sort)
    if sort.clean:
        return store_cleaned(path, sort, store, workroom)
    check_text(path)
    return path


def _advice(place: str, told: str | None) -> list[Problem]:
    return [Problem(place, 0, 0, told, "advice")] if told else []
