"""What is about to be published unsealed, unwrapped into texts that can be searched."""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from .staging import list_files

OPAQUE = re.compile(r"p/[0-9a-f]{32}/(?:index\.html|grant\.age)|b/[0-9a-f]{32}\.age")
SPACE = re.compile(r"\s+")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
LARGEST = 64 << 20
DEEPEST = 3


@dataclass(frozen=True)
class Reading:
    """A file's content as text. In one that `is_binary`, short strings turn up by chance and tell nothing."""

    text: str
    is_binary: bool


@dataclass(frozen=True)
class PlainText:
    """One published file that is not sealed: its path, and its content in every reading of it."""

    path: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Corpus:
    """All plain files of a staged site. `digest` follows from their paths and contents."""

    folder: Path
    paths: tuple[str, ...]
    digest: str

    @cached_property
    def texts(self) -> tuple[PlainText, ...]:
        """Every plain file unwrapped; the same content is unwrapped once, under its first path."""
        names = PlainText("the names of files and folders", tuple(readings_of("\n".join(self.paths).encode())))
        seen: set[bytes] = set()
        texts = [names]
        for path in self.paths:
            content = (self.folder / path).read_bytes()
            digest = hashlib.sha256(content).digest()
            if digest not in seen:
                seen.add(digest)
                texts.append(PlainText(path, tuple(readings_of(content))))
        return tuple(texts)


def build_corpus(folder: Path, sealed: frozenset[str], shells: frozenset[str]) -> Corpus:
    """The plain files below `folder`: all but the `sealed` ones, and of the `shells` (all alike) only one."""
    one_shell = min(shells, default=None)
    paths = sorted(
        path for path in list_files(folder) if path not in sealed and (path not in shells or path == one_shell)
    )
    digest = hashlib.sha256()
    for path in paths:
        with (folder / path).open("rb") as file:
            content = hashlib.file_digest(file, "sha256").digest()
        digest.update(content if path in shells else path.encode() + b"\0" + content)
    return Corpus(
        folder, tuple(path for path in paths if not OPAQUE.fullmatch(path) or path == one_shell), digest.hexdigest()
    )


def readings_of(content: bytes, depth: int = 0) -> Iterator[Reading]:
    """A file's content as text, as it stands and with one wrapping taken off: gzip, zip, percent, HTML, JSON."""
    for inner in _unpacked(content) if depth < DEEPEST else ():
        yield from readings_of(inner, depth + 1)
    try:
        text, is_binary = content.decode(), False
    except UnicodeDecodeError:
        text, is_binary = content.decode("utf-8", "replace"), True
    forms = {text, html.unescape(text), unquote(text), unquote(text.replace("+", " "))}
    if "\\u" in text:
        forms.add(ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))
    yield from (Reading(form, is_binary) for form in sorted({plain(form) for form in forms}))


def plain(text: str) -> str:
    """A text in one spelling: Unicode NFKC, white space as single spaces. Upper and lower case stay."""
    return SPACE.sub(" ", unicodedata.normalize("NFKC", text))


def _unpacked(content: bytes) -> Iterable[bytes]:
    if content[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(content)) as file:
                return [file.read(LARGEST)]
        except (OSError, EOFError, zlib.error):
            return []
    if content[:4] == b"PK\x03\x04":
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                names = json.dumps(archive.namelist(), ensure_ascii=False).encode()
                return [names, *(archive.open(name).read(LARGEST) for name in archive.namelist())]
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
            return []
    return []
