"""What the leak gate has passed already: which parcels, beside which plain files."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from pathlib import Path

from .parcel import MALFORMED


def search_digest(corpus: str, allowed: Iterable[str]) -> str:
    """A digest of all that a search is made in: the plain files by their digest, and the words that may pass."""
    return hashlib.sha256(json.dumps([corpus, sorted(allowed)]).encode()).hexdigest()


def read_marks(path: Path, search: str, key: bytes) -> frozenset[str]:
    """The stamps of the parcels that passed the search with digest `search`; none where unsure."""
    try:
        record = json.loads(path.read_bytes())
        body = json.loads(record["body"])
        if hmac.compare_digest(record["code"], _code(record["body"], key)) and body["search"] == search:
            return frozenset(body["stamps"])
    except (OSError, *MALFORMED):
        pass
    return frozenset()


def write_marks(path: Path, search: str, stamps: frozenset[str], key: bytes) -> None:
    """Writes down that nothing of the parcels with these stamps was found."""
    body = json.dumps({"search": search, "stamps": sorted(stamps)})
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps({"body": body, "code": _code(body, key)}), encoding="utf-8")
    draft.replace(path)


def _code(body: str, key: bytes) -> str:
    return hmac.new(key, body.encode(), "sha256").hexdigest()
