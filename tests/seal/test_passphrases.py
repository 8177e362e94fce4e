"""Passphrases: neither the link nor the phrase opens anything alone."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from waypost.errors import SealedError
from waypost.model import Recipient
from waypost.seal.age import open_bytes
from waypost.seal.derivation import MasterKey, derive, identity_text
from waypost.seal.link import Link, link_for, parse_link, passphrase_for
from waypost.seal.tree import BlobReference, seal_grant

MASTER = MasterKey(bytes(range(32)))
PHRASE = "Fünf Äpfel ① ﬁnden"
PLAIN = Link(bytes(16), bytes([3, *range(31)]))
LOCKED = Link(bytes(16), bytes([3 | 0x80, *range(31)]))


@pytest.fixture(scope="module")
def grant() -> bytes:
    """A grant that needs the link LOCKED and the phrase PHRASE."""
    return seal_grant(BlobReference("0" * 32, 1), "AGE-SECRET-KEY-1", LOCKED.grant_identity(PHRASE))


def test_link_and_phrase_together_open(grant: bytes) -> None:
    assert json.loads(open_bytes(grant, LOCKED.grant_identity(PHRASE)))["manifest"]["blob"] == "0" * 32


def test_phrase_may_be_typed_on_any_keyboard(grant: bytes) -> None:
    decomposed = unicodedata.normalize("NFD", PHRASE).replace("①", "1").replace("ﬁ", "fi")
    assert decomposed != PHRASE
    assert open_bytes(grant, LOCKED.grant_identity(decomposed))


@pytest.mark.parametrize("phrase", [None, ""])
def test_link_alone_asks_for_the_phrase(phrase: str | None) -> None:
    with pytest.raises(SealedError, match="together with its passphrase"):
        LOCKED.grant_identity(phrase)


def test_link_alone_opens_nothing_however_its_secret_is_used(grant: bytes) -> None:
    without_phrase = identity_text(derive(LOCKED.secret, "waypost/1 grant"))
    for identity in (PLAIN.grant_identity(), without_phrase, identity_text(LOCKED.secret)):
        with pytest.raises(SealedError, match="does not open"):
            open_bytes(grant, identity)


@pytest.mark.parametrize("phrase", ["fünf Äpfel ① ﬁnden", "Fünf Äpfel ① ﬁnden "])
def test_another_phrase_opens_nothing(grant: bytes, phrase: str) -> None:
    with pytest.raises(SealedError, match="does not open"):
        open_bytes(grant, LOCKED.grant_identity(phrase))


@pytest.mark.parametrize(
    "link", [Link(LOCKED.id, bytes([*LOCKED.secret[:31], 99])), Link(bytes(range(16)), LOCKED.secret)]
)
def test_phrase_with_another_link_opens_nothing(grant: bytes, link: Link) -> None:
    with pytest.raises(SealedError, match="does not open"):
        open_bytes(grant, link.grant_identity(PHRASE))


def test_only_the_fragment_tells_that_a_phrase_is_needed() -> None:
    recipient = {"name": "Grandmother", "audience": "family"}
    plain = link_for(MASTER, "amara-osei", Recipient.model_validate(recipient))
    locked = link_for(MASTER, "amara-osei", Recipient.model_validate({**recipient, "passphrase": "yes"}))
    assert (plain.needs_passphrase, locked.needs_passphrase) == (False, True)
    assert plain.folder == locked.folder
    assert parse_link(locked.url("https://plans.school.example")).needs_passphrase


def test_phrases_can_be_said_on_the_telephone_and_are_everybodys_own() -> None:
    guest = {"audience": "panel", "passphrase": "yes"}
    people = [Recipient.model_validate({"name": f"Guest {number}", **guest}) for number in range(99)]
    phrases = [passphrase_for(MASTER, "amara-osei", one) for one in people]
    assert len(set(phrases)) == len(phrases)
    word = "[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]"
    assert all(phrase and re.fullmatch(f"{word}-{word}-{word}", phrase) for phrase in phrases)
    assert passphrase_for(MASTER, "amara-osei", Recipient.model_validate({"name": "G", "audience": "panel"})) is None
