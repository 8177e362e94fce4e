"""Descriptions that lie beside their files: `evidence/<file>.yml`. Source: design, section 5."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from typing import Any

from waypost.errors import Problem

from .documents import Document, load_document
from .names import composed
from .paths import find_values
from .places import Shown, quote_name
from .shelf import Shelf, Shelved
from .wording import slug

_ENDING = ".yml"
_FILE_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")


def graft_descriptions(plan: Document, shelf: Shelf, shown: Shown) -> tuple[set[str], list[Problem]]:
    """Adds what descriptions beside files say to the evidence of `plan`, with their own places.

    Gives the names of all files in evidence/ that are descriptions, and the problems of these files.
    """
    problems: list[Problem] = []
    written = plan.data.get("evidence")
    evidence: list[Any] = [] if written is None else written
    mentioned = {
        composed(value): plan.place(loc)[0]
        for loc, value in find_values(plan.data, "evidence.*.file")
        if isinstance(value, str)
    }
    taken: set[str] = set()
    for file in shelf.files.values():
        if not file.name.endswith(_ENDING) or composed(file.name) in mentioned:
            continue
        target = shelf.find(file.name.removesuffix(_ENDING))
        if target is None:
            orphan = _orphan(file, shelf, shown)
            problems.extend(orphan)
            taken.update({file.name} if orphan else ())
            continue
        taken.add(file.name)
        if file.trouble:
            continue
        document, found = load_document(file.path, shown(file.path), beneath=shelf.folder.parent)
        problems.extend(found)
        line = mentioned.get(composed(target.name))
        if line is not None:
            message = f"{quote_name(target.name)} is also described in {plan.file}, line {line}: keep one of the two"
            problems.append(Problem(shown(file.path), 1, 1, message))
        elif document is None:
            taken.add(target.name)
        elif isinstance(evidence, list):
            if "file" in document.data:
                problems.append(
                    document.problem(("file",), "file: the name of this file already says it: remove it", at_key=True)
                )
            plan.grafts["evidence", len(evidence)] = document
            evidence.append({"id": default_id(target.name), **_given(document.data), "file": target.name})
    if evidence:
        plan.data["evidence"] = evidence
    return taken, problems


def default_id(name: str) -> str:
    """The id of evidence whose description gives none: its file's name without its ending, as an id."""
    # A name in another script leaves nothing of itself in an id; its digest is at least the same on every machine.
    stem = PurePosixPath(name).stem
    return slug(stem) or f"file-{hashlib.sha256(composed(name).encode()).hexdigest()[:8]}"


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if not (key == "id" and value is None)}


def _orphan(file: Shelved, shelf: Shelf, shown: Shown) -> list[Problem]:
    target = file.name.removesuffix(_ENDING)
    if not _FILE_SUFFIX.search(target):
        return []
    like = shelf.nearest(target)
    mend = f": rename it to {like}.yml" if like and like != file.name else ": add that file, or remove this one"
    return [Problem(shown(file.path), 1, 1, f"this describes {quote_name(target)}, which is not in evidence/{mend}")]
