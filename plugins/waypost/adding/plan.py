"""Entries in plp.yml: new lines at the end of its evidence, and every other line as it was."""

from __future__ import annotations

import codecs
import copy
import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from waypost.entry import whole_lines, with_lines
from waypost.errors import InputProblems, Problem
from waypost.load.contents import LARGEST_TEXT
from waypost.load.documents import Document, read_document

FIELD = "evidence"
CLOSED = "evidence: write it as a list, each entry on lines of its own after a dash; then add again"
FULL = "with so many entries this file would be too large to be read: move longer writing into files of its own"


@dataclass(frozen=True)
class Entry:
    """What is written of one piece: its `fields`, and below them `prompts`, as comments."""

    fields: Mapping[str, str | datetime.date]
    prompts: Mapping[str, str]


class PlanText:
    """A plp.yml that entries can be added to. `shown` is how problems name it.

    Raises InputProblems where it cannot be read, or its evidence is written in a way that nothing can be added to.
    """

    def __init__(self, data: bytes, shown: str) -> None:
        data = whole_lines(data)
        document, problems = read_document(data, shown)
        if document is None or any(problem.severity == "error" for problem in problems):
            raise InputProblems(tuple(problems))
        self.document: Document = document
        self._before = copy.deepcopy(document.data)
        self._shown = shown
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self._end = "\r\n" if b"\r\n" in data else "\n"
        self._text = data.decode("utf-8-sig").replace("\r\n", "\n")
        # Before any file is copied: whether an entry would find its place.
        self.with_entries([Entry({"id": "probe", "title": "probe"}, {})])

    def with_entries(self, entries: Sequence[Entry]) -> bytes:
        """The plan with `entries` at the end of its evidence.

        It is read again before it is given: it holds these entries, and nothing else has moved. Raises InputProblems.
        """
        try:
            text = with_lines(self._text, FIELD, lambda dash: [_lines(entry, dash) for entry in entries])
        except (YAMLError, ValueError, LookupError, TypeError, AttributeError):
            raise self._refusal(CLOSED) from None
        content = self._mark + text.replace("\n", self._end).encode()
        if len(content) > LARGEST_TEXT:
            raise self._refusal(FULL)
        after, _ = read_document(content, self._shown)
        added = [{name: str(value) for name, value in entry.fields.items()} for entry in entries]
        if after is None or after.data != {**self._before, FIELD: [*self._present(), *added]}:
            raise self._refusal(CLOSED)
        return content

    def _present(self) -> list[Any]:
        present = self._before.get(FIELD)
        return present if isinstance(present, list) else []

    def _refusal(self, message: str) -> InputProblems:
        return InputProblems((Problem(self._shown, *self.document.place((FIELD,)), message),))


def _lines(entry: Entry, dash: int) -> str:
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=2 + dash, offset=dash)
    stream = io.StringIO()
    yaml.dump(CommentedMap({FIELD: [CommentedMap(entry.fields)]}), stream)
    _, _, lines = stream.getvalue().partition("\n")
    return lines + "".join(f"{' ' * (dash + 2)}# {field}: {words}\n" for field, words in entry.prompts.items())
