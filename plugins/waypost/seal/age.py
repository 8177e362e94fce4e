"""The age format, unchanged, by pyrage: sealing to one identity and opening with it. Source: design, section 3."""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import pyrage

from waypost.errors import SealedError

MAGIC = b"age-encryption.org/v1\n"
CHUNK = 1 << 20


@lru_cache(maxsize=64)
def _keys(identity: str) -> tuple[pyrage.x25519.Identity, pyrage.x25519.Recipient]:
    try:
        private = pyrage.x25519.Identity.from_str(identity)
    except pyrage.IdentityError:
        raise SealedError("This is not an age identity.") from None
    return private, private.to_public()


def recipient_of(identity: str) -> str:
    """The public recipient of an identity, as age writes it (age1…)."""
    return str(_keys(identity)[1])


def seal_bytes(content: bytes, identity: str) -> bytes:
    """Seals `content` so that `identity` opens it."""
    sealed: bytes = pyrage.encrypt(content, [_keys(identity)[1]])
    return sealed


def open_bytes(sealed: bytes, identity: str) -> bytes:
    """Opens what was sealed to `identity`. Raises SealedError where one byte is not as it was sealed."""
    try:
        content: bytes = pyrage.decrypt(sealed, [_keys(identity)[0]])
    except pyrage.DecryptError:
        raise SealedError(
            "It does not open: the key is another one, or the file was changed or is incomplete."
        ) from None
    return content


class Padded(io.RawIOBase):
    """A file's content followed by zero bytes up to `total`, read in pieces; keeps the SHA-256 of what went by."""

    def __init__(self, file: BinaryIO, total: int) -> None:
        self._file = file
        self._left = total
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        wanted = min(self._left, CHUNK if size < 0 else size)
        piece = self._file.read(wanted)
        piece += bytes(wanted - len(piece)) if len(piece) < wanted else b""
        self._left -= len(piece)
        self.digest.update(piece)
        return piece


class Writing(io.RawIOBase):
    """A file to write to; keeps the system's own error, of which pyrage hands on the words alone."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, piece: object, /) -> int:
        try:
            return self._file.write(bytes(piece))  # type: ignore[call-overload]
        except OSError as error:
            self.error = error
            raise


class Digesting(io.RawIOBase):
    """A place to write to that keeps the SHA-256 only."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, piece: object, /) -> int:
        data = bytes(piece)  # type: ignore[call-overload]
        self.digest.update(data)
        return len(data)


def seal_file(source: Path, total: int, target: Path, identity: str) -> str:
    """Seals a file, padded to `total` bytes, into `target` piece by piece; returns the SHA-256 of what was sealed.

    Raises OSError where the disk does not take it.
    """
    with source.open("rb") as reader, target.open("wb") as file:
        padded, writer = Padded(reader, total), Writing(file)
        try:
            pyrage.encrypt_io(padded, writer, [_keys(identity)[1]])
        except pyrage.EncryptError:
            if writer.error is None:
                raise
            raise writer.error from None
        return padded.digest.hexdigest()


def digest_opened(path: Path, identity: str) -> str:
    """Opens a sealed file piece by piece; returns the SHA-256 of its content. Raises SealedError as `open_bytes`."""
    sink = Digesting()
    with path.open("rb") as reader:
        try:
            pyrage.decrypt_io(reader, sink, [_keys(identity)[0]])
        except (pyrage.DecryptError, OSError):
            # What is wrong past the header comes as an OSError.
            raise SealedError(f"{path.name} does not open as it was sealed.") from None
    return sink.digest.hexdigest()


def begins_as_age(path: Path) -> bool:
    """Whether a file begins as age files do."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC
