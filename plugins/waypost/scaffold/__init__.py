"""Files that a new school and a new learner begin with: ours to give, theirs to change."""

from __future__ import annotations

from importlib.resources import files


def scaffold(file: str, /, **words: str) -> str:
    """The text of a scaffold file, with each `<<word>>` filled in. Raises FileNotFoundError for an unknown name."""
    text = files(__name__).joinpath(file).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"<<{word}>>", value)
    return text
