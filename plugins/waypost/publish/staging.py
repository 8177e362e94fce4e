"""The site before it is published: a folder beside the real one. Source: design, section 4 (nothing is lost)."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from waypost.errors import WaypostError

from .exchange import exchange, recover
from .spare import keep_spare

DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextlib.contextmanager
def full_disk_told() -> Iterator[None]:
    """Raises WaypostError, in plain words, where the disk fills in what it is around. Works as a decorator too."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        raise WaypostError(
            f"The disk is full ({error.strerror}): free some space, then build again. The site stands as it was."
        ) from None


@contextlib.contextmanager
def build_lock(cache: Path) -> Iterator[None]:
    """Holds the school's build lock. Raises WaypostError where another build holds it."""
    cache.mkdir(parents=True, exist_ok=True)
    ignore = cache / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    lock = FileLock(cache / "build.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise WaypostError(
            "Another build of this school is running. Wait until it has ended, then build again; nothing was changed."
        ) from None
    try:
        yield
    finally:
        lock.release()


def settle_site(site: Path) -> Path:
    """Where `site` really lies, after mending what a build that was cut off left behind. Needs the lock.

    Many servers publish what a link leads to; exchanging the link itself would leave them with the old site for good.
    Raises WaypostError where something else than a folder stands there.
    """
    place = site.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    recover(place)
    if place.exists() and not place.is_dir():
        raise WaypostError(f"{site}: this is a file, and the site needs a folder. Move it away, then build again.")
    return place


def create_staging(site: Path) -> Path:
    """A new empty folder beside the settled `site`; what cut-off builds left there is cleared away. Needs the lock."""
    for leftover in site.parent.glob(f".{glob_escape(site.name)}.waypost-staging-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{site.name}.waypost-staging-", dir=site.parent))
    staging.chmod(0o755)
    return staging


def glob_escape(name: str) -> str:
    """A name as a glob pattern that matches it alone."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def place_file(source: Path | str, target: Path | str) -> None:
    """Puts a file into the staged site: a hard link where the file system can, a copy where not.

    Whatever else stood there is replaced: pages may hold a copy of an older site, whose grants open nothing any more.
    """
    try:
        if os.path.samestat(os.stat(source), os.lstat(target)):  # noqa: PTH116 - thousands of files
            return
        os.unlink(target)  # noqa: PTH108
    except FileNotFoundError:
        pass
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno in DISK_FULL:
            raise
        shutil.copyfile(source, target)


def publish_staging(staging: Path, site: Path, spare: Path | None = None) -> None:
    """Exchanges the staged site with the published one, keeps `spare` of the old one and clears the rest away."""
    exchange(staging, site.resolve())
    if spare is not None:
        keep_spare(staging, site, spare)
    shutil.rmtree(staging, ignore_errors=True)


def find_foreign(site: Path, known: frozenset[str]) -> tuple[str, ...]:
    """Files in `site` that are not among `known` (paths with /): somebody else put them there."""
    return tuple(sorted(path for path in list_files(site) if path not in known))


def list_files(folder: Path) -> Iterator[str]:
    """Every file below `folder`, as a path with / relative to it."""
    waiting = [("", os.fspath(folder))] if folder.is_dir() else []
    while waiting:
        prefix, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield prefix + entry.name


def refuse_foreign(site: Path, known: frozenset[str] | None) -> None:
    """Raises WaypostError where `site` holds what Waypost did not publish, since publishing replaces the folder.

    `known` is None where the folder has no ledger that this school's key opens.
    """
    foreign = find_foreign(site, known or frozenset())
    if not foreign:
        return
    if known is None:
        raise WaypostError(
            f"{site}: this folder is not a site that this school published with its key, and publishing would replace "
            f"it. Move it away, or choose another site_dir. It holds {_some(foreign)}."
        )
    raise WaypostError(
        f"{site}: there are files here that Waypost did not publish, and publishing would remove them: "
        f"{_some(foreign)}. Move them away, then build again. Files that belong on the site go into the docs folder."
    )


def _some(paths: tuple[str, ...]) -> str:
    rest = len(paths) - 3
    return ", ".join(paths[:3]) + (f" and {rest} more" if rest > 0 else "")
