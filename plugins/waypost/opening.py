"""What a link shows, written out as pages that open from a folder."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from .load.names import name_trouble
from .publish.shell import FOLDER
from .render.standalone import render_standalone
from .seal.opening import OpenedTree

STYLE = "portfolio-*.css"


def write_opened(opened: OpenedTree, target: Path) -> tuple[int, int]:
    """Writes every page and file of an opened tree below `target`; returns how many pages and how many files.

    Everything is opened before anything is put in place, so there is never a part of a portfolio. Raises SealedError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        media = {token: _media_path(token, str(entry["name"])) for token, entry in opened.manifest["media"].items()}
        for token, path in media.items():
            (draft / path).parent.mkdir(parents=True, exist_ok=True)
            (draft / path).write_bytes(opened.read_media(token))
        style = _copy_style(opened.site / FOLDER, draft)
        pages = render_standalone(opened.manifest, media, style)
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


def _media_path(token: str, name: str) -> str:
    # The manifest is authenticated, but a name from another machine may still be one that this one cannot write.
    safe = "file" if name_trouble(name) or "/" in name or "\\" in name or name in {".", ".."} else name
    return f"media/{token}/{safe}"


def _copy_style(source: Path, draft: Path) -> str | None:
    style = next(iter(sorted(source.glob(STYLE))), None)
    if style is None:
        return None
    (draft / "assets").mkdir()
    shutil.copyfile(style, draft / "assets" / "portfolio.css")
    if (source / "fonts").is_dir():
        (draft / "assets" / "fonts").mkdir()
        for font in (source / "fonts").iterdir():
            shutil.copyfile(font, draft / "assets" / "fonts" / font.name)
    return "assets/portfolio.css"
