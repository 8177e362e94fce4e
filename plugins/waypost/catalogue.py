"""A catalogue in a file: read so that its first lines, its header and its remarks can be written again."""

from __future__ import annotations

import codecs
import io
import os
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from .errors import InputProblems, Problem

OURS = frozenset(
    {
        "project-id-version",
        "pot-creation-date",
        "language",
        "plural-forms",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "generated-by",
    }
)
"""Rows of a header that follow from the language and from Waypost; every other one belongs to whoever typed it."""
WIDTH = 100


class Catalogue(Catalog):
    """Babel's catalogue, which by itself forgets header rows that it does not know, and changes words in remarks."""

    def __init__(self, locale: Locale, head: str = "") -> None:
        super().__init__(locale=locale, project="Waypost", charset="utf-8", fuzzy=False)
        self.head = head
        self.rows: list[tuple[str, str]] = []
        """The rows of the header that stand in the file."""
        self.remarks: list[str] = []
        """The remarks that stand above it, without their #."""

    def __setitem__(self, id: Any, message: Message) -> None:
        if id == "":
            self.remarks += message.user_comments
            for line in str(message.string or "").splitlines():
                name, colon, value = line.partition(":")
                if colon:
                    self.rows.append((name.strip(), value.strip()))
                else:
                    self.remarks.append(line)
        twin = self.get(id, message.context)
        super().__setitem__(id, message)
        if twin and message.string and message.string != twin.string:
            # Babel keeps the first of two.
            twin.user_comments += spare_forms(message)

    def take_over(self, before: Catalogue) -> None:
        """Takes the header's rows and remarks from `before`, without those that this catalogue says by itself."""
        self.rows = before.rows
        said = {line.removeprefix("#").strip() for line in _wrapped(self.head)}
        self.remarks = [remark for remark in before.remarks if remark not in said]

    @property
    def header_comment(self) -> str:
        """The lines above the header, each with its #."""
        return "\n".join((self.head, *(f"# {remark}".rstrip() for remark in self.remarks)))

    @header_comment.setter
    def header_comment(self, text: str) -> None:
        """Babel's own way to tell them: they are in `remarks` already."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        rows = super()._get_mime_headers()
        typed = {name.lower(): value for name, value in self.rows if name.lower() not in OURS}
        mixed = [(name, typed.get(name.lower(), value)) for name, value in rows]
        known = {name.lower() for name, _ in rows}
        own = [(name, value) for name, value in self.rows if name.lower() not in known | OURS]
        # The last of Babel's rows ends in a line break.
        return [*mixed[:-1], *own, mixed[-1]]

    mime_headers = property(_get_mime_headers, Catalog._set_mime_headers)


def read_catalogue(path: Path, locale: Locale) -> Catalogue:
    """The catalogue at `path`. Raises InputProblems where it is none, and OSError where it cannot be read."""
    catalogue = Catalogue(locale)
    parser = PoFileParser(catalogue, abort_invalid=True)
    try:
        parser.parse(io.BytesIO(path.read_bytes().removeprefix(codecs.BOM_UTF8)))
    except PoFileError as error:
        # A catalogue may leave out its line numbers, and an error of its reader may too.
        line = getattr(error, "lineno", None)
        message = f"this is no catalogue that can be read ({error.args[0]}): mend it, or choose another file with --to"
        raise InputProblems((Problem(str(path), (line or 0) + 1, 0, message),)) from None
    except (ValueError, LookupError, OverflowError) as error:
        message = f"this is no catalogue that can be read ({error}): mend it, or choose another file with --to"
        raise InputProblems((Problem(str(path), 0, 0, message),)) from None
    # What stands at the end belongs to no text.
    catalogue.remarks += parser.user_comments
    return catalogue


def write_catalogue(catalogue: Catalogue, target: Path) -> None:
    """Writes a catalogue in one step, or not at all. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.new")
    try:
        with draft.open("wb") as file:
            write_po(file, catalogue, width=WIDTH, no_location=True)
        os.replace(draft, target)  # noqa: PTH105 - in one step, or not at all
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def spare_forms(message: Message, room: int = 0) -> list[str]:
    """What `message` says in forms for which there is no room, as remarks."""
    forms = (message.string,) if isinstance(message.string, str) else message.string or ()
    return [f"msgstr[{number}] {form}" for number, form in enumerate(forms) if number >= room and form]


def _wrapped(text: str) -> Iterable[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent="# ", break_long_words=False)
