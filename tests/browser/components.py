"""Draws every component in every theme, by day and by night, on one page: `python tests/browser/components.py`.

Nothing is sealed and nothing runs: this page is for those who draw the pages, and for the test of their colours.
"""

from __future__ import annotations

import datetime
import re
import shutil
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

import yaml  # noqa: E402

from palettes import palettes  # noqa: E402
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School  # noqa: E402
from waypost.render import load_language, render_portfolio  # noqa: E402
from waypost.render.embedding import NAMED, ROUTE  # noqa: E402
from waypost.views import build_portfolio_view  # noqa: E402

GOLDEN = REPOSITORY / "tests/golden/render"
ASSETS = REPOSITORY / "theme/assets"
TODAY = datetime.date(2026, 11, 21)
CONTROLS = """
<p class="status">Opening 3 of 12 pictures</p>
<p class="components-row"><button class="button" type="button">Open the portfolio</button>
<button class="button button-quiet" type="button">Print this page</button>
<button class="button button-quiet components-focus" type="button">Where the focus is</button>
<button class="button" type="button" disabled>Not now</button></p>
<p class="components-row"><mark class="components-chosen">Words that are chosen</mark> <a href="#top">A link</a></p>
"""
STYLE = """
body { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 40rem), 1fr)); }
.components-theme { background: var(--paper); color: var(--ink); padding-block: var(--space-3) var(--space-5); }
.components-label { font-size: var(--size-small); padding-block-end: var(--space-3); }
.components-theme .page { min-block-size: 0; padding-block: var(--space-3); }
.components-row { display: flex; flex-wrap: wrap; gap: var(--space-2); padding-block: var(--space-2); }
.components-focus { outline: 3px solid var(--accent); outline-offset: 3px; }
.components-chosen { background: var(--accent-tone); color: var(--ink); }
"""


def main(folder: Path) -> Path:
    """Writes the page and what belongs to it into `folder`; returns the page."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ASSETS / "portfolio.css", folder / "portfolio.css")
    shutil.copytree(ASSETS / "fonts", folder / "fonts", dirs_exist_ok=True)
    drawn = palettes()
    tokens = []
    for (theme, shade), colours in drawn.items():
        rows = [f"--{name}: {colour};" for name, colour in colours.items()]
        tokens.append(f'[data-theme="{theme}"][data-shade="{shade}"] {{ color-scheme: {shade}; {" ".join(rows)} }}')
    (folder / "components.css").write_text("\n".join((*tokens, STYLE)), encoding="utf-8")
    parts = [_theme(theme, shade) for theme, shade in sorted(drawn, key=lambda key: (key[1] == "dark", key))]
    page = folder / "index.html"
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    sheets = '<link rel="stylesheet" href="portfolio.css"><link rel="stylesheet" href="components.css">'
    page.write_text(
        f'<!doctype html><html lang="en"><head>{head}<title>Components</title>{sheets}</head>'
        f'<body id="top">{"".join(parts)}</body></html>',
        encoding="utf-8",
    )
    return page


def _theme(theme: str, shade: str) -> str:
    """Every page of the small learner in one theme, by day or by night; what has a name has it once on the page."""
    plan = {**_read(GOLDEN / "learner/plp.yml"), "design": {"theme": theme}}
    school = School.model_validate(_read(GOLDEN / "school.yml"))
    portfolio = Portfolio("learner", PLP.model_validate(plan), school, DEFAULT_SHARING)
    view = build_portfolio_view(portfolio, Audience.SELF, TODAY)
    pages = render_portfolio(view, {}, load_language("en"), TODAY)
    links = "".join(
        f'<li><a href="#top"{" aria-current=page" if n == 1 else ""}>{p.title}</a></li>' for n, p in enumerate(pages)
    )
    header = (
        f'<header class="masthead" data-name><p class="masthead-name">{view.learner.name}</p>'
        f'<nav class="contents"><ul>{links}</ul></nav></header>'
    )
    bodies = "".join(f'<section class="page" data-page="{page.slug}">{page.html}</section>' for page in pages)
    here = f"{theme}-{shade}"
    named = NAMED.sub(lambda found: f'{found[1]}="{" ".join(f"{here}.{one}" for one in found[2].split())}"', bodies)
    body = re.sub(r" hidden(?=[ >])", "", ROUTE.sub('href="#top"', named))
    return (
        f'<div class="components-theme" data-theme="{theme}" data-shade="{shade}"><div class="viewer">'
        f'<p class="components-label">{theme}, {shade}</p><div data-page="cover">{header}</div>'
        f"{CONTROLS}{body}</div></div>"
    )


def _read(path: Path) -> dict[str, object]:
    """A YAML file as the schema takes it: every scalar is text."""
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 (makes text only)


if __name__ == "__main__":
    print(main(REPOSITORY / ".cache/components"))
