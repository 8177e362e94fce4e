"""Records in the cache, authenticated with the school's key: one that somebody else wrote is not believed."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import Any

MALFORMED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""How JSON that somebody else wrote fails to be what was expected."""


def write_record(path: Path, row: Any, key: bytes) -> None:
    """Writes `row` (what JSON can say, and dates as text) below its code under `key`, in one step."""
    body = json.dumps(row, default=str).encode()
    draft = path.with_suffix(".new")
    draft.write_bytes(_code(body, key) + b"\n" + body)
    draft.replace(path)


def read_record(path: Path | str, key: bytes) -> Any:
    """The row at `path`, or None where there is none that was written with `key`."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of records in a large school
            code, _, body = file.read().partition(b"\n")
        return json.loads(body) if hmac.compare_digest(code, _code(body, key)) else None
    except (OSError, *MALFORMED):
        return None


def _code(body: bytes, key: bytes) -> bytes:
    return hmac.digest(key, body, "sha256").hex().encode()
