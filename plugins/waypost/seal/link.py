"""A recipient's link: what it is made of, and how it is written and read. Source: design, section 4."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from waypost.errors import SealedError
from waypost.model import Recipient

from .derivation import KEY_BYTES, NAME_BYTES, MasterKey, derive, identity_text

ROUNDS = 600_000
NEEDS_PASSPHRASE = 0x80
# Some messengers add a query to every address that they pass on; the browser's viewer does not mind it either.
ADDRESS = re.compile(r"(?:^|/)p/([0-9a-f]{32})/(?:index\.html)?(?:\?[^#]*)?#([A-Za-z0-9_-]*)(?:/.*)?$", re.DOTALL)
CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aiou"


@dataclass(frozen=True)
class Link:
    """The two halves of a link. The secret half stays behind the #, where no server sees it."""

    id: bytes
    secret: bytes = field(repr=False)

    @property
    def folder(self) -> str:
        """Where its grant is published, relative to the site."""
        return f"p/{self.id.hex()}"

    @property
    def needs_passphrase(self) -> bool:
        """Whether the grant opens only together with a passphrase. The host cannot tell."""
        return bool(self.secret[0] & NEEDS_PASSPHRASE)

    def url(self, site_url: str) -> str:
        """The address to hand out."""
        return f"{site_url.rstrip('/')}/{self.folder}/#{encode(self.secret)}"

    @property
    def reply_proof(self) -> str:
        """What only somebody who has the whole link can put into a reply."""
        return derive(self.secret, "waypost/1 reply proof", length=NAME_BYTES).hex()

    def grant_identity(self, passphrase: str | None = None) -> str:
        """The age identity that opens this link's grant.

        With a passphrase neither half opens anything alone. Raises SealedError where the link needs one and none came.
        """
        if not self.needs_passphrase:
            return identity_text(derive(self.secret, "waypost/1 grant"))
        if not passphrase:
            raise SealedError("This link opens only together with its passphrase. Give the passphrase too.")
        phrase = unicodedata.normalize("NFKC", passphrase).encode()
        stretched = PBKDF2HMAC(algorithm=SHA256(), length=KEY_BYTES, salt=self.id, iterations=ROUNDS).derive(phrase)
        return identity_text(derive(self.secret, "waypost/1 grant with passphrase", salt=stretched))


def link_for(master: MasterKey, student: str, recipient: Recipient) -> Link:
    """The link of one recipient: the same on every machine and at every build."""
    secret = bytearray(master.link_secret(student, recipient.name, recipient.link))
    secret[0] = secret[0] | NEEDS_PASSPHRASE if recipient.passphrase else secret[0] & ~NEEDS_PASSPHRASE
    return Link(master.link_id(student, recipient.name, recipient.link), bytes(secret))


def passphrase_for(master: MasterKey, student: str, recipient: Recipient) -> str | None:
    """The passphrase of a recipient, or None where theirs has none.

    Three made-up words of five letters (48 bits): easy to say on the telephone in any language.
    """
    if not recipient.passphrase:
        return None
    data = master.passphrase_bytes(student, recipient.name, recipient.link)
    return "-".join(_word(int.from_bytes(data[place : place + 2])) for place in (0, 2, 4))


def _word(number: int) -> str:
    letters = ((CONSONANTS, 4), (VOWELS, 2), (CONSONANTS, 4), (VOWELS, 2), (CONSONANTS, 4))
    word = ""
    for alphabet, bits in letters:
        word += alphabet[number & ((1 << bits) - 1)]
        number >>= bits
    return word


def encode(secret: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


def parse_link(url: str) -> Link:
    """Reads a link as it was handed out. Raises SealedError where anything about it is not as it was made.

    The last of 43 characters carries two spare bits: a text that does not encode to itself again is refused, so that
    no character of a link can change unnoticed.
    """
    match = ADDRESS.search(url.strip())
    if match is None or not match[2]:
        raise SealedError("This is not a whole link. A link looks like https://…/p/<32 characters>/#<43 characters>.")
    try:
        secret = base64.urlsafe_b64decode(match[2] + "=" * (-len(match[2]) % 4))
    except (ValueError, binascii.Error):
        secret = b""
    if len(secret) != KEY_BYTES or encode(secret) != match[2]:
        raise SealedError("This link is incomplete or was changed. Copy it again from where you got it.")
    return Link(bytes.fromhex(match[1]), secret)
