"""Adding evidence: files are copied in and entered in plp.yml, whose comments and lines stay as they are."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from .errors import InputProblems, Problem, UsageError, WaypostError
from .load.documents import load_document
from .load.identifiers import gather_ids
from .load.names import folded, name_trouble

UNSAFE = re.compile(r"[^\w.-]+")
DASHES = re.compile(r"-{2,}")
LONGEST = 60


@dataclass(frozen=True)
class Added:
    """A file that was entered: where it was copied to and the id of its entry. `known` are files that were there."""

    source: Path
    file: str
    id: str
    known: bool = False


def add_evidence(folder: Path, sources: Iterable[Path], shown: str) -> list[Added]:
    """Copies `sources` into `folder`/evidence and enters each in plp.yml; a file that is there already is passed over.

    All or nothing: raises WaypostError, UsageError or InputProblems, and then neither files nor plan have changed.
    """
    plan = folder / "plp.yml"
    if not plan.is_file():
        raise UsageError(f"{shown}: this folder has no plp.yml. Name a learner's folder, or run `waypost new {shown}`.")
    document, problems = load_document(plan, f"{shown}/plp.yml")
    if document is None:
        raise InputProblems(tuple(problems))
    files = _readable(sources)
    text = plan.read_text(encoding="utf-8-sig")
    yaml = _writer(text)
    data = yaml.load(text)
    if not _is_open_list(data.get("evidence")):
        place = document.place(("evidence",))
        mend = "evidence: write it as a list, each entry on lines of its own after a dash; then add again"
        raise InputProblems((Problem(f"{shown}/plp.yml", *place, mend),))
    shelf = folder / "evidence"
    there = {_digest(path): path.name for path in shelf.iterdir() if path.is_file()} if shelf.is_dir() else {}
    names = {folded(path.name) for path in shelf.rglob("*")} if shelf.is_dir() else set()
    ids = set(gather_ids(document)[0].kinds)
    added: list[Added] = []
    copied: list[Path] = []
    shelf.mkdir(exist_ok=True)
    try:
        for source in files:
            digest = _digest(source)
            if digest in there:
                added.append(Added(source, there[digest], "", known=True))
                continue
            name = _free_name(source.name, names)
            names.add(folded(name))
            copied.append(shelf / name)
            shutil.copyfile(source, shelf / name)
            there[digest] = name
            id_ = _free_id(Path(name).stem, ids)
            ids.add(id_)
            added.append(Added(source, name, id_))
        entries = [_entry(one) for one in added if not one.known]
        if entries:
            _write(plan, _with_entries(yaml, data, entries, text))
    except BaseException:
        for path in copied:
            path.unlink(missing_ok=True)
        raise
    return added


def _readable(sources: Iterable[Path]) -> list[Path]:
    files = list(sources)
    for path in files:
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file. Name files, one after the other.")
        if path.stat().st_size == 0:
            raise WaypostError(f"{path}: this file is empty. Export or copy it again.")
    return files


def _writer(text: str) -> YAML:
    """A YAML library that indents as `text` does."""
    offset = _offset(text)
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _is_open_list(value: object) -> bool:
    """Whether entries can be added below: a list with dashes, an empty one, or nothing yet."""
    return not value or (isinstance(value, CommentedSeq) and not value.fa.flow_style())


def _offset(text: str) -> int:
    """How many spaces this file puts before a dash, from its first list under a key; two where it has none."""
    match = re.search(r"^( *)[\w-]+:[^\n]*\n(?:\s*#[^\n]*\n|\s*\n)*( *)- ", text, re.MULTILINE)
    return len(match[2]) - len(match[1]) if match else 2


def _with_entries(yaml: YAML, data: CommentedMap, entries: list[CommentedMap], text: str) -> str:
    """The plan's text with the entries at the end of its evidence, every other line as it was.

    Only the new lines are written by the YAML library; they are put in where its own reading of the file says that
    the list ends.
    """
    rows = text.splitlines(keepends=True)
    if "evidence" not in data:
        return text.rstrip("\n") + "\n\n" + _lines(yaml, entries)
    present = data["evidence"]
    if not present:
        place = data.lc.key("evidence")[0]
        return "".join(rows[:place]) + _lines(yaml, entries) + "".join(rows[place + 1 :])
    line, column = present.lc.item(len(present) - 1)
    dash = rows[line].rindex("-", 0, column)
    last = _end_of_list(rows, line, dash)
    yaml.indent(mapping=2, sequence=2 + dash, offset=dash)
    if not rows[last - 1].endswith("\n"):
        rows[last - 1] += "\n"
    lines = _lines(yaml, entries).splitlines(keepends=True)[1:]
    return "".join((*rows[:last], *lines, *rows[last:]))


def _end_of_list(rows: list[str], start: int, dash: int) -> int:
    """The line after the last one of a list item that begins at `start` with its dash in column `dash`."""
    end = start + 1
    for number in range(start + 1, len(rows)):
        row = rows[number]
        if row.strip() and not row.lstrip().startswith("#"):
            if len(row) - len(row.lstrip()) <= dash:
                break
            end = number + 1
    return end


def _lines(yaml: YAML, entries: list[CommentedMap]) -> str:
    stream = io.StringIO()
    yaml.dump(CommentedMap(evidence=entries), stream)
    return stream.getvalue()


def _entry(added: Added) -> CommentedMap:
    title = DASHES.sub("-", Path(added.file).stem).replace("-", " ").replace("_", " ").strip()
    return CommentedMap(id=added.id, file=added.file, title=title[:1].upper() + title[1:])


def _write(plan: Path, text: str) -> None:
    draft = plan.with_name(".plp.yml.new")
    draft.write_text(text, encoding="utf-8")
    shutil.copymode(plan, draft)
    os.replace(draft, plan)  # noqa: PTH105 - in one step, or not at all


def _free_name(name: str, taken: set[str]) -> str:
    """A name that works on every machine and that nothing here has yet."""
    stem, suffix = Path(unicodedata.normalize("NFC", name)).stem, Path(name).suffix.lower()
    stem = DASHES.sub("-", UNSAFE.sub("-", stem)).strip("-.")[:LONGEST] or "file"
    stem = f"file-{stem}" if name_trouble(stem + suffix) else stem
    candidate, number = stem + suffix, 2
    while folded(candidate) in taken:
        candidate, number = f"{stem}-{number}{suffix}", number + 1
    return candidate


def _free_id(stem: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST] or "evidence"
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
