"""Opening what was published, as the viewer in the browser does it."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waypost.errors import SealedError

from .age import open_bytes
from .link import Link
from .padding import padded_size
from .tree import GRANT_SIZE, VERSION


@dataclass(frozen=True)
class PackedManifest:
    """A manifest as a grant leads to it: the key to it and to the blobs, its name, and its content still packed.

    `tongues` are the name and size of the blob that names the manifests in other languages, where there are any.
    """

    identity: str = field(repr=False)
    name: str
    content: bytes = field(repr=False)
    tongues: tuple[str, int] | None = None


@dataclass(frozen=True)
class OpenedTree:
    """A manifest that was opened, and the key to the blobs that it names."""

    site: Path
    identity: str
    manifest: dict[str, Any]
    blobs: tuple[str, ...]

    def read_media(self, token: str) -> bytes:
        """The content of one media file. Raises SealedError where it is missing or was changed."""
        entry = self.manifest["media"][token]
        return _read_blob(self.site, str(entry["blob"]), int(entry["size"]), self.identity)


def open_link(site: Path, link: Link, passphrase: str | None = None) -> OpenedTree:
    """Opens what `link` shows of the site published in `site`.

    Raises SealedError where the link opens nothing: no grant, a grant or manifest that was changed, no passphrase.
    """
    return open_grant(site, site / link.folder / "grant.age", link.grant_identity(passphrase))


def open_grant(site: Path, path: Path, grant_identity: str) -> OpenedTree:
    """Opens the tree that a grant leads to, with the identity that the grant is sealed to."""
    return _unpack(site, open_packed(site, path, grant_identity))


def open_tongues(site: Path, found: PackedManifest) -> dict[str, OpenedTree]:
    """Opens the tree of each language that the reader of `found` can choose, by tag; none where there is no choice.

    Raises SealedError as `open_link`.
    """
    if found.tongues is None:
        return {}
    with _published_whole():
        listed = json.loads(_read_blob(site, *found.tongues, found.identity))
        places = {tag: (str(entry["blob"]), int(entry["size"])) for tag, entry in listed["manifests"].items()}
    return {
        tag: _unpack(site, PackedManifest(found.identity, name, _read_blob(site, name, size, found.identity)))
        for tag, (name, size) in places.items()
    }


def _unpack(site: Path, found: PackedManifest) -> OpenedTree:
    with _published_whole():
        manifest = json.loads(gzip.decompress(found.content))
        names = (found.name, *(str(entry["blob"]) for entry in manifest["media"].values()))
    return OpenedTree(site, found.identity, manifest, tuple(dict.fromkeys(names)))


def open_packed(site: Path, path: Path, grant_identity: str) -> PackedManifest:
    """Opens a grant and the manifest that it leads to, and leaves that packed. Raises SealedError as `open_link`."""
    try:
        sealed = path.read_bytes()
    except FileNotFoundError:
        raise SealedError(
            "This link opens nothing here. It may have been withdrawn, or belong to another site."
        ) from None
    except OSError as error:
        raise SealedError(f"The grant of this link cannot be read ({error.strerror}).") from None
    with _published_whole():
        content = open_bytes(sealed, grant_identity)
        grant = json.loads(content)
        if len(content) != GRANT_SIZE or grant["v"] != VERSION:
            raise ValueError("not a grant of this version")
        identity, name, size = str(grant["identity"]), str(grant["manifest"]["blob"]), int(grant["manifest"]["size"])
        named = grant.get("tongues")
        tongues = (str(named["blob"]), int(named["size"])) if named else None
        return PackedManifest(identity, name, _read_blob(site, name, size, identity), tongues)


@contextmanager
def _published_whole() -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, OSError, EOFError, zlib.error):
        raise SealedError("What this link leads to is not as it was published. Publish the site again.") from None


def _read_blob(site: Path, name: str, size: int, identity: str) -> bytes:
    try:
        sealed = (site / "b" / f"{name}.age").read_bytes()
    except OSError:
        raise SealedError("A part of this portfolio is missing. Publish the site again.") from None
    content = open_bytes(sealed, identity)
    if len(content) != padded_size(size) or content[size:].strip(b"\0"):
        raise SealedError("A part of this portfolio is not as it was published. Publish the site again.")
    return content[:size]
