"""What every hostile file of the tests gets, in how many seconds and with how much memory: a table in Markdown.

Each is built as the one bad file beside a good one, in a process of its own. The memory is that of the largest
process: the one that builds, or the workroom that it starts. In the end stands how many files broke a limit:
30 seconds, 1 GiB, or a good file that was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from media.hostile import hostile_files  # noqa: E402
from media.pictures import portfolio_of  # noqa: E402
from media.specimens import RECORDINGS  # noqa: E402
from waypost.media import build_media  # noqa: E402
from waypost.model.media import MediaSet  # noqa: E402

MOST_SECONDS, MOST_MEMORY = 30.0, 1024.0


@dataclass(frozen=True)
class Row:
    """What one file got; `whole` says whether the good file beside it was built."""

    what: str
    name: str
    got: str
    whole: bool
    seconds: float
    memory: float

    @property
    def is_within(self) -> bool:
        """Whether it kept every limit."""
        return self.whole and self.seconds <= MOST_SECONDS and self.memory <= MOST_MEMORY


def apart(work: Callable[[], object]) -> tuple[object, float]:
    """Does `work` in a process of its own; gives what came of it and the memory of the largest process, in MiB."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        with os.fdopen(write, "w") as pipe:
            json.dump(work(), pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        answer = pipe.read()
    _, _, usage = os.wait4(child, 0)
    return json.loads(answer or "null"), usage.ru_maxrss / 1024


def judge(bad: Path, good: Path, store: Path) -> tuple[str, bool]:
    """What the bad file got, and whether the good one was built."""
    media, problems = build_media(portfolio_of(bad=bad, good=good), store, lambda path: path.name)
    told = "; ".join(f"{problem.severity}: {problem.message}" for problem in problems)
    shown = described(media["bad"]) if "bad" in media else ""
    return " · ".join(filter(None, (shown, told))), "good" in media


def described(one: MediaSet) -> str:
    """In which form a file is published."""
    if one.kind == "image":
        return "a moving picture, drawn anew" if one.moving else "a picture, drawn anew"
    if one.pages:
        return f"{len(one.pages.sheets)} pages as pictures, the cleaned file to download"
    if one.kind in ("video", "audio"):
        return "played, cleaned"
    return "read in the page, and to download" if one.preview else "to download"


def measure(what: str, name: str, make: Callable[[], bytes], folder: Path) -> Row:
    """One row of the table."""
    bad, good = folder / name, folder / "good.flac"
    apart(lambda: bad.write_bytes(make()))
    shutil.copy(RECORDINGS / "voice.flac", good)
    begun = time.monotonic()
    answer, memory = apart(lambda: judge(bad, good, folder / "store"))
    seconds = time.monotonic() - begun
    got, whole = answer if isinstance(answer, list) else ("the process ended", False)
    return Row(what, f"{bad.suffix}, {sized(bad.stat().st_size)}", str(got), bool(whole), seconds, memory)


def sized(count: int) -> str:
    """Bytes, as people say them."""
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{count / 1e3:.1f} kB"


def main() -> None:
    """Prints the table; fails where a limit was broken."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--only", default="", help="words in the description of the files to measure")
    only = parser.parse_args().only
    rows = []
    print("| File | Kind and size | What it got | Seconds | MiB |\n|---|---|---|---:|---:|")
    for what, (name, make) in hostile_files().items():
        if only not in what:
            continue
        with tempfile.TemporaryDirectory() as folder:
            row = measure(what, name, make, Path(folder))
        rows.append(row)
        got = row.got.replace("|", "\\|").replace("\n", " ")
        print(f"| {row.what} | {row.name} | {got} | {row.seconds:.1f} | {row.memory:.0f} |", flush=True)
    broken = [row.what for row in rows if not row.is_within]
    slowest, largest = max(row.seconds for row in rows), max(row.memory for row in rows)
    print(f"\n{len(rows)} files, at most {slowest:.1f} s and {largest:.0f} MiB; {len(broken)} broke a limit. {broken}")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
