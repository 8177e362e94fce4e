"""What the documents of a portfolio say, in one file that is sealed with it: for finding, not for reading."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from .model.media import MediaFile, MediaSet

TEXTS = "_texts"
"""How the viewer asks for the file. Ids of a plan have no underscore, so no piece of evidence has this token."""


def write_texts(shown: Mapping[str, MediaSet], path: Path) -> MediaFile | None:
    """Writes the texts of `shown`, by ids of evidence, to `path`; None, and no file, where there are none.

    `shown` is what one audience sees, and nothing else is in the file. Packed, and the same bytes for the same texts.
    """
    texts = {id_: one.text for id_, one in shown.items() if one.text}
    if not texts:
        return None
    packed = gzip.compress(json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode(), 6, mtime=0)
    path.write_bytes(packed)
    return MediaFile(TEXTS, path, "application/gzip", "texts.json.gz", len(packed))
