"""The service worker by which the toolbox works without a network: its script, and the list of what it keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from ..templates import inline_json

PATH = "worker.js"


def render_worker(script: str, files: Mapping[str, str], assets: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """The worker, by its path below toolbox/.

    `script` is its bundle; `files` are all files below toolbox/ by their path, `assets` the bundles and fonts that they
    use, by the way from toolbox/. Other content of any of them makes another worker, which browsers then fetch.
    """
    contents = {**{path: text.encode() for path, text in files.items()}, **dict(assets)}
    digest = hashlib.sha256(script.encode())
    for path, content in sorted(contents.items()):
        digest.update(f"{path}\0{hashlib.sha256(content).hexdigest()}\0".encode())
    return {PATH: _worker(script, digest.hexdigest()[:16], sorted(contents))}


def render_no_worker(script: str) -> dict[str, str]:
    """A worker that keeps nothing, and removes what one before it has kept: for a preview, where pages change often."""
    return {PATH: _worker(script, "none", [])}


def _worker(script: str, digest: str, files: list[str]) -> str:
    return f"self.waypostToolbox={inline_json({'digest': digest, 'files': files})};\n{script}"
