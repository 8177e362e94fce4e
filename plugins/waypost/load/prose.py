"""Longer writing in Markdown files that a plan names."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from pydantic_core import PydanticCustomError

from waypost.errors import Problem

from .contents import UnreadableError, read_text, split_lines
from .names import composed, is_hidden
from .places import Shown, printable, quote_name
from .suggestions import nearest


class ProseReader:
    """Reads Markdown files of one folder, each once. Gathers the `problems` that stand in the files themselves."""

    def __init__(self, folder: Path, shown: Shown) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._shown = shown
        self._texts: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """The text of the file `name`. Raises PydanticCustomError, for the place where it is named."""
        if name not in self._texts:
            self._texts[name] = self._read(name)
        return self._texts[name]

    def _read(self, name: str) -> str:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise _refusal(
                f"{quote_name(name)} leads out of the folder: put the file beside plp.yml and write its name alone"
            )
        file = self._find(path)
        if file is None:
            like = nearest(name, self._markdown())
            mend = f"; did you mean {printable(like)}?" if like else ": add it, or write the text itself here"
            raise _refusal(f"there is no file {quote_name(name)} in this folder{mend}")
        try:
            return "\n".join(split_lines(read_text(file, self._folder)))
        except UnreadableError as error:
            self.problems.append(Problem(self._shown(file), error.line, error.column, error.message))
            return ""

    def _find(self, path: PurePosixPath) -> Path | None:
        file = self._folder / path
        try:
            if os.path.lexists(file):
                return file
            return next((near for near in file.parent.iterdir() if composed(near.name) == composed(path.name)), None)
        except (OSError, ValueError):
            return None

    def _markdown(self) -> list[str]:
        try:
            names = sorted(file.name for file in self._folder.iterdir())
        except OSError:
            return []
        return [name for name in names if name.endswith(".md") and not is_hidden(name)]


def _refusal(message: str) -> PydanticCustomError:
    # A brace in somebody's file name would be taken for a placeholder.
    return PydanticCustomError("prose_file", "{words}", {"words": message})
