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
from .images import PictureError, inspect_picture
from .kinds import kind_of
from .previewed import TOO_LARGE, add_preview, can_be_read
from .previews.sorts import LARGEST
from .sets import NO_EXTRA, asks_for_extra, drawing_set, file_set, picture_set, plain_set
from .workroom import Workroom

UNKNOWN = (
    "this is of a kind that Waypost cannot clean: names, days and places in it are published too; save it as PDF or in "
    "another common form, or write clean: keep in its entry if they may be seen"
)
UNUSABLE = (PictureError, CleaningError)


def inspect_media(portfolio: Portfolio, shown: Callable[[Path], str] = str) -> tuple[Problem, ...]:
    """The problems of a portfolio's files that their heads already tell; nothing is written."""
    problems = []
    kept = _kept(portfolio)
    for id_, path in portfolio.files.items():
        try:
            if kind_of(path.name) == "image":
                inspect_picture(path)
            elif id_ in kept:
                continue
            elif sort := sort_of(path.name):
                check_head(path, sort)
                if can_be_read(path) and path.stat().st_size > LARGEST:
                    problems.append(Problem(shown(path), 0, 0, TOO_LARGE, "advice"))
            else:
                problems.append(Problem(shown(path), 0, 0, UNKNOWN, "warning"))
        except UNUSABLE as error:
            problems.append(Problem(shown(path), 0, 0, str(error)))
    lacking = next((path for path in portfolio.files.values() if asks_for_extra(path.name)), None)
    return (*problems, *_advice(shown(lacking), NO_EXTRA)) if lacking else tuple(problems)


def build_media(
    portfolio: Portfolio, store: Path, shown: Callable[[Path], str] = str
) -> tuple[dict[str, MediaSet], tuple[Problem, ...]]:
    """The published files by id of evidence, and a problem for every file that cannot be used or cleaned.

    Pictures are encoded and other files cleaned into `store`. Texts, and what the learner wants kept as it is, are
    published from where they are. Paths in problems go through `shown`.
    """
    media: dict[str, MediaSet] = {}
    problems: list[Problem] = []
    kept = _kept(portfolio)
    with Workroom() as workroom:
        for id_, path in portfolio.files.items():
            try:
                told: str | None
                if kind_of(path.name) == "image":
                    media[id_], told = picture_set(id_, path, store, id_ in kept)
                    problems += _advice(shown(path), told)
                elif id_ in kept:
                    media[id_], told = file_set(id_, path, path, store, workroom)
                    problems += _advice(shown(path), told)
                    if can_be_read(path):
                        with suppress(CleaningError):
                            # What is read in the page is cleaned, also where the file itself is handed out as it is.
                            clean = _clean(path, store, workroom)
                            media[id_], _ = add_preview(media[id_], path, clean, store, workroom)
                elif path.suffix.lower() == ".svg":
                    media[id_] = drawing_set(id_, path, _clean(path, store, workroom))
                elif sort_of(path.name):
                    clean = _clean(path, store, workroom)
                    media[id_], told = file_set(id_, path, clean, store, workroom)
                    problems += _advice(shown(path), told)
                    media[id_], told = add_preview(media[id_], path, clean, store, workroom)
                    # Of one that is too large, its page says so itself.
                    weight: Severity = "advice" if media[id_].too_large else "warning"
                    problems += [Problem(shown(path), 0, 0, told, weight)] if told else []
                else:
                    media[id_] = plain_set(id_, path, path)
                    problems.append(Problem(shown(path), 0, 0, UNKNOWN, "warning"))
            except UNUSABLE as error:
                problems.append(Problem(shown(path), 0, 0, str(error)))
    return with_captions(media, portfolio.plp.evidence, store), tuple(problems)


def _kept(portfolio: Portfolio) -> set[str]:
    return {piece.id for piece in portfolio.plp.evidence if piece.clean == "keep"}


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
