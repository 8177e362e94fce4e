"""What a whole build follows from: what school.yml comes to, and the two pages that say no more than that.

Kept in the cache while its sources stay as they are, so that a build without changes reads no schema, draws no page
and waits for none of the libraries that do.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from .config import Settings
from .errors import InputProblems, WaypostError
from .making import code_digest, making_digest
from .publish.parcel import digest_of
from .publish.record import MALFORMED, read_record, write_record
from .publish.shell import FOLDER, Assets, find_assets
from .render.place import theme_dir
from .seal.derivation import MasterKey

if TYPE_CHECKING:
    from .load import LoadedSchool
    from .model import School

RECORD = "charter.json"
SHELL_PREFIX = f"../../{FOLDER}/"


@dataclass(frozen=True)
class Charter:
    """What a build takes from a school.

    `making` names everything but the learners' own files that portfolios follow from. `front` is the page for whoever
    comes without a link, `shell` the page that stands at every link.
    """

    making: str
    front: str
    shell: str


def open_charter(settings: Settings, master: MasterKey) -> Charter:
    """The charter out of the cache, or one drawn up anew where something that it follows from has changed.

    Raises InputProblems where school.yml has an error, and WaypostError where the browser code has not been bundled.
    """
    assets = find_assets(theme_dir() / "assets")
    basis = [code_digest(), repr(settings.limits), *sorted(assets.paths)]
    key = master.seal_of("charter")
    known = _known(read_record(settings.cache / RECORD, key), basis, settings)
    if known is not None:
        return known
    files = {str(file): digest_of(file) for file in _load(settings).files}
    # Loaded once more: what is written while it is read may have another digest, but never an older one.
    school = load_sound_school(settings)
    charter = _draw_up(school, assets, making_digest(school, master, settings.limits))
    write_record(settings.cache / RECORD, {"basis": basis, "files": files, "charter": asdict(charter)}, key)
    return charter


def load_chartered_school(settings: Settings, master: MasterKey, making: str) -> School:
    """The school that the charter with this `making` was drawn up for.

    Raises InputProblems where school.yml has an error by now, and WaypostError where it is another one.
    """
    school = load_sound_school(settings)
    if making_digest(school, master, settings.limits) != making:
        raise WaypostError("school.yml was changed while the site was built. Nothing was published: build again.")
    return school


def _known(row: Any, basis: list[str], settings: Settings) -> Charter | None:
    try:
        if row is None or row["basis"] != basis or str(settings.portfolios / "school.yml") not in row["files"]:
            return None
        if any(digest_of(file) != digest for file, digest in row["files"].items()):
            return None
        return Charter(**row["charter"])
    except MALFORMED:
        return None


def load_sound_school(settings: Settings) -> School:
    """The school. Raises InputProblems where school.yml has an error."""
    loaded = _load(settings)
    if loaded.school is None:
        raise InputProblems(loaded.problems)
    return loaded.school


def _load(settings: Settings) -> LoadedSchool:
    from .load.school import load_school

    return load_school(settings.portfolios / "school.yml", settings.shown)


def _draw_up(school: School, assets: Assets, making: str) -> Charter:
    from .render.front import render_front_page
    from .render.language import known_languages, load_language
    from .render.shell import render_shell

    front = render_front_page(school.name, school.contact, f"{FOLDER}/{assets.style}", load_language(school.language))
    shell = render_shell(
        school_name=school.name,
        contact=school.contact or "",
        assets=SHELL_PREFIX,
        viewer_js=assets.script,
        portfolio_css=assets.style,
        later=assets.later,
        languages=[load_language(tag) for tag in known_languages()],
    )
    return Charter(making, front, shell)
