"""What a link shows, written out as pages that open from a folder."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from .load.names import name_trouble
from .publish.shell import FOLDER
from .render.design import accent_rule
from .render.embedding import data_address
from .render.standalone import list_previews, list_unshown, render_standalone
from .seal.opening import OpenedTree
from .texts import TEXTS

STYLE = "portfolio-*.css"
CAPTIONS = "text/vtt"


def write_opened(opened: OpenedTree, target: Path) -> tuple[int, int]:
    """Writes every page and file of an opened tree below `target`; returns how many pages and how many files.

    Everything is opened before anything is put in place, so there is never a part of a portfolio. Raises SealedError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        inside = list_previews(opened.manifest)
        previews = {token: opened.read_media(token).decode() for token in sorted(inside)}
        elsewhere = inside | list_unshown(opened.manifest) | {TEXTS}
        listed = {token: entry for token, entry in opened.manifest["media"].items() if token not in elsewhere}
        media = {token: _media_path(token, str(entry["name"])) for token, entry in listed.items()}
        for token, path in media.items():
            (draft / path).parent.mkdir(parents=True, exist_ok=True)
            (draft / path).write_bytes(opened.read_media(token))
        style = _copy_style(opened.site / FOLDER, draft, accent_rule(opened.manifest.get("design") or {}))
        pages = render_standalone(opened.manifest, media | _captions(opened), style, previews)
        for name, html in pages.items():
            (draft / name).write_text(html, encoding="utf-8")
        if target.exists():
            target.rmdir()
        draft.chmod(0o755)
        draft.rename(target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return len(pages), len(media)


def _captions(opened: OpenedTree) -> dict[str, str]:
    """The captions of films as addresses that hold them: from a folder, no browser reads them out of a file."""
    tokens = [token for token, entry in opened.manifest["media"].items() if entry["type"] == CAPTIONS]
    return {token: data_address(CAPTIONS, opened.read_media(token)) for token in tokens}


def _media_path(token: str, name: str) -> str:
    # The manifest is authenticated, but a name from another machine may still be one that this one cannot write.
    safe = "file" if name_trouble(name) or "/" in name or "\\" in name or name in {".", ".."} else name
    return f"media/{token}/{safe}"


def _copy_style(source: Path, draft: Path, own: str) -> str | None:
    """Copies the style sheet and its fonts, with the learner's `own` rule behind the sheet's; returns its path."""
    style = next(iter(sorted(source.glob(STYLE))), None)
    if style is None:
        return None
    (draft / "assets").mkdir()
    (draft / "assets" / "portfolio.css").write_text(style.read_text(encoding="utf-8") + own, encoding="utf-8")
    if (source / "fonts").is_dir():
        (draft / "assets" / "fonts").mkdir()
        for font in (source / "fonts").iterdir():
            shutil.copyfile(font, draft / "assets" / "fonts" / font.name)
    return "assets/portfolio.css"
