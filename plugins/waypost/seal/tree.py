"""One audience's tree of one learner, sealed: a manifest with all pages, and a blob for every file they show."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from waypost.model import Recipient
from waypost.model.media import MediaFile

from .age import seal_bytes, seal_file
from .derivation import AudienceKey
from .padding import padded_size

GRANT_SIZE = 512
VERSION = 1


@dataclass(frozen=True)
class Leaf:
    """One page as it goes into the manifest."""

    slug: str
    title: str
    html: str


@dataclass(frozen=True)
class Tongue:
    """A language that an audience's pages are there in, and what it calls itself."""

    tag: str
    direction: str
    name: str


@dataclass(frozen=True)
class Manifest:
    """What opens first: whose portfolio it is, its words, pages and look. Media follow by token.

    `tongues` are the languages that the reader can choose from, this one among them; without a choice, none.
    """

    name: str
    language: str
    direction: str
    audience: str
    words: Mapping[str, str]
    pages: tuple[Leaf, ...]
    design: Mapping[str, Any] | None = None
    tongues: tuple[Tongue, ...] = ()


@dataclass(frozen=True)
class BlobReference:
    """Where a blob is, and how much of it is content."""

    name: str
    size: int

    def as_json(self) -> dict[str, str | int]:
        """As manifests and grants name it."""
        return {"blob": self.name, "size": self.size}


def epoch_of(active: Iterable[Recipient]) -> str:
    """The epoch of an audience: it follows from everyone who may open it.

    Whoever leaves the set, by withdrawal, by date or by being struck out, knows no key of any set without them; so
    nothing that is built afterwards opens with what they have, and nobody needs to keep a counter. A link that comes to
    need a passphrase is another link, and counts as one.
    """
    members = sorted(f"{recipient.name}\0{recipient.link}\0{recipient.passphrase}" for recipient in active)
    return hashlib.sha256("\n".join(members).encode()).hexdigest()


def seal_media(files: Iterable[MediaFile], key: AudienceKey, folder: Path) -> dict[str, BlobReference]:
    """Seals each file into `folder`/<name>.age; returns the blobs by token."""
    blobs: dict[str, BlobReference] = {}
    for file in files:
        with file.path.open("rb") as reader:
            digest = hashlib.file_digest(reader, "sha256").hexdigest()
        name = key.blob_name(digest)
        target = folder / f"{name}.age"
        if not target.exists():
            seal_file(file.path, padded_size(file.size), target, key.identity)
        blobs[file.token] = BlobReference(name, file.size)
    return blobs


def seal_manifest(
    manifest: Manifest,
    files: Mapping[str, MediaFile],
    blobs: Mapping[str, BlobReference],
    key: AudienceKey,
    folder: Path,
) -> BlobReference:
    """Seals the manifest into `folder`; returns where it is."""
    content = {
        "v": VERSION,
        "name": manifest.name,
        "lang": manifest.language,
        "dir": manifest.direction,
        "audience": manifest.audience,
        "words": dict(manifest.words),
        "design": dict(manifest.design or {}),
        "pages": [{"slug": page.slug, "title": page.title, "html": page.html} for page in manifest.pages],
        **({"tongues": _list_tongues(manifest.tongues)} if manifest.tongues else {}),
        "media": {
            token: {"blob": blob.name, "size": blob.size, "type": files[token].type, "name": files[token].name}
            for token, blob in blobs.items()
        },
    }
    return _seal_packed(gzip.compress(to_json(content), 4, mtime=0), key, folder)


def seal_tongues(manifests: Mapping[str, BlobReference], key: AudienceKey, folder: Path) -> BlobReference:
    """Seals where the manifest of each language is, by tag, into `folder`; returns where that is.

    Manifests are named by their content, so none can hold the name of another; and a grant, which has the same
    length for everybody, holds two names however many languages there are.
    """
    content = {"v": VERSION, "manifests": {tag: reference.as_json() for tag, reference in manifests.items()}}
    return _seal_packed(json.dumps(content, separators=(",", ":")).encode(), key, folder)


def _seal_packed(packed: bytes, key: AudienceKey, folder: Path) -> BlobReference:
    name = key.blob_name(hashlib.sha256(packed).hexdigest())
    sealed = seal_bytes(packed.ljust(padded_size(len(packed)), b"\0"), key.identity)
    (folder / f"{name}.age").write_bytes(sealed)
    return BlobReference(name, len(packed))


def _list_tongues(tongues: Iterable[Tongue]) -> list[dict[str, str]]:
    return [{"lang": tongue.tag, "dir": tongue.direction, "name": tongue.name} for tongue in tongues]


def seal_grant(
    manifest: BlobReference, identity: str, grant_identity: str, tongues: BlobReference | None = None
) -> bytes:
    """A grant: the audience `identity` and where the manifest is, sealed to one link's identity.

    `tongues` is where the manifests in other languages are named, or None where there are none.
    """
    content = {
        "v": VERSION,
        "identity": identity,
        "manifest": manifest.as_json(),
        **({"tongues": tongues.as_json()} if tongues else {}),
    }
    return seal_bytes(json.dumps(content, separators=(",", ":")).encode().ljust(GRANT_SIZE), grant_identity)
