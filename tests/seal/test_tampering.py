"""One changed byte anywhere in a grant or a blob: refused, never a part of a portfolio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from trees import FILM, SealedSite
from waypost.errors import SealedError
from waypost.seal.age import digest_opened
from waypost.seal.opening import open_link

FLIPS = (0x01, 0x20, 0x80)
CHUNK = (64 << 10) + 16


def header_size(sealed: bytes) -> int:
    """Bytes of an age header, its last line included."""
    return sealed.index(b"\n", sealed.index(b"\n---") + 1) + 1


def sample_places(sealed: bytes) -> list[int]:
    """Every byte of the header and of the nonce, and places all over the body, both ends of each chunk included."""
    header = header_size(sealed)
    body = header + 16
    chunks = range(body, len(sealed), CHUNK)
    around = (-1, 0, 1, CHUNK - 17, CHUNK - 16)
    edges = {start + offset for start in chunks for offset in around}
    spread = range(body, len(sealed), max(1, (len(sealed) - body) // 40))
    last = range(len(sealed) - 17, len(sealed))
    return sorted(place for place in {*range(body), *edges, *spread, *last} if place < len(sealed))


def changes(sealed: bytes) -> Iterator[bytes]:
    for place in sample_places(sealed):
        flip = FLIPS[place % len(FLIPS)]
        yield sealed[:place] + bytes([sealed[place] ^ flip]) + sealed[place + 1 :]
    for end in (0, 1, header_size(sealed) - 1, header_size(sealed), header_size(sealed) + 16, len(sealed) - 1):
        yield sealed[:end]
    for more in (b"\0", b"\n", sealed[-16:], sealed[-CHUNK:], sealed):
        yield sealed + more
    yield b"\n" + sealed
    yield sealed[: len(sealed) // 2] + sealed[len(sealed) // 2 + 1 :]


def refused(path: Path, use: Callable[[], object]) -> int:
    """How many changes of `path` there were; each has been refused when `use` was called."""
    whole = path.read_bytes()
    every = list(changes(whole))
    for changed in every:
        path.write_bytes(changed)
        with pytest.raises(SealedError):
            use()
    path.write_bytes(whole)
    use()
    return len(every)


def test_changed_grant_opens_nothing(sealed: SealedSite) -> None:
    assert refused(sealed.grant, lambda: open_link(sealed.folder, sealed.link)) > 200


def test_changed_manifest_opens_nothing(sealed: SealedSite) -> None:
    assert refused(sealed.manifest, lambda: open_link(sealed.folder, sealed.link)) > 200


def test_changed_file_is_never_handed_out(sealed: SealedSite) -> None:
    tree = open_link(sealed.folder, sealed.link)
    assert tree.read_media("film") == FILM
    assert refused(sealed.film, lambda: tree.read_media("film")) > 200


def test_changed_file_is_found_before_it_is_published(sealed: SealedSite) -> None:
    assert refused(sealed.film, lambda: digest_opened(sealed.film, sealed.audience_identity)) > 200


def test_chunks_that_are_left_out_or_moved_are_refused(sealed: SealedSite) -> None:
    whole = sealed.film.read_bytes()
    start = header_size(whole) + 16
    first, second, rest = (whole[start + place : start + place + CHUNK] for place in range(0, 3 * CHUNK, CHUNK))
    tree = open_link(sealed.folder, sealed.link)
    for body in (second + first + rest, first + rest, first + second, second + rest, first + first + rest, first):
        sealed.film.write_bytes(whole[:start] + body)
        with pytest.raises(SealedError):
            tree.read_media("film")


def test_one_blob_in_the_place_of_another_is_refused(sealed: SealedSite) -> None:
    sealed.manifest.write_bytes(sealed.film.read_bytes())
    with pytest.raises(SealedError):
        open_link(sealed.folder, sealed.link)
