"""The folders of a school's learners, and of what it adds to the toolbox."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from waypost.errors import Problem

from .contents import name_kind
from .names import composed, is_hidden, is_text, name_trouble, twin_trouble, twins
from .places import Shown, show_path

OWN_SUFFIXES = (".yml", ".yaml")


def list_folders(portfolios: Path) -> list[Path]:
    """Every learner's folder in `portfolios`, by name. Links are not followed; hidden folders are nobody's.

    Nor are those whose names are no text: nothing can be derived from such a name. `check_folders` tells of them.
    """
    try:
        with os.scandir(portfolios) as entries:
            names = [
                entry.name
                for entry in entries
                if not is_hidden(entry.name) and is_text(entry.name) and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []
    return [portfolios / name for name in sorted(names, key=lambda name: (composed(name), name))]


def list_own(folder: Path) -> list[Path]:
    """The files of a school's toolbox/local/, by name; without those of which `check_own` tells."""
    return [path for path in _own(folder) if is_text(path.name)]


def check_own(folder: Path, shown: Shown | None = None) -> list[Problem]:
    """A problem for every file of a school's toolbox/local/ whose name is no text."""
    show = shown or show_path
    return [
        Problem(show(path), 0, 0, f"this file {name_trouble(path.name)}")
        for path in _own(folder)
        if not is_text(path.name)
    ]


def _own(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in OWN_SUFFIXES) if folder.is_dir() else []


def check_folders(portfolios: Path, shown: Shown | None = None) -> list[Problem]:
    """What is wrong with the folders themselves: links, pipes, and names that cannot stand beside each other."""
    show = shown or show_path
    try:
        with os.scandir(portfolios) as entries:
            modes = {
                entry.name: entry.stat(follow_symlinks=False).st_mode for entry in entries if not is_hidden(entry.name)
            }
    except FileNotFoundError:
        return [Problem(show(portfolios), 0, 0, "there is no such folder: run `waypost init`, or correct the name")]
    except OSError as error:
        return [
            Problem(show(portfolios), 0, 0, f"this folder cannot be read ({error.strerror}): check who may open it")
        ]
    problems = []
    alike = twins(name for name, mode in modes.items() if stat.S_ISDIR(mode))
    for name, mode in modes.items():
        if stat.S_ISDIR(mode):
            trouble = name_trouble(name) or (twin_trouble(name, alike[name]) if name in alike else None)
        else:
            trouble = name_kind(mode)
        if trouble:
            subject = "this folder" if stat.S_ISDIR(mode) else "this"
            problems.append(Problem(show(portfolios / name), 0, 0, f"{subject} {trouble}"))
    return sorted(problems)
