"""How well and how fast the finder finds, in Chromium: beside MiniSearch over the bare text, and Material's search.

    python benchmarks/finder.py [--page site/toolbox/index.html] [QUERIES.tsv …]
    python benchmarks/finder.py --moves 10000

A line of a list is a query, a tab, and what is right: ids of moves, or of elements, any move of which is right. With
`--moves`, only the time that a letter takes is measured, over as many moves, made from the real ones.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from crowds import write_crowd
from searches import Search, material, minisearch, read_moves, waypost

HERE = Path(__file__).resolve().parent
LISTS = [HERE / "queries.tsv", HERE / "queries-tuning.tsv", HERE / "queries-unseen.tsv"]
RUNS = 3
TYPE = """async (typed) => {
  const field = document.querySelector("input[type=search]");
  const took = [];
  for (let end = 1; end <= typed.length; end++) {
    field.value = typed.slice(0, end);
    const start = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    took.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return took;
}"""
Query = tuple[str, list[str]]


def read_queries(path: Path) -> list[Query]:
    """The queries of a list, each with what is right."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(typed, right.split()) for typed, right in lines]


def is_right(move: str, right: list[str]) -> bool:
    """Whether a move is one of the right ones, or of a right element."""
    return any(move == one or move.startswith(tuple(f"{one}-{level}-" for level in (1, 2, 3))) for one in right)


def compare(searches: Sequence[Search], lists: Sequence[Path], show_misses: bool) -> None:
    """Prints, for every list and search, how many queries have a right move among the first five, and as the first."""
    for path in lists:
        queries = read_queries(path)
        print(f"\n{path.name}: {len(queries)} queries{'':<17} in the first five   first")
        for search in searches:
            places = [
                next((place for place, move in enumerate(search.find(typed)) if is_right(move, right)), None)
                for typed, right in queries
            ]
            five = sum(place is not None and place < 5 for place in places)
            print(f"  {search.name:<40} {five:>17} {places.count(0):>7}")
            if show_misses and search is searches[0]:
                for (typed, _), place in zip(queries, places, strict=True):
                    if place != 0:
                        print(f"    {'not found' if place is None else f'place {place + 1}'}: {typed}")


def time_letters(page: Page, queries: Sequence[Query]) -> None:
    """Prints how long the page takes for a letter: the least of several runs for each, since others use the machine."""
    runs = []
    for run in range(RUNS):
        if run:
            page.reload()
        runs.append([ms for typed, _ in queries for ms in page.evaluate(TYPE, typed)])
    least = sorted(map(min, zip(*runs, strict=True)))
    median, slow = (least[int(len(least) * share)] for share in (0.5, 0.95))
    print(f"{len(least)} letters: half of them within {median:.1f} ms, 95 of 100 within {slow:.1f} ms")


def open_page(browser: Browser, path: Path) -> Page:
    """A page from the disk."""
    page = browser.new_page()
    page.goto(path.resolve().as_uri())
    return page


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("queries", nargs="*", type=Path, default=LISTS)
    parser.add_argument("--page", type=Path, default=HERE.parent / "site" / "toolbox" / "index.html")
    parser.add_argument("--moves", type=int, help="measure the time a letter takes over as many moves")
    parser.add_argument("--ours", action="store_true", help="leave out the others")
    parser.add_argument("--misses", action="store_true", help="print our misses")
    options = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        if options.moves:
            crowd = write_crowd(options.page, Path(folder), options.moves)
            print(f"{options.moves} moves: ", end="")
            time_letters(open_page(browser, crowd), read_queries(options.queries[0]))
        else:
            page = open_page(browser, options.page)
            moves = read_moves(options.page)
            others = [] if options.ours else [minisearch(browser, moves), material(browser, moves, Path(folder))]
            compare([waypost(page), *others], options.queries, options.misses)
            print(f"\n{len(moves)} moves: ", end="")
            time_letters(page, read_queries(options.queries[0]))
        browser.close()


if __name__ == "__main__":
    main()
