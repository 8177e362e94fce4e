"""Files that a new school and a new learner begin with: ours to give, theirs to change."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

GUIDES = (
    "families.md",
    "students.md",
    "evidence.md",
    "plan.md",
    "advisors.md",
    "coaches.md",
    "leads.md",
    "configuration.md",
    "toolbox-data.md",
)
_PACKAGE = Path(__file__).resolve().parents[1]


def scaffold(file: str, /, **words: str) -> str:
    """The text of a scaffold file, with each `<<word>>` filled in. Raises FileNotFoundError for an unknown name."""
    text = files(__name__).joinpath(file).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"<<{word}>>", value)
    return text


def guide(name: str) -> str:
    """The text of a guide: from inside the package where it was installed, else from a source checkout's `content/`."""
    packaged = _PACKAGE / "_guides"
    folder = packaged if packaged.is_dir() else _PACKAGE.parents[1] / "content"
    return (folder / name).read_text(encoding="utf-8")
