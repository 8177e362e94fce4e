"""Something new at the end of one of a plan's lists. Every other line stays as it was, its comments included."""

from __future__ import annotations

import codecs
import datetime
import io
import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import LiteralScalarString

from .errors import InputProblems, Problem
from .load.contents import LARGEST_TEXT
from .load.documents import Document, read_document

Entry = Mapping[str, str | list[str] | datetime.date]
_HINTED = re.compile(r"# ( +)- ")
_DASH = re.compile(r"^( *)[\w-]+:[^\n]*\n(?:\s*#[^\n]*\n|\s*\n)*( *)- ", re.MULTILINE)


def write_entry(path: Path, shown: str, key: str, entry: Entry) -> None:
    """Adds `entry` to the list `key` of the plan at `path`: all of it, in one step, or nothing.

    Raises InputProblems where the plan cannot be read or its list cannot be added to.
    """
    data = path.read_bytes()
    before = _read(whole_lines(data), shown)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.decode("utf-8-sig")
    windows = "\r\n" in text
    place = (shown, *before.place((key,)))
    try:
        text = with_entry(text.replace("\r\n", "\n"), key, entry)
    except (YAMLError, ValueError, LookupError, TypeError, AttributeError):
        raise _no_room(key, place) from None
    content = mark + (text.replace("\n", "\r\n") if windows else text).encode()
    after, _ = read_document(content, shown)
    # Read back before anything is written: whatever somebody typed, it is this entry and nothing else has moved.
    present = before.data.get(key) or []
    read = {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in entry.items()}
    if after is None or after.data != {**before.data, key: [*present, read]}:
        raise _no_room(key, place)
    if len(content) > LARGEST_TEXT:
        mend = "with one more entry this file would be too large to be read: move longer writing into files of its own"
        raise InputProblems((Problem(shown, 0, 0, mend),))
    write_plan(path, content)


def whole_lines(data: bytes) -> bytes:
    """`data` with the end of its last line, behind which something new can stand."""
    return data if not data or data.endswith(b"\n") else data + b"\n"


def write_plan(plan: Path, content: bytes) -> None:
    """Puts `content` in the place of the file `plan`, in one step."""
    draft = plan.with_name(".plp.yml.new")
    try:
        # Whatever lies there is not written through: it could be a shortcut to another place.
        draft.unlink(missing_ok=True)
        with draft.open("xb") as file:
            file.write(content)
        shutil.copymode(plan, draft)
        os.replace(draft, plan)  # noqa: PTH105 - in one step, or not at all
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def with_entry(text: str, key: str, entry: Entry) -> str:
    """`text` with `entry` at the end of its list `key`. Raises as `with_lines`."""
    return with_lines(text, key, lambda dash: _lines(entry, dash))


def with_lines(text: str, key: str, draw: Callable[[int], Iterable[str]]) -> str:
    """`text` with new lines at the end of its list `key`; `draw` makes them for the column that dashes stand in.

    Where the list ends is taken from the YAML library's own reading. Raises ValueError where `key` is no list with
    dashes, and whatever the library raises for a text that it cannot read.
    """
    data = YAML().load(text)
    rows = text.splitlines(keepends=True)
    if rows and not rows[-1].endswith("\n"):
        rows[-1] += "\n"
    if key not in data:
        hint = _hint(rows, key)
        if hint is None:
            return "".join((*rows, "\n", f"{key}:\n", *draw(_offset(text))))
        start, end, dash = hint
        return "".join((*rows[:start], f"{key}:\n", *rows[start + 1 : end], *draw(dash), *rows[end:]))
    present = data[key]
    line = data.lc.key(key)[0]
    if not present:
        # A remark behind the empty list stays.
        rows[line] = re.sub(r":(?:[ \t]*(?:\[\s*\]|~|null))?(?=\s)", ":", rows[line], count=1)
        return "".join((*rows[: line + 1], *draw(_offset(text)), *rows[line + 1 :]))
    if not isinstance(present, CommentedSeq) or present.fa.flow_style():
        raise ValueError(key)
    line, column = present.lc.item(len(present) - 1)
    dash = rows[line].rindex("-", 0, column)
    last = _end_of_item(rows, line, dash)
    return "".join((*rows[:last], *draw(dash), *rows[last:]))


def _read(data: bytes, shown: str) -> Document:
    document, problems = read_document(data, shown)
    if document is None or any(problem.severity == "error" for problem in problems):
        raise InputProblems(tuple(problems))
    return document


def _no_room(key: str, place: tuple[str, int, int]) -> InputProblems:
    mend = f"{key}: write it as a list, each entry on lines of its own after a dash; then try again"
    return InputProblems((Problem(*place, mend),))


def _offset(text: str) -> int:
    """How many spaces this file puts before a dash, from its first list under a key; two where it has none."""
    match = _DASH.search(text)
    return len(match[2]) - len(match[1]) if match else 2


def _hint(rows: list[str], key: str) -> tuple[int, int, int] | None:
    """Where a new plan shows in comments how `key` is written: its line, the line behind it, the column of its dashes.

    Whoever takes the # away there later must not find the list begun a second time somewhere else.
    """
    start = next((number for number, row in enumerate(rows) if row.rstrip() == f"# {key}:"), None)
    if start is None or start + 1 == len(rows):
        return None
    dash = _HINTED.match(rows[start + 1])
    end = next((number for number in range(start + 1, len(rows)) if not rows[number].startswith("#  ")), len(rows))
    return (start, end, len(dash[1])) if dash else None


def _end_of_item(rows: list[str], start: int, dash: int) -> int:
    """The line after the last one of a list item that begins at `start` with its dash in column `dash`."""
    end = start + 1
    for number in range(start + 1, len(rows)):
        row = rows[number]
        indent = len(row) - len(row.lstrip())
        # Inside a text, a line that begins with # is the text's own.
        if row.strip() and (indent > dash or not row.lstrip().startswith("#")):
            if indent <= dash:
                break
            end = number + 1
    return end


def _lines(entry: Entry, dash: int) -> list[str]:
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=2, offset=0)
    stream = io.StringIO()
    yaml.dump([CommentedMap((name, _value(value)) for name, value in entry.items())], stream)
    return [f"{' ' * dash}{row}" if row.strip() else row for row in stream.getvalue().splitlines(keepends=True)]


def _value(value: str | list[str] | datetime.date) -> Any:
    if isinstance(value, list):
        sequence = CommentedSeq(value)
        sequence.fa.set_flow_style()
        return sequence
    return LiteralScalarString(value) if isinstance(value, str) and "\n" in value else value
