"""The leaver's pack: a learner's folder as it is, the plan as JSON, and checksums; and the way back into a folder.

Source: PLP manual, Transition; a plan belongs to the learner and goes where the learner goes.
"""

from __future__ import annotations

import hashlib
import io
import json
import lzma
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path

from .errors import UsageError, WaypostError
from .load.contents import name_kind, open_plain
from .load.names import name_trouble
from .load.places import printable
from .load.sources import read_sources
from .model import PLP
from .schemas import build_schema
from .seal.age import begins_as_age
from .seal.phrase import open_with_phrase

SOURCE = "source/"
SUMS = "SHA256SUMS"
MOST_FILES = 20_000
MOST_BYTES = 20_000_000_000
MOST_SUMS = 8_000_000
README = """\
This is a Personalized Learning Plan, with everything that belongs to it.

source/      the plan (plp.yml), longer writing, and the evidence, as the learner kept them
school.yml   the proficiencies, scales and pathways of the school that it was kept at
plan.json    the plan for other programs, by the schema in plp.schema.json
SHA256SUMS   a checksum for each file, to see that nothing was changed or lost

A school that uses Waypost goes on from it with:  waypost import PACK.zip portfolios/NAME
Without Waypost, every file opens by itself: the plan is plain text.
"""


def write_pack(folder: Path, school_file: Path, plp: PLP, target: Path) -> None:
    """Writes the learner's folder, school.yml and the plan as JSON into the zip file `target`, in one step.

    Raises WaypostError where something in the folder is no file, such as a shortcut to another place.
    """
    plan = plp.model_dump(mode="json", by_alias=True)
    texts = {
        "README.txt": README,
        "plan.json": json.dumps(plan, ensure_ascii=False, indent=2) + "\n",
        "plp.schema.json": json.dumps(build_schema("plp"), ensure_ascii=False, indent=2) + "\n",
    }
    paths = {f"{SOURCE}{name}": folder / name for name in sorted(read_sources(folder))} | {"school.yml": school_file}
    sums = []
    draft = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as pack:
            for name, text in texts.items():
                pack.writestr(name, text)
                sums.append((hashlib.sha256(text.encode()).hexdigest(), name))
            for name, path in paths.items():
                sums.append((_pack(pack, name, path), name))
            pack.writestr(SUMS, "".join(f"{digest}  {name}\n" for digest, name in sums))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _pack(pack: zipfile.ZipFile, name: str, path: Path) -> str:
    """Puts the file at `path` into `pack` as `name`; returns its SHA-256."""
    trouble = name_trouble(name) or name_kind(path.lstat().st_mode)
    if trouble:
        shown = printable(f"{path.parent.name}/{path.name}")
        raise WaypostError(f"{shown}: this {trouble}. Nothing was written.")
    digest = hashlib.sha256()
    # The days of a zip begin in 1980.
    info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    info.compress_type = zipfile.ZIP_DEFLATED
    with open_plain(path) as source, pack.open(info, "w") as target:
        while piece := source.read(1 << 20):
            digest.update(piece)
            target.write(piece)
    return digest.hexdigest()


def read_pack(pack: Path, folder: Path, phrase: str | None = None) -> int:
    """Makes `folder` again from a pack, whole or not at all; returns how many files it holds.

    A sealed pack is opened with `phrase`. Raises UsageError where `folder` is there already or the passphrase is
    missing, SealedError where it is another one, WaypostError where the pack is none of ours, was changed, or holds
    what does not belong into a folder.
    """
    if folder.exists():
        raise UsageError(
            f"{folder}: there is something here already. Name a new folder, so that nothing is written over."
        )
    sealed = begins_as_age(pack)
    if not sealed and not zipfile.is_zipfile(pack):
        raise WaypostError(
            f"{pack}: this is no pack, or only a part of one. A pack ends in -pack.zip, or in -pack.zip.age. "
            "Ask for it again."
        )
    if sealed and not phrase:
        raise UsageError(f"{pack}: this pack is sealed. Give its passphrase, with --passphrase-stdin.")
    source = io.BytesIO(open_with_phrase(pack, phrase)) if sealed and phrase else pack
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        with zipfile.ZipFile(source) as archive:
            sums = _read_sums(pack, archive)
            for name in sums:
                _unpack(pack, archive, name, sums[name], draft)
        draft.chmod(0o755)
        draft.rename(folder)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, UnicodeDecodeError) as error:
        # A RuntimeError is a method of packing, or a password, that no pack of ours has.
        raise WaypostError(f"{pack}: this is not a whole pack ({error}). Ask for it again.") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return len(sums)


def _read_sums(pack: Path, archive: zipfile.ZipFile) -> dict[str, str]:
    """The checksums of what is below source/, by path there, once everything was seen to be in order."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise WaypostError(f"{pack}: this is larger than any pack that Waypost writes. Ask for it again.")
    try:
        if archive.getinfo(SUMS).file_size > MOST_SUMS:
            raise ValueError("no list of ours")
        lines = archive.read(SUMS).decode().splitlines()
        rows = [line.split("  ", 1) for line in lines]
        sums = {name.removeprefix(SOURCE): digest for digest, name in rows if name.startswith(SOURCE)}
    except (KeyError, ValueError):
        raise WaypostError(f"{pack}: this is not a pack that Waypost wrote: {SUMS} is missing. Ask for one.") from None
    there = {entry.filename.removeprefix(SOURCE) for entry in entries if entry.filename.startswith(SOURCE)}
    if there != set(sums) or "plp.yml" not in sums:
        raise WaypostError(f"{pack}: what is in it is not what {SUMS} lists. Ask for it again.")
    for name in sums:
        parts = name.split("/")
        if name_trouble(name) or "\\" in name or ":" in parts[0] or any(part in {"", ".", ".."} for part in parts):
            raise WaypostError(
                f"{pack}: a file in it is called {name!r}, which cannot be written here. Ask for it again."
            )
    return sums


def _unpack(pack: Path, archive: zipfile.ZipFile, name: str, digest: str, draft: Path) -> None:
    target = draft / name
    target.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    left = archive.getinfo(SOURCE + name).file_size
    with archive.open(SOURCE + name) as source, target.open("xb") as file:
        while piece := source.read(1 << 20):
            left -= len(piece)
            if left < 0:
                break
            found.update(piece)
            file.write(piece)
    if left or found.hexdigest() != digest:
        raise WaypostError(f"{pack}: {name} was changed on the way. Ask for the pack again.")
