"""Sealing to a passphrase alone, as age does it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from waypost.errors import SealedError
from waypost.seal import phrase
from waypost.seal.phrase import PIECE, open_with_phrase, seal_with_phrase

WORDS = "gravel lantern otter ﬁve"


def sealed(content: bytes) -> bytes:
    out = io.BytesIO()
    seal_with_phrase(io.BytesIO(content), out, WORDS)
    return out.getvalue()


def test_each_guess_costs_what_age_itself_asks_for() -> None:
    head = sealed(b"mine").split(b"\n")
    assert head[0] == b"age-encryption.org/v1"
    assert head[1].startswith(b"-> scrypt ")
    assert head[1].endswith(b" 18")


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrase, "WORK", 8)


@pytest.mark.usefixtures("little_work")
@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7])
def test_another_program_opens_every_length(tmp_path: Path, length: int) -> None:
    content = bytes(place % 251 for place in range(length))
    file = tmp_path / "sealed.age"
    file.write_bytes(sealed(content))
    assert open_with_phrase(file, WORDS) == content


@pytest.mark.usefixtures("little_work")
def test_accents_of_another_keyboard_open_it_and_other_words_do_not(tmp_path: Path) -> None:
    file = tmp_path / "sealed.age"
    file.write_bytes(sealed(b"mine"))
    assert open_with_phrase(file, "gravel lantern otter five") == b"mine"
    with pytest.raises(SealedError, match="the passphrase is another one"):
        open_with_phrase(file, "gravel lantern otter six")


@pytest.mark.usefixtures("little_work")
@pytest.mark.parametrize("place", [40, 100, 150, 175, -1])
def test_a_changed_byte_opens_nothing(tmp_path: Path, place: int) -> None:
    changed = bytearray(sealed(b"mine" * 20))
    changed[place] ^= 1
    file = tmp_path / "sealed.age"
    file.write_bytes(bytes(changed))
    with pytest.raises(SealedError):
        open_with_phrase(file, WORDS)


@pytest.mark.usefixtures("little_work")
def test_two_seals_of_the_same_have_nothing_in_common() -> None:
    first, second = (sealed(b"mine").split(b"\n", 2) for _ in range(2))
    assert first[1] != second[1]
    assert first[2] != second[2]
