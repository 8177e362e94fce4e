"""Drawing: views become pages of sanitised HTML in the reader's language."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Each is read when it is asked for: a build without changes draws nothing.
_HOMES = {
    "Language": "language",
    "Page": "page",
    "VIEWER_WORDS": "words",
    "known_languages": "language",
    "load_language": "language",
    "render_portfolio": "portfolio",
    "render_shell": "shell",
    "theme_dir": "place",
    "viewer_words": "words",
}

if TYPE_CHECKING:
    from .language import Language as Language
    from .language import known_languages as known_languages
    from .language import load_language as load_language
    from .page import Page as Page
    from .place import theme_dir as theme_dir
    from .portfolio import render_portfolio as render_portfolio
    from .shell import render_shell as render_shell
    from .words import VIEWER_WORDS as VIEWER_WORDS
    from .words import viewer_words as viewer_words
else:

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
