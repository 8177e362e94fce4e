"""The media of a portfolio: for every piece of evidence, the files that are published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from waypost.errors import Problem
from waypost.model import Portfolio
from waypost.model.media import MediaFile, MediaSet

from .cleaned import store_cleaned
from .cleaning.sorts import check_head, sort_of
from .cleaning.texts import check_text
from .cleaning.trouble import CleaningError
from .images import SUFFIX, TYPE, PictureError, inspect_picture, upright_extent
from .kinds import kind_of, shown_type_of, type_of
from .store import store_picture
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
            else:
                problems.append(Problem(shown(path), 0, 0, UNKNOWN, "warning"))
        except UNUSABLE as error:
            problems.append(Problem(shown(path), 0, 0, str(error)))
    return tuple(problems)


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
                if kind_of(path.name) == "image":
                    media[id_] = _picture(id_, path, store, id_ in kept)
                elif id_ in kept:
                    media[id_] = _file(id_, path, path)
                elif sort := sort_of(path.name):
                    check_head(path, sort)
                    if sort.clean is None:
                        check_text(path)
                    media[id_] = _file(id_, path, store_cleaned(path, sort, store, workroom) if sort.clean else path)
                else:
                    media[id_] = _file(id_, path, path)
                    problems.append(Problem(shown(path), 0, 0, UNKNOWN, "warning"))
            except UNUSABLE as error:
                problems.append(Problem(shown(path), 0, 0, str(error)))
    return media, tuple(problems)


def _kept(portfolio: Portfolio) -> set[str]:
    return {piece.id for piece in portfolio.plp.evidence if piece.clean == "keep"}


def _file(id_: str, path: Path, published: Path) -> MediaSet:
    file = MediaFile(id_, published, type_of(path.name), path.name, published.stat().st_size)
    return MediaSet(kind_of(path.name), (file,))


def _picture(id_: str, path: Path, store: Path, kept: bool) -> MediaSet:
    sizes = tuple(
        MediaFile(f"{id_}.{number}", size.path, TYPE, path.stem + SUFFIX, size.size, size.width, size.height)
        for number, size in enumerate(store_picture(path, store))
    )
    if not kept:
        return MediaSet("image", sizes)
    type_ = shown_type_of(path.name)
    if type_ is None:
        # No browser shows it, so it is what a reader downloads.
        file = MediaFile(id_, path, type_of(path.name), path.name, path.stat().st_size)
        return MediaSet("document", (file,))
    original = MediaFile(id_, path, type_, path.name, path.stat().st_size, *upright_extent(path))
    return MediaSet("image", (sizes[0], original))
