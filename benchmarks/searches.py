"""The searches that are compared: each takes what is typed and gives the ids of moves, best first."""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from crowds import read_data

MINISEARCH = Path(__file__).resolve().parent.parent / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
SETTLED = 400
"""Milliseconds after which Material's dialog shows the results of what was typed."""
Move = dict[str, Any]


@dataclass(frozen=True)
class Search:
    """A search by name."""

    name: str
    find: Callable[[str], list[str]]


def read_moves(page: Path) -> list[Move]:
    """The moves that a finder's page has."""
    moves: list[Move] = read_data(page)["moves"]
    return moves


def waypost(page: Page) -> Search:
    """The finder itself, on its page."""

    def find(typed: str) -> list[str]:
        page.get_by_role("searchbox").fill(typed)
        ids: list[str] = page.locator("[data-move]").evaluate_all("nodes => nodes.map(node => node.dataset.move)")
        return ids

    return Search("Waypost", find)


def minisearch(browser: Browser, moves: Sequence[Move]) -> Search:
    """MiniSearch with its defaults over the text of the moves and nothing else."""
    page = browser.new_page()
    page.add_script_tag(path=MINISEARCH)
    page.evaluate(
        """moves => {
          globalThis.search = new MiniSearch({ fields: ["text"] });
          globalThis.search.addAll(moves);
        }""",
        [{"id": move["id"], "text": move["text"]} for move in moves],
    )

    def find(typed: str) -> list[str]:
        ids: list[str] = page.evaluate("typed => globalThis.search.search(typed).map(({ id }) => id)", typed)
        return ids

    return Search("MiniSearch as it comes, bare text", find)


def material(browser: Browser, moves: Sequence[Move], folder: Path) -> Search:
    """The search dialog of a Material site, with a page for each element and a section for each move."""
    site = _build_material(moves, folder / "material")
    handler = partial(_Silent, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/index.html")
    field = page.locator(".md-search__input")
    field.focus()
    page.wait_for_timeout(2 * SETTLED)

    def find(typed: str) -> list[str]:
        field.fill("")
        field.fill(typed)
        field.dispatch_event("keyup")
        page.wait_for_timeout(SETTLED)
        links: list[str] = page.locator(".md-search-result__link").evaluate_all("nodes => nodes.map(node => node.hash)")
        return [link.removeprefix("#") for link in links if link]

    return Search("Material's search, bare text", find)


def _build_material(moves: Sequence[Move], folder: Path) -> Path:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    for page, rows in groupby(moves, key=lambda move: str(move["page"]).partition("#")[0]):
        home, *sections = Path(page).stem, *(f"## {row['text']} {{ #{row['id']} }}\n" for row in rows)
        (docs / f"{home}.md").write_text("\n".join([f"# {home}\n", *sections]), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Moves\ntheme:\n  name: material\n  font: false\nuse_directory_urls: false\n"
        "markdown_extensions: [attr_list]\nplugins: [search]\n",
        encoding="utf-8",
    )
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""
