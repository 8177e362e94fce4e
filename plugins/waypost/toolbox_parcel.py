"""The drawn toolbox as it lies in the cache: drawn again only when something that it follows from has changed.

It is believed only with the school's own authentication code, and used only where every file still has the digest that
was written down: a cache that is foreign or damaged costs time, and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .config import Settings
from .errors import Problem
from .load.folders import check_own, list_own
from .making import code_digest
from .publish.parcel import digest_of
from .publish.record import MALFORMED, read_record, write_record
from .publish.shell import toolbox_sources
from .publish.staging import list_files, place_file
from .render.place import theme_dir, toolbox_dir
from .seal.masterkey import load_master_key

FOLDER = "toolbox"
RECORD = "record.json"
FILES = "files"


@dataclass(frozen=True)
class PlacedToolbox:
    """What was staged: every path in the site, those among them that are not searched for learners since they come
    with Waypost, the problems in what the school added, and what the search of the site around it should find:
    places below toolbox/, each with its title and its text.
    """

    paths: frozenset[str]
    shipped: frozenset[str]
    problems: tuple[Problem, ...]
    entries: tuple[tuple[str, str, str], ...] = field(repr=False)


def place_school_toolbox(settings: Settings, staging: Path, *, offline: bool = True) -> PlacedToolbox:
    """Stages the toolbox of a school: from the cache where nothing has changed, drawn anew otherwise.

    Raises as `place_toolbox`, and WaypostError where there is no master key.
    """
    key = load_master_key(settings.keys).seal_of("toolbox")
    cache = settings.cache / FOLDER
    place = cache / _making(settings, offline)
    placed = _read(place, key) or _draw(settings, offline, place, key)
    for path in placed.paths:
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        place_file(place / FILES / path, staging / path)
    for other in cache.iterdir():
        if other != place:
            shutil.rmtree(other, ignore_errors=True)
    return placed


def _draw(settings: Settings, offline: bool, place: Path, key: bytes) -> PlacedToolbox:
    # Templates and models are read only where something has changed.
    from .render.toolbox.form import Suggestions
    from .toolbox import place_toolbox

    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=place.parent))
    try:
        placed = place_toolbox(
            draft / FILES,
            settings.site_url,
            local=settings.local,
            shown=settings.shown,
            suggestions=Suggestions(settings.suggestions_mail, settings.suggestions_url),
            offline=offline,
        )
        row = {
            "files": {path: digest_of(draft / FILES / path) for path in placed.paths},
            "shipped": sorted(placed.shipped),
            "problems": [asdict(problem) for problem in placed.problems],
            "entries": placed.entries,
        }
        write_record(draft / RECORD, row, key)
        shutil.rmtree(place, ignore_errors=True)
        draft.replace(place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return placed


def _read(place: Path, key: bytes) -> PlacedToolbox | None:
    row = read_record(place / RECORD, key)
    try:
        if row is None or any(digest_of(place / FILES / path) != digest for path, digest in row["files"].items()):
            return None
        problems = tuple(Problem(**problem) for problem in row["problems"])
        entries = tuple((place, title, text) for place, title, text in row["entries"])
        return PlacedToolbox(frozenset(row["files"]), frozenset(row["shipped"]), problems, entries)
    except MALFORMED:
        return None


def _making(settings: Settings, offline: bool) -> str:
    """A digest of everything that the toolbox follows from: our code, templates, words, bundles and data, the school's
    own files, and its settings.
    """
    options = [settings.site_url, settings.suggestions_mail, settings.suggestions_url, offline]
    digest = hashlib.sha256(f"{code_digest()}\n{json.dumps(options)}".encode())
    for path in _sources():
        digest.update(f"{path.name}\0{digest_of(path)}\n".encode())
    # The problems are kept with what was drawn.
    digest.update("\n".join(map(str, check_own(settings.local, settings.shown))).encode())
    for path in list_own(settings.local):
        # A shortcut is refused where the file that it leads to is not.
        digest.update(f"{settings.shown(path)}\0{path.lstat().st_mode}\0{digest_of(path)}\n".encode())
    return digest.hexdigest()[:32]


def _sources() -> Iterator[Path]:
    for folder in (theme_dir() / "toolbox", toolbox_dir()):
        yield from (folder / path for path in sorted(list_files(folder)) if not path.startswith("local/"))
    yield from toolbox_sources(theme_dir() / "assets")
