"""What lies in a learner's evidence/, looked at without opening anything."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .contents import name_kind
from .names import composed, is_hidden, name_trouble, twin_trouble, twins
from .suggestions import nearest


@dataclass(frozen=True)
class Shelved:
    """One file in evidence/. `name` is its path inside evidence/; `trouble`: why it cannot be used, with the mend."""

    name: str
    path: Path
    size: int
    trouble: str | None


class Shelf:
    """The files of evidence/ by name. `trouble` is set where evidence/ itself cannot be used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "evidence"
        self.folders: set[str] = set()
        self.files: dict[str, Shelved] = {}
        self.trouble = self._folder_trouble()
        self._by_composed: dict[str, str] = {}
        if self.trouble is not None or not os.path.lexists(self.folder):
            return
        found = {file.name: file for file in self._scan()}
        for name, other in twins(found).items():
            found[name] = replace(found[name], trouble=found[name].trouble or twin_trouble(name, other))
        self.files = dict(sorted(found.items()))
        self._by_composed = {composed(name): name for name in self.files}

    def find(self, name: str) -> Shelved | None:
        """The file of this name, however its accents are stored."""
        return self.files.get(name) or self.files.get(self._by_composed.get(composed(name), ""))

    def nearest(self, name: str) -> str | None:
        """The file whose name is most like `name`."""
        return nearest(name, self.files)

    def _folder_trouble(self) -> str | None:
        try:
            mode = self.folder.lstat().st_mode
        except OSError:
            return None
        if stat.S_ISREG(mode):
            return "this is a file, and evidence/ must be a folder: rename it"
        return None if stat.S_ISDIR(mode) else f"this {name_kind(mode)}"

    def _scan(self) -> Iterator[Shelved]:
        ahead = [("", self.folder)]
        while ahead:
            prefix, folder = ahead.pop()
            try:
                with os.scandir(folder) as entries:
                    listed = [entry for entry in entries if not is_hidden(entry.name)]
            except OSError as error:
                trouble = f"is a folder that cannot be read ({error.strerror}): check who may open it"
                yield Shelved(prefix, folder, 0, trouble)
                continue
            for entry in listed:
                name, path = prefix + entry.name, folder / entry.name
                if entry.is_dir(follow_symlinks=False):
                    self.folders.add(name)
                    ahead.append((f"{name}/", path))
                    continue
                try:
                    status = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue
                yield Shelved(name, path, status.st_size, name_kind(status.st_mode) or name_trouble(name))
