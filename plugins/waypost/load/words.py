"""The words of films and recordings, in files of evidence/: transcripts and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from waypost.errors import Problem
from waypost.model.captions import read_captions, write_captions
from waypost.model.plaintext import as_markdown

from .contents import UnreadableError, read_text, split_lines
from .documents import Document
from .names import is_film, is_sound, suffix_of
from .paths import find_values
from .places import Shown, quote_name
from .shelf import Shelf, Shelved

CAPTIONS = ".vtt"
TRANSCRIPTS = (".md", ".txt")
_ONE_NAME = re.compile(r"\S+\.(?:md|txt)", re.IGNORECASE)
MOST_SLIPS = 20


class WordFiles:
    """Reads transcripts and captions from evidence/. Gathers their `names`, and the `problems` that stand in them."""

    def __init__(self, shelf: Shelf, shown: Shown) -> None:
        self.names: set[str] = set()
        self.problems: list[Problem] = []
        self._shelf = shelf
        self._shown = shown

    def read_transcript(self, written: str) -> str:
        """What is said, as Markdown: the text of the file that `written` names, or `written` itself.

        Raises PydanticCustomError, for the place where it is written, where such a file is not there.
        """
        file = self._shelf.find(written) if suffix_of(written) in TRANSCRIPTS else None
        if file is None:
            if _ONE_NAME.fullmatch(written):
                raise _refusal(self._missing(written, "or write what is said here"))
            return written
        text = "\n".join(split_lines(self._read(file)))
        return text if suffix_of(file.name) == ".md" else as_markdown(text)

    def read_captions(self, written: str) -> str:
        """The captions in the file that `written` names, without its notes and styles.

        Raises PydanticCustomError, for the place where it is named, where there is no such file.
        """
        if suffix_of(written) != CAPTIONS:
            raise _refusal(f"{quote_name(written)} is no file of captions: name one that ends in {CAPTIONS}")
        file = self._shelf.find(written)
        if file is None:
            raise _refusal(self._missing(written, "or export the captions again"))
        before = len(self.problems)
        text = self._read(file)
        if len(self.problems) > before:
            return ""
        cues, slips = read_captions(text)
        self.problems += (Problem(self._shown(file.path), slip.line, 1, slip.message) for slip in slips[:MOST_SLIPS])
        return write_captions(cues)

    def _read(self, file: Shelved) -> str:
        self.names.add(file.name)
        try:
            return read_text(file.path, self._shelf.folder)
        except UnreadableError as error:
            self.problems.append(Problem(self._shown(file.path), error.line, error.column, error.message))
            return ""

    def _missing(self, name: str, mend: str) -> str:
        like = self._shelf.nearest(name)
        ending = f"; did you mean {like}?" if like else f": copy it there, {mend}"
        return f"{quote_name(name)} is not in evidence/{ending}"


def check_words(document: Document) -> Iterator[Problem]:
    """A warning for each transcript or captions of something that says nothing."""
    for loc, entry in find_values(document.data, "evidence.*"):
        file = entry.get("file") if isinstance(entry, dict) else None
        if not isinstance(file, str) or is_film(file) or is_sound(file):
            continue
        for field in ("transcript", "captions"):
            if entry.get(field):
                message = (
                    f"{field}: {quote_name(file)} is neither a film nor a recording: write it under the piece that is"
                )
                yield document.problem((*loc, field), message, at_key=True, severity="warning")


def _refusal(message: str) -> PydanticCustomError:
    # A brace in somebody's file name would be taken for a placeholder.
    return PydanticCustomError("word_file", "{words}", {"words": message})
