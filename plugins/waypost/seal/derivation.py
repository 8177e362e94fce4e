"""Every key and name that follows from the master key, by HKDF-SHA256 and a label. Source: design, section 4."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

import bech32
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NAME_BYTES = 16


def derive(key: bytes, label: str, *parts: str, salt: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """Derives `length` bytes from `key`. Parts are put in NFC, so that a name typed on another system gives the same.

    NUL divides the parts: it can stand in none of them, so no two lists of parts give the same input.
    """
    info = "\0".join((label, *(unicodedata.normalize("NFC", part) for part in parts))).encode()
    return HKDF(algorithm=SHA256(), length=length, salt=salt or None, info=info).derive(key)


def identity_text(key: bytes) -> str:
    """The age X25519 identity for 32 bytes, as age writes it."""
    five_bits = bech32.convertbits(key, 8, 5) or []
    return str(bech32.bech32_encode("age-secret-key-", five_bits)).upper()


@dataclass(frozen=True)
class AudienceKey:
    """What an audience's tree is sealed to, and what its blobs are named by."""

    identity: str = field(repr=False)
    naming: bytes = field(repr=False)

    def blob_name(self, content_digest: str) -> str:
        """The opaque name of a blob: the same content has the same name for one audience, and for no other."""
        return derive(self.naming, "waypost/1 blob name", content_digest, length=NAME_BYTES).hex()


@dataclass(frozen=True)
class MasterKey:
    """The one secret of a school. Nothing of it is ever shown: `repr` leaves it out."""

    secret: bytes = field(repr=False)

    def audience_key(self, student: str, audience: str, epoch: str) -> AudienceKey:
        """The key of one audience of one learner in one epoch (who may open it: see `epoch_of`)."""
        root = derive(self.secret, "waypost/1 audience", student, audience, epoch)
        return AudienceKey(identity_text(derive(root, "waypost/1 audience identity")), root)

    def link_id(self, student: str, recipient: str, number: int) -> bytes:
        """The public half of a link: 16 bytes that say nothing."""
        return derive(self.secret, "waypost/1 link id", student, recipient, str(number), length=NAME_BYTES)

    def link_secret(self, student: str, recipient: str, number: int) -> bytes:
        """The secret half of a link: 32 bytes, of which the first bit is left to the caller."""
        return derive(self.secret, "waypost/1 link secret", student, recipient, str(number))

    def passphrase_bytes(self, student: str, recipient: str, number: int) -> bytes:
        """Random-looking bytes that a passphrase is spelled from."""
        return derive(self.secret, "waypost/1 passphrase", student, recipient, str(number), length=8)

    def school_identity(self) -> str:
        """The identity to which the school seals what only its own builds read."""
        return _identity(self.secret, "waypost/1 school identity")

    def post_identity(self) -> str:
        """The identity to which people seal what they write back; its recipient stands in their portfolios."""
        return _identity(self.secret, "waypost/1 post identity")

    def opaque(self, purpose: str, *parts: str) -> str:
        """A name for something of the school's own, from which nobody else learns what it stands for."""
        return derive(self.secret, "waypost/1 name", purpose, *parts, length=NAME_BYTES).hex()

    def seal_of(self, purpose: str) -> bytes:
        """A key for authenticating the cache, so that a foreign one is not believed."""
        return derive(self.secret, "waypost/1 authenticate", purpose)


@lru_cache(maxsize=8)
def _identity(secret: bytes, label: str) -> str:
    return identity_text(derive(secret, label))
