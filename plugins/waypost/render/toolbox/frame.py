"""What every page of the toolbox shares: its head, the way to its other pages, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..language import Language
from ..templates import draw, inline_json
from ..words import N_

PLACES: dict[str, str] = {
    "index.html": N_("Find"),
    "contents.html": N_("Browse"),
    "my-moves.html": N_("My moves"),
    "self-assessment.html": N_("Self-assessment"),
    "planner.html": N_("Planner"),
}

TRAY_WORDS: dict[str, str] = {
    "tray-add": N_("Keep in my moves"),
    "tray-in": N_("In my moves"),
    "tray-trouble": N_(
        "This browser keeps nothing for this page, so your moves last only until you leave it. Open My moves outside a "
        "private window, or make room."
    ),
}


@dataclass(frozen=True)
class Frame:
    """How the pages of one build are drawn.

    `assets` is the way from toolbox/ to the bundles, ending in a slash; `style` and `scripts` (by bundle, such as
    "finder") are file names there. `data` is the file below toolbox/ that brings the moves as a script, so that they
    also arrive in a page that was opened from a disk.
    """

    language: Language
    assets: str
    style: str
    scripts: Mapping[str, str]
    data: str

    def draw(
        self,
        name: str,
        path: str,
        title: str,
        *,
        script: str,
        words: Mapping[str, str] | None = None,
        with_moves: bool = False,
        **facts: Any,
    ) -> str:
        """The page at `path` below toolbox/, from theme/toolbox/`name`.

        `script` is the bundle that it runs; `words` are that script's, by id, not yet translated; `with_moves` brings
        every move into it as data.
        """
        _ = self.language.gettext
        root = "../" * path.count("/")
        return draw(
            name,
            "toolbox",
            _=_,
            language=self.language.tag,
            direction=self.language.direction,
            path=path,
            root=root,
            title=title,
            style=f"{root}{self.assets}{self.style}",
            data=f"{root}{self.data}" if with_moves else None,
            script=f"{root}{self.assets}{self.scripts[script]}",
            words_json=inline_json({id_: _(text) for id_, text in {**TRAY_WORDS, **(words or {})}.items()}),
            places={place: _(text) for place, text in PLACES.items()},
            **facts,
        )
