"""Captions as files of their own, beside the film or recording that they belong to."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from waypost.model.evidence import Evidence
from waypost.model.media import MediaFile, MediaSet

TYPE = "text/vtt"
SUFFIX = ".vtt"
NAME = f"captions{SUFFIX}"
TIMED = ("video", "audio")


def with_captions(media: Mapping[str, MediaSet], evidence: Iterable[Evidence], store: Path) -> dict[str, MediaSet]:
    """`media` (by id of evidence) with the captions of each film and recording, written into `store`."""
    texts = {piece.id: piece.captions for piece in evidence if piece.captions}
    return {
        id_: replace(one, captions=_file(id_, texts[id_], one, store)) if id_ in texts and one.kind in TIMED else one
        for id_, one in media.items()
    }


def _file(id_: str, text: str, film: MediaSet, store: Path) -> MediaFile:
    content = text.encode()
    key = hashlib.sha256(content).hexdigest()
    path = store / key[:2] / key / NAME
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Two builds of two learners may hold the same words; the rename keeps half of them from being read.
        draft = path.with_name(f"{NAME}.{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
    return MediaFile(f"{id_}.captions", path, TYPE, PurePath(film.large.name).stem + SUFFIX, len(content))
