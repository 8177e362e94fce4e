"""A plan's evidence and the files in evidence/, held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from waypost.errors import Problem

from .documents import Document
from .names import is_film, is_image, is_sound
from .paths import find_values
from .places import Shown, printable, quote_name
from .reading import Loc
from .shelf import Shelf, Shelved


class EvidenceFiles:
    """Which file stands for which piece of evidence, and what is wrong between the two.

    `described` are names in evidence/ that need no mention: descriptions, and files whose description is broken.
    """

    def __init__(self, document: Document, shelf: Shelf, described: set[str], shown: Shown) -> None:
        self._document = document
        self._shelf = shelf
        self._shown = shown
        self._mentions = [
            (loc, value.strip())
            for loc, value in find_values(document.data, "evidence.*.file")
            if isinstance(value, str) and value.strip()
        ]
        self._files = {loc[:2]: file for loc, name in self._mentions if (file := shelf.find(name))}
        self._known = described | {file.name for file in self._files.values()}

    def paths(self) -> dict[str, Path]:
        """The path of each file by the id of the evidence that it is, in a plan without errors."""
        ids = {loc[:2]: str(value).strip() for loc, value in find_values(self._document.data, "evidence.*.id")}
        return {ids[loc]: file.path for loc, file in self._files.items()}

    def check_mentions(self) -> Iterator[Problem]:
        """A problem for each piece of evidence that has nothing to show, or whose file cannot be used."""
        for loc, entry in find_values(self._document.data, "evidence.*"):
            if isinstance(entry, dict) and not entry.get("file") and not entry.get("link"):
                yield self._document.problem(loc, "this evidence has neither file: nor link: add the one that it is")
        if self._shelf.trouble:
            yield Problem(self._shown(self._shelf.folder), 0, 0, self._shelf.trouble)
            return
        first: dict[str, Loc] = {}
        for loc, name in self._mentions:
            file = self._files.get(loc[:2])
            if file is None:
                yield self._document.problem(loc, self._missing(name))
            elif file.name in first:
                line = self._document.place(first[file.name])[0]
                message = f"{quote_name(name)} is already described on line {line}: name each file once"
                yield self._document.problem(loc, message)
            else:
                first[file.name] = loc
                if file.trouble:
                    yield self._at_mention(loc, file, file.trouble)
                elif not file.size:
                    yield self._at_mention(loc, file, "is empty (0 bytes): export it or copy it here again")

    def check_unmentioned(self) -> Iterator[Problem]:
        """A problem for each file that cannot be used, then a warning for each that nothing mentions."""
        others = [file for file in self._shelf.files.values() if file.name not in self._known]
        for file in others:
            if file.trouble:
                yield Problem(self._shown(file.path), 0, 0, f"{quote_name(file.name)} {file.trouble}")
        if not isinstance(self._document.data.get("evidence"), list | None):
            return
        for file in others:
            if not file.trouble:
                message = (
                    f"{quote_name(file.name)} is in evidence/, but nothing mentions it: enter it with `waypost add`, "
                    "or take it out"
                )
                yield self._document.problem(("evidence",), message, at_key=True, severity="warning")

    def check_descriptions(self) -> Iterator[Problem]:
        """Advice for each picture, film or recording that nobody has put in words. Source: WCAG 2.2, 1.1.1 and 1.2.1.

        A recording whose words are written down needs no other description.
        """
        for loc, entry in find_values(self._document.data, "evidence.*"):
            file = self._files.get(loc)
            if file is None or not isinstance(entry, dict) or entry.get("alt"):
                continue
            if is_image(file.name) or is_film(file.name):
                wanted = "say in a sentence what can be seen, under alt:"
            elif is_sound(file.name) and not entry.get("transcript") and not entry.get("captions"):
                wanted = "say in a sentence what can be heard, under alt:"
            else:
                continue
            message = f"{quote_name(file.name)} is not described yet: {wanted}"
            yield self._document.problem(loc, message, severity="advice")

    def _missing(self, name: str) -> str:
        path = PurePosixPath(name)
        if "\\" in name:
            return f"{quote_name(name)} has a backslash: write / between a folder and a file"
        if path.is_absolute() or PureWindowsPath(name).is_absolute() or ".." in path.parts:
            return f"{quote_name(name)} leads out of evidence/: copy the file into evidence/ and write its name alone"
        if name in self._shelf.folders:
            return f"{quote_name(name)} is a folder: name the files in it, such as {printable(name)}/photo.jpg"
        inside = "/".join(path.parts[1:])
        if path.parts[:1] == ("evidence",) and self._shelf.find(inside):
            self._known.add(inside)
            return f"a file's name begins inside evidence/: write {printable(inside)}"
        like = self._shelf.nearest(name)
        if like is None:
            return f"{quote_name(name)} is not in evidence/: copy it there, or correct the name"
        # Saying of the same file that nothing mentions it would be one mistake told twice.
        self._known.add(like)
        return f"{quote_name(name)} is not in evidence/; did you mean {printable(like)}?"

    def _at_mention(self, loc: Loc, file: Shelved, trouble: str) -> Problem:
        message = f"{quote_name(file.name)} {trouble}"
        if loc[:2] in self._document.grafts:
            return Problem(self._shown(file.path), 0, 0, message)
        return self._document.problem(loc, message)
