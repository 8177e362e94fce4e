"""Starting a school and starting a learner: folders that check clean at once. Nothing that is there is written over."""

from __future__ import annotations

import datetime
import json
import os
import shlex
from pathlib import Path

from .config import Options
from .errors import UsageError, WaypostError
from .load.folders import list_folders
from .load.names import name_trouble, twins
from .load.places import quote_name
from .scaffold import GUIDES, guide, scaffold
from .schemas import write_schemas
from .seal.masterkey import create_master_key

SCHEMAS = Path("content/schemas")
EXAMPLE = "juniper-example"


def start_school(folder: Path, today: datetime.date) -> None:
    """Makes a school in `folder`: configuration, guides, school.yml, an example learner, schemas and a master key.

    Raises UsageError where the folder holds anything already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: there is something here already. Name a new folder, such as {folder}-school.")
    trouble = name_trouble(folder.absolute().name)
    if trouble:
        raise UsageError(f"{folder}: this folder {trouble}.")
    name = title_of(folder.absolute().name)
    portfolios = folder / Options.portfolios
    (portfolios / EXAMPLE).mkdir(parents=True)
    (folder / "content").mkdir()
    quoted = _quoted(name)
    _write(folder / "mkdocs.yml", scaffold("mkdocs.yml", name=quoted))
    _write(folder / ".gitignore", scaffold("gitignore"))
    _write(folder / "content" / "index.md", scaffold("index.md", name=name))
    for page in GUIDES:
        _write(folder / "content" / page, guide(page))
    _write(portfolios / "school.yml", scaffold("school.yml", name=quoted, schemas="../content/schemas"))
    _write(portfolios / EXAMPLE / "plp.yml", scaffold("example.yml", schemas="../../content/schemas", **_days(today)))
    write_schemas(folder / SCHEMAS)
    create_master_key(folder / Options.key_folder)


def start_learner(folder: Path, today: datetime.date, shown: str) -> None:
    """Makes a learner's folder with a plan and a sharing file that check clean, the guide's questions as comments.

    Raises WaypostError where the folder is there already or lies beside no school.yml.
    """
    if folder.exists():
        raise WaypostError(f"{shown}: there is a folder of this name already. Choose another name.")
    trouble = name_trouble(folder.name) or ("begins with a dot" if folder.name.startswith(".") else None)
    if trouble:
        raise UsageError(f"{shown}: this folder {trouble}.")
    beside = [other.name for other in list_folders(folder.parent)]
    twin = twins((folder.name, *beside)).get(folder.name)
    if twin:
        raise WaypostError(
            f"{shown}: some computers take this name and {quote_name(twin)} for one. Choose another name."
        )
    school = folder.parent / "school.yml"
    if not school.is_file():
        raise WaypostError(
            f"{shown}: there is no school.yml beside it. Name a folder inside portfolios/, "
            "or begin with `waypost init` in a new folder."
        )
    words = {
        "name": _quoted(title_of(folder.name)),
        "schemas": _schemas_from(folder),
        "folder": shlex.quote(shown),
        **_days(today),
    }
    (folder / "evidence").mkdir(parents=True)
    _write(folder / "plp.yml", scaffold("plp.yml", **words))
    _write(folder / "sharing.yml", scaffold("sharing.yml", **words))


def title_of(name: str) -> str:
    """A folder's name as a person's or school's: new-learner becomes New Learner."""
    words = name.replace("-", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or name


def _quoted(name: str) -> str:
    # JSON's quoting is YAML's too. Every name gets it: Null, No and On are words, and names as well.
    return json.dumps(name, ensure_ascii=False)


def _days(today: datetime.date) -> dict[str, str]:
    return {"today": today.isoformat(), "later": (today + datetime.timedelta(days=90)).isoformat()}


def _schemas_from(folder: Path) -> str:
    """The way from a learner's folder to the schemas, whether or not they have been written yet."""
    root = folder.absolute().parent.parent
    return Path(os.path.relpath(root / SCHEMAS, folder.absolute())).as_posix()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
