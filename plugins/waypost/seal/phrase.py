"""Sealing to a passphrase alone: the age format's scrypt recipient, for files that no link and no host stands before.

Source: the age format, version 1 (scrypt recipient stanza, header MAC, STREAM payload). pyrage writes it too, but takes
as much work for a passphrase as one second of this computer gives: 2^19 where it was tried, for which a browser needs
half a gigabyte, and no phone gives it that. It cannot be told otherwise, and it wants the whole file in memory. So it
is written here, with the work that age itself takes. What comes out is opened by age, pyrage and age in JavaScript.
"""

from __future__ import annotations

import base64
import secrets
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pyrage
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from waypost.errors import SealedError

WORK = 18
"""The logarithm of scrypt's N: a quarter of a gigabyte and about a second for each passphrase that is tried."""
PIECE = 64 << 10
LABEL = b"age-encryption.org/v1/scrypt"
ARMOR = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----")
LINE = 64


def normal_phrase(typed: str) -> bytes:
    """A passphrase as it is sealed with: in NFKC, so that another keyboard's accents open it too."""
    return unicodedata.normalize("NFKC", typed).encode()


def seal_with_phrase(source: BinaryIO, target: BinaryIO, phrase: str) -> None:
    """Seals what `source` holds into `target`, piece by piece, so that `phrase` opens it."""
    file_key, salt, nonce = secrets.token_bytes(16), secrets.token_bytes(16), secrets.token_bytes(16)
    wrapping = Scrypt(salt=LABEL + salt, length=32, n=1 << WORK, r=8, p=1).derive(normal_phrase(phrase))
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    head = f"age-encryption.org/v1\n-> scrypt {_bare(salt)} {WORK}\n{_bare(wrapped)}\n---".encode()
    proof = HMAC(_derive(file_key, b"", b"header"), SHA256())
    proof.update(head)
    target.write(head + f" {_bare(proof.finalize())}\n".encode() + nonce)
    cipher = ChaCha20Poly1305(_derive(file_key, nonce, b"payload"))
    for number, (piece, last) in enumerate(_pieces(source)):
        target.write(cipher.encrypt(number.to_bytes(11, "big") + bytes([last]), piece, None))


def open_with_phrase(sealed: Path, phrase: str) -> bytes:
    """What was sealed with `phrase`. Raises SealedError where the phrase is another one, or the file was changed."""
    try:
        content: bytes = pyrage.passphrase.decrypt(sealed.read_bytes(), normal_phrase(phrase).decode())
    except pyrage.DecryptError:
        raise SealedError(
            f"{sealed.name} does not open: the passphrase is another one, or the file was changed or is incomplete."
        ) from None
    return content


def armored(sealed: bytes) -> str:
    """A sealed file as lines of letters, as `age --armor` writes it."""
    letters = base64.b64encode(sealed).decode()
    lines = (letters[at : at + LINE] for at in range(0, len(letters), LINE))
    return "\n".join((ARMOR[0], *lines, ARMOR[1])) + "\n"


def _pieces(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Pieces of one length, each with whether it is the last; only the first may be empty."""
    piece = source.read(PIECE)
    while True:
        after = source.read(PIECE)
        yield piece, not after
        if not after:
            return
        piece = after


def _derive(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=info).derive(key)


def _bare(content: bytes) -> str:
    return base64.b64encode(content).decode().rstrip("=")
