"""Padding: sizes that say little, at little cost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees import FILM, SealedSite
from waypost.errors import SealedError
from waypost.seal.age import open_bytes, seal_bytes
from waypost.seal.link import Link
from waypost.seal.opening import open_grant
from waypost.seal.padding import SMALLEST, padded_size
from waypost.seal.tree import GRANT_SIZE, BlobReference, seal_grant

LINK = Link(bytes(16), bytes(32))


@given(st.integers(min_value=0, max_value=1 << 45))
def test_padding_only_adds_and_never_more_than_an_eighth(size: int) -> None:
    padded = padded_size(size)
    assert padded >= size
    assert padded >= SMALLEST
    assert padded == SMALLEST or padded <= size * 1.12


@given(st.integers(min_value=0, max_value=1 << 45))
def test_padded_size_is_left_alone(size: int) -> None:
    assert padded_size(padded_size(size)) == padded_size(size)


@given(st.integers(min_value=0, max_value=1 << 30), st.integers(min_value=0, max_value=1 << 20))
def test_more_content_is_never_padded_to_less(size: int, more: int) -> None:
    assert padded_size(size + more) >= padded_size(size)


def test_few_sizes_are_ever_seen() -> None:
    assert len({padded_size(size) for size in range(0, 1 << 20, 37)}) <= 200


@pytest.mark.parametrize("size", [0, 1, SMALLEST, 1 << 20, (1 << 50) - 1])
def test_every_grant_is_of_one_size(size: int, sealed_once: SealedSite) -> None:
    identity = LINK.grant_identity()
    grant = seal_grant(BlobReference("f" * 32, size), sealed_once.audience_identity, identity)
    assert len(open_bytes(grant, identity)) == GRANT_SIZE == 512


def test_blobs_are_padded_with_zero_bytes(sealed_once: SealedSite) -> None:
    content = open_bytes(sealed_once.film.read_bytes(), sealed_once.audience_identity)
    assert len(content) == padded_size(len(FILM))
    assert content == FILM + bytes(len(content) - len(FILM))


def rewrite_manifest(sealed: SealedSite, change: bytes | None) -> None:
    """Seals the manifest anew with other padding, as only the school could: `change` in place of its last byte."""
    content = open_bytes(sealed.manifest.read_bytes(), sealed.audience_identity)
    changed = content[:-1] + (change or b"")
    sealed.manifest.write_bytes(seal_bytes(changed, sealed.audience_identity))


@pytest.mark.parametrize("change", [b"\1", None, b"\0\0"])
def test_padding_that_is_not_as_it_should_be_is_refused(sealed: SealedSite, change: bytes | None) -> None:
    rewrite_manifest(sealed, change)
    with pytest.raises(SealedError, match="not as it was published"):
        open_grant(sealed.folder, sealed.grant, sealed.link.grant_identity())


@pytest.mark.parametrize(
    "change", [{"v": 2}, {"v": None}, {"identity": 5}, {"manifest": {"blob": "0" * 32}}, {"manifest": []}]
)
def test_grant_of_another_making_is_refused(sealed: SealedSite, change: dict[str, object]) -> None:
    identity = sealed.link.grant_identity()
    grant = json.loads(open_bytes(sealed.grant.read_bytes(), identity))
    sealed.grant.write_bytes(seal_bytes(json.dumps({**grant, **change}).encode().ljust(GRANT_SIZE), identity))
    with pytest.raises(SealedError):
        open_grant(sealed.folder, sealed.grant, identity)


def test_grant_of_another_length_is_refused(sealed: SealedSite) -> None:
    identity = sealed.link.grant_identity()
    content = open_bytes(sealed.grant.read_bytes(), identity)
    sealed.grant.write_bytes(seal_bytes(content + b" ", identity))
    with pytest.raises(SealedError, match="not as it was published"):
        open_grant(sealed.folder, sealed.grant, identity)


def test_missing_blob_is_refused(sealed: SealedSite, tmp_path: Path) -> None:
    sealed.film.rename(tmp_path / "elsewhere")
    tree = open_grant(sealed.folder, sealed.grant, sealed.link.grant_identity())
    with pytest.raises(SealedError, match="missing"):
        tree.read_media("film")
