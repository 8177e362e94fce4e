"""Drawing: views become pages of sanitised HTML in the reader's language."""

from .language import Language, known_languages, load_language
from .page import Page
from .place import theme_dir
from .portfolio import render_portfolio
from .shell import render_shell
from .words import VIEWER_WORDS, viewer_words

__all__ = [
    "VIEWER_WORDS",
    "Language",
    "Page",
    "known_languages",
    "load_language",
    "render_portfolio",
    "render_shell",
    "theme_dir",
    "viewer_words",
]
