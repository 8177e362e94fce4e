"""Longer writing in Markdown files that a plan names."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from pydantic_core import PydanticCustomError

from waypost.errors import Problem

from .contents import UnreadableError, read_text, split_lines
from .limits import MOST_PROBLEMS
from .names import composed, is_hidden
from .places import Shown, printable, quote_name
from .suggestions import nearest


class ProseReader:
    """Reads Markdown files of one folder, each once. Gathers the `files`, and the `problems` that stand in them."""

    def __init__(self, folder: Path, shown: Shown) -> None:
        self.problems: list[Problem] = []
        self.files: list[Path] = []
        self._folder = folder
        self._shown = shown
        self._texts: dict[str, str] = {}
        self._listed: dict[Path, list[str]] = {}
        self._refused = 0

    def __call__(self, name: str) -> str:
        """The text of the file `name`. Raises PydanticCustomError, for the place where it is named."""
        if name not in self._texts:
            self._texts[name] = self._read(name)
        return self._texts[name]

    def _read(self, name: str) -> str:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            words = f"{quote_name(name)} leads out of the folder: put the file beside plp.yml and write its name alone"
            raise _refusal(words)
        file = self._find(path)
        if file is None:
            raise _refusal(self._missing(name))
        self.files.append(file)
        try:
            return "\n".join(split_lines(read_text(file, self._folder)))
        except UnreadableError as error:
            self.problems.append(Problem(self._shown(file), error.line, error.column, error.message))
            return ""

    def _find(self, path: PurePosixPath) -> Path | None:
        file = self._folder / path
        if os.path.lexists(file):
            return file
        names = self._names(file.parent)
        return next((file.parent / name for name in names if composed(name) == composed(path.name)), None)

    def _missing(self, name: str) -> str:
        self._refused += 1
        like = None
        if self._refused <= MOST_PROBLEMS:
            markdown = [file for file in self._names(self._folder) if file.endswith(".md") and not is_hidden(file)]
            like = nearest(name, markdown)
        mend = f"; did you mean {printable(like)}?" if like else ": add it, or write the text itself here"
        return f"there is no file {quote_name(name)} in this folder{mend}"

    def _names(self, folder: Path) -> list[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = sorted(file.name for file in folder.iterdir())
            except OSError:
                self._listed[folder] = []
        return self._listed[folder]


def _refusal(message: str) -> PydanticCustomError:
    # A brace in somebody's file name would be taken for a placeholder.
    return PydanticCustomError("prose_file", "{words}", {"words": message})
