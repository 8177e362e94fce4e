"""A sealed tree without a school: one manifest, one larger file, and a grant for one link."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from waypost.model.media import MediaFile
from waypost.seal.derivation import MasterKey
from waypost.seal.link import Link
from waypost.seal.tree import Leaf, Manifest, seal_grant, seal_manifest, seal_media

MASTER = MasterKey(bytes(range(32)))
SECRET = bytes([7, *range(101, 132)])
FILM = hashlib.shake_256(b"a film").digest(150_000)


@dataclass(frozen=True)
class SealedSite:
    """A site with one sealed tree, the link that opens it, and where its parts lie."""

    folder: Path
    link: Link
    grant: Path
    manifest: Path
    film: Path
    audience_identity: str


def seal_site(folder: Path) -> SealedSite:
    key = MASTER.audience_key("amara-osei", "family", "epoch")
    link = Link(bytes(range(16)), SECRET)
    (folder / "b").mkdir(parents=True)
    (folder / link.folder).mkdir(parents=True)
    source = folder.with_name(f"{folder.name}-film")
    source.write_bytes(FILM)
    file = MediaFile("film", source, "video/webm", "film.webm", len(FILM))
    blobs = seal_media([file], key, folder / "b")
    pages = (Leaf("cover", "Cover", "<p>I mend radios.</p>"),)
    manifest = Manifest("Amara Osei", "en", "ltr", "family", {}, pages)
    reference = seal_manifest(manifest, {"film": file}, blobs, key, folder / "b")
    grant = folder / link.folder / "grant.age"
    grant.write_bytes(seal_grant(reference, key.identity, link.grant_identity()))
    manifest_path, film_path = (folder / "b" / f"{name}.age" for name in (reference.name, blobs["film"].name))
    return SealedSite(folder, link, grant, manifest_path, film_path, key.identity)
