"""Records in the cache, authenticated with the school's key: one that somebody else wrote is not believed."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import Any

MALFORMED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""How JSON that somebody else wrote fails to be what was expected."""


def write_record(path: Path, row: Any, key: bytes) -> None:
    """Writes `row` (what JSON can say, and dates as text) with its code under `key`, in one step."""
    body = json.dumps(row, default=str)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps({"body": body, "code": _code(body, key)}), encoding="utf-8")
    draft.replace(path)


def read_record(path: Path, key: bytes) -> Any:
    """The row at `path`, or None where there is none that was written with `key`."""
    try:
        record = json.loads(path.read_bytes())
        body = record["body"]
        return json.loads(body) if hmac.compare_digest(str(record["code"]), _code(body, key)) else None
    except (OSError, *MALFORMED):
        return None


def _code(body: str, key: bytes) -> str:
    return hmac.new(key, body.encode(), "sha256").hexdigest()
