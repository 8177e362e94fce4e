"""The page that every link opens: the same for every learner of a school, with nothing of anyone in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .language import Language
from .templates import draw, inline_json
from .words import viewer_words


def render_shell(
    school_name: str,
    contact: str | None,
    assets: str,
    viewer_js: str,
    portfolio_css: str,
    later: Mapping[str, str],
    languages: Sequence[Language],
) -> str:
    """Draws the shell.

    `assets` is the way from the page to the bundles, ending in a slash; `viewer_js` and `portfolio_css` are file
    names below it, as are those of `later`, by the names that the viewer asks for them by; `languages` are those in
    which a page that cannot be opened says why.
    """
    words = {language.tag: viewer_words(language) for language in languages}
    fallback = {tag: {"title": said["browser-title"], "body": said["browser-help"]} for tag, said in words.items()}
    return draw(
        "shell.html",
        school_name=school_name,
        contact=contact or "",
        assets=assets,
        viewer_js=viewer_js,
        portfolio_css=portfolio_css,
        later=later,
        words_json=inline_json(words),
        fallback=fallback,
    )
