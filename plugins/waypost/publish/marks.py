"""What the leak gate has passed already: which parcels, beside which plain files."""

from __future__ import annotations

import hmac
import json
from pathlib import Path


def read_marks(path: Path, corpus: str, key: bytes) -> frozenset[str]:
    """The stamps of the parcels that were searched for in the plain files with digest `corpus`; none where unsure."""
    try:
        record = json.loads(path.read_bytes())
        body = json.loads(record["body"])
        if hmac.compare_digest(record["code"], _code(record["body"], key)) and body["corpus"] == corpus:
            return frozenset(body["stamps"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return frozenset()


def write_marks(path: Path, corpus: str, stamps: frozenset[str], key: bytes) -> None:
    """Writes down that parcels with these stamps were found in none of the plain files."""
    body = json.dumps({"corpus": corpus, "stamps": sorted(stamps)})
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps({"body": body, "code": _code(body, key)}), encoding="utf-8")
    draft.replace(path)


def _code(body: str, key: bytes) -> str:
    return hmac.new(key, body.encode(), "sha256").hexdigest()
