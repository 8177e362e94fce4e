"""The media of a portfolio: for every piece of evidence, the files that are published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from waypost.errors import Problem
from waypost.model import Portfolio
from waypost.model.media import MediaFile, MediaSet

from .images import SUFFIX, TYPE, PictureError, inspect_picture
from .kinds import kind_of, type_of
from .store import store_picture


def inspect_media(portfolio: Portfolio, shown: Callable[[Path], str] = str) -> tuple[Problem, ...]:
    """The problems of a portfolio's pictures that their heads already tell; nothing is written."""
    problems = []
    for path in portfolio.files.values():
        if kind_of(path.name) == "image":
            try:
                inspect_picture(path)
            except PictureError as error:
                problems.append(Problem(shown(path), 0, 0, str(error)))
    return tuple(problems)


def build_media(
    portfolio: Portfolio, store: Path, shown: Callable[[Path], str] = str
) -> tuple[dict[str, MediaSet], tuple[Problem, ...]]:
    """The published files by id of evidence, and a problem for every file that cannot be used.

    Pictures are encoded into `store`; other files are published from where they are. Paths in problems go
    through `shown`.
    """
    media: dict[str, MediaSet] = {}
    problems: list[Problem] = []
    for id_, path in portfolio.files.items():
        kind = kind_of(path.name)
        if kind != "image":
            file = MediaFile(id_, path, type_of(path.name), path.name, path.stat().st_size)
            media[id_] = MediaSet(kind, (file,))
            continue
        try:
            sizes = store_picture(path, store)
        except PictureError as error:
            problems.append(Problem(shown(path), 0, 0, str(error)))
            continue
        media[id_] = MediaSet(
            "image",
            tuple(
                MediaFile(f"{id_}.{number}", size.path, TYPE, path.stem + SUFFIX, size.size, size.width, size.height)
                for number, size in enumerate(sizes)
            ),
        )
    return media, tuple(problems)
