"""Whether a long film opens on a phone with little memory: a sealed one of 200 MB, in Chromium. Prints JSON.

    python benchmarks/film.py [--megabytes 200] [--heap 128]

Chromium's scripts get a heap of `--heap` MiB. What is told is the most memory that the page's process and the
browser's own had in hand while the film was opened and played, beside what they had before.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from playwright.sync_api import Browser

from visits import KEPT, build_school, opened_browser, opened_page

RATE = 25
SHAPE = (640, 360)
PATTERN = 50
"""Frames that differ; the film shows them again and again."""
HEAP = "() => performance.memory.usedJSHeapSize"
PLAYING = "() => { const film = document.querySelector('main video'); return film && film.currentTime > 0.5 }"
FAILED = "() => document.querySelector('main .media-play')?.dataset.state === 'failed'"


def write_film(path: Path, size: int) -> None:
    """Writes an H.264 film of about `size` bytes that browsers play: noise, which cannot be packed."""
    chance = random.Random(1)
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as film:
        stream = film.add_stream("libx264", rate=RATE, options={"preset": "ultrafast", "crf": "1", "g": str(PATTERN)})
        stream.width, stream.height = SHAPE
        stream.pix_fmt = "yuv420p"
        frames = []
        for _ in range(PATTERN):
            frame = av.VideoFrame(*SHAPE, format="yuv420p")
            for plane in frame.planes:
                plane.update(chance.randbytes(plane.buffer_size))
            frames.append(frame)
        written = number = 0
        while written < size:
            frame = frames[number % PATTERN]
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            number += 1
            for packet in stream.encode(frame):
                written += packet.size
                film.mux(packet)
        film.mux(stream.encode(None))


@dataclass
class Memory:
    """The most memory of each sort of process, in MiB, while somebody watches."""

    most: dict[str, float] = field(default_factory=dict)

    def note(self) -> None:
        """Looks once at every process of Chromium that is below this one."""
        for kind, held in memory_now().items():
            self.most[kind] = max(self.most.get(kind, 0), held)


def memory_now() -> dict[str, float]:
    """What the processes of our Chromium hold in memory that is no file's, by sort, in MiB."""
    parents: dict[int, int] = {}
    processes: dict[int, tuple[str, float]] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            command = (folder / "cmdline").read_text()
            lines = (folder / "status").read_text().splitlines()
        except OSError:
            continue
        status = dict(line.split(":", 1) for line in lines)
        parents[int(folder.name)] = int(status["PPid"])
        if "chromium" in command:
            kind = re.search("--type=([a-z-]+)", command)
            held = sum(int(status.get(name, "0 kB").split()[0]) for name in ("RssAnon", "RssShmem")) / 1024
            processes[int(folder.name)] = (KINDS.get(kind[1], "other") if kind else "browser", held)
    found: dict[str, float] = {}
    for id_, (kind_, held) in processes.items():
        above = id_
        while above > 1 and above != os.getpid():
            above = parents.get(above, 0)
        if above == os.getpid():
            found[kind_] = max(found.get(kind_, 0), held)
    return found


KINDS = {"renderer": "page"}


@contextmanager
def watched() -> Iterator[Memory]:
    """Looks at the memory fifty times a second, for as long as the block lasts."""
    memory = Memory()
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.02):
            memory.note()

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield memory
    finally:
        done.set()
        thread.join()


def open_film(browser: Browser, root: Path, link: str) -> dict[str, Any]:
    """Opens the film of the portfolio as a reader does, and tells what it took."""
    with opened_page(browser, root, link, "evidence") as page:
        page.wait_for_timeout(1000)
        before = memory_now()
        heap = 0
        with watched() as memory:
            start = time.monotonic()
            page.locator("main .media-play button").click()
            while not page.evaluate(PLAYING) and not page.evaluate(FAILED) and time.monotonic() < start + 180:
                heap = max(heap, page.evaluate(HEAP))
                time.sleep(0.1)
            seconds = time.monotonic() - start
        failed = page.evaluate(FAILED)
        # Leaving the page gives it back.
        page.evaluate("location.hash = location.hash.replace('/evidence', '/')")
        page.wait_for_timeout(1500)
        page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(1500)
        after = memory_now()
        return {
            "plays": not failed,
            "said": page.locator("main .media-status").all_inner_texts() if failed else [],
            "seconds": round(seconds, 1),
            "script_heap": round(heap / 2**20, 1),
            "most": {kind: round(value) for kind, value in memory.most.items()},
            "more_than_before": {kind: round(value - before.get(kind, 0)) for kind, value in memory.most.items()},
            "more_after_leaving": {kind: round(value - before.get(kind, 0)) for kind, value in after.items()},
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--heap", type=int, default=128)
    options = parser.parse_args()
    root = KEPT / f"film-{options.megabytes}"
    evidence = [{"id": "film", "file": "film.mp4", "title": "A long film", "alt": "Noise"}]
    link = build_school(root, evidence, lambda folder: write_film(folder / "film.mp4", options.megabytes * 1_000_000))
    with opened_browser(f"--js-flags=--max-old-space-size={options.heap}") as browser:
        told = open_film(browser, root, link)
    print(json.dumps({"megabytes": options.megabytes, "heap": options.heap, **told}, indent=2))


if __name__ == "__main__":
    main()
