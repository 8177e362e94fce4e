"""How many of a list's queries have a right move among the finder's first five, and as its first, in Chromium.

    python benchmarks/finder.py [--page site/toolbox/index.html] [QUERIES.tsv …]

A line of a list is a query, a tab, and what is right: ids of moves, or of elements, any move of which is right.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
TYPE = """async (typed) => {
  const field = document.querySelector("input[type=search]");
  const took = [];
  for (let end = 1; end <= typed.length; end++) {
    field.value = typed.slice(0, end);
    const start = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    took.push(performance.now() - start);
  }
  return { took, ids: [...document.querySelectorAll("[data-move]")].map((node) => node.dataset.move) };
}"""


def is_right(move: str, right: list[str]) -> bool:
    """Whether a move is one of the right ones, or of a right element."""
    return any(move == one or move.startswith(tuple(f"{one}-{level}-" for level in (1, 2, 3))) for one in right)


def measure(page: Page, queries: Path) -> None:
    """Types every query of the list, letter by letter; prints what came first and how long a letter took."""
    lines = [line.split("\t") for line in queries.read_text(encoding="utf-8").splitlines() if line.strip()]
    five = first = 0
    took: list[float] = []
    for typed, answer in lines:
        found = page.evaluate(TYPE, typed)
        took += found["took"]
        places = [place for place, move in enumerate(found["ids"][:5]) if is_right(move, answer.split())]
        five += bool(places)
        first += places[:1] == [0]
        if places[:1] != [0]:
            print(f"  {'not in five' if not places else f'place {places[0] + 1}'}: {typed}")
    slowest = sorted(took)[int(len(took) * 0.95)]
    print(f"{queries.name}: of {len(lines)}, {five} in the first five, {first} first; p95 {slowest:.1f} ms a letter")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("queries", nargs="*", type=Path, default=[HERE / "queries.tsv"])
    parser.add_argument("--page", type=Path, default=HERE.parent / "site" / "toolbox" / "index.html")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(options.page.resolve().as_uri())
        for queries in options.queries:
            measure(page, queries)
        browser.close()


if __name__ == "__main__":
    main()
