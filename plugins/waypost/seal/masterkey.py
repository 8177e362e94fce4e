"""Where the master key lives, and what is said when it is not there. Source: design, section 4."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from waypost.errors import WaypostError

from .derivation import KEY_BYTES, MasterKey

VARIABLE = "WAYPOST_MASTER_KEY"
RESTORE = (
    "Put back the copy that your school keeps (the file master.key, or its text in WAYPOST_MASTER_KEY). "
    "It cannot be made again: a new key makes every link new."
)


def load_master_key(folder: Path, environment: Mapping[str, str] = os.environ) -> MasterKey:
    """Reads the master key from `WAYPOST_MASTER_KEY`, or else from `folder`/master.key.

    Raises WaypostError when it is missing, short, malformed or readable by others, and says how to mend it.
    """
    text = environment.get(VARIABLE, "").strip()
    if text:
        return MasterKey(_decode(text.encode(errors="surrogateescape"), f"The variable {VARIABLE}"))
    path = folder / "master.key"
    try:
        mode = path.stat().st_mode
        data = path.read_bytes()
    except FileNotFoundError:
        raise WaypostError(
            f"{path}: there is no master key. If this school has published before: {RESTORE} "
            "If it has not: run `waypost keys new`."
        ) from None
    except OSError as error:
        raise WaypostError(f"{path}: the master key cannot be read ({error.strerror}). {RESTORE}") from None
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise WaypostError(
            f"{path}: other users of this computer can read the master key. Run `chmod 600 {path}`, then build again."
        )
    return MasterKey(_decode(data, str(path)))


def create_master_key(folder: Path) -> Path:
    """Makes `folder`/master.key, readable by its owner alone, in a folder that git leaves out; returns its path.

    Raises WaypostError where one is there already: a key is never replaced.
    """
    path = folder / "master.key"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise WaypostError(
            f"{path}: there is a master key already, and every link that was handed out depends on it. "
            "To begin anew on purpose, move that file away first."
        ) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
    except OSError:
        # Half a key would stand in the way of a whole one for good.
        path.unlink()
        raise
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return path


def _decode(data: bytes, place: str) -> bytes:
    # Thirty-two letters are half of a key in hexadecimal rather than the bytes of one.
    if len(data) == KEY_BYTES and not (data.isascii() and data.decode().strip().isprintable()):
        return data
    text = data.strip()
    try:
        key = bytes.fromhex(text.decode()) if len(text) == 2 * KEY_BYTES else _from_base64(text)
    except (ValueError, binascii.Error):
        raise WaypostError(
            f"{place}: this is not a master key (it should be 44 characters of base64). {RESTORE}"
        ) from None
    if len(key) != KEY_BYTES:
        raise WaypostError(f"{place}: this master key has {len(key)} bytes where {KEY_BYTES} belong. {RESTORE}")
    return key


def _from_base64(text: bytes) -> bytes:
    padded = text.rstrip(b"=") + b"=" * (-len(text.rstrip(b"=")) % 4)
    return base64.b64decode(padded, altchars=b"-_" if b"-" in text or b"_" in text else None, validate=True)
