"""How smoothly a gallery of pictures scrolls on a slow phone, in Chromium at a quarter of its speed. Prints JSON.

    python benchmarks/gallery.py [--pictures 200] [--slowdown 4] [--runs 3] [--way evidence/by_kind]

A frame is what lies between two turns of the page's own thread; the screen itself scrolls beside it. 17 ms is as
smooth as a screen can be. The `clock` tells what passed, and on a busy machine that is mostly waiting; `cost` is what
the thread needed of the processor at full speed, times the slowdown.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from frames import frame_costs
from pictures import write_picture
from visits import KEPT, build_school, opened_browser, opened_page

WATCH = """() => {
  window.frames_ = []; window.long_ = []; window.shift_ = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.long_.push(one.duration) })
    .observe({ type: "longtask" });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift_ += one.value })
    .observe({ type: "layout-shift" });
  let last = performance.now();
  const turn = (now) => { window.frames_.push(now - last); last = now; window.turning = requestAnimationFrame(turn) };
  window.turning = requestAnimationFrame(turn);
}"""
WATCHED = """() => { cancelAnimationFrame(window.turning);
  return { frames: window.frames_.slice(2), long: window.long_, shift: window.shift_ } }"""
OPEN = "() => document.querySelectorAll('main img[src]').length"
SWIPE = 700
"""How far one swipe goes, in pixels, and how far in a second."""
SPEED = 2000
FARTHEST = 20_000
SMOOTH = 34
"""Milliseconds: two turns of a screen."""


def scroll_once(browser: Browser, root: Path, link: str, way: str, slowdown: float) -> tuple[dict[str, Any], bytes]:
    """Swipes through the gallery from its top to its end; tells of the frames, with a trace at full speed alone."""
    with opened_page(browser, root, link, way) as page:
        page.wait_for_selector("main img[data-state=ready]")
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.wait_for_timeout(1500)
        height = page.evaluate("document.documentElement.scrollHeight - innerHeight")
        if slowdown == 1:
            browser.start_tracing(page=page)
        page.evaluate(WATCH)
        most = 0
        for _ in range(0, min(height, FARTHEST), SWIPE):
            gesture = {"x": 195, "y": 500, "yDistance": -SWIPE, "speed": SPEED, "gestureSourceType": "mouse"}
            session.send("Input.synthesizeScrollGesture", gesture)
            most = max(most, page.evaluate(OPEN))
        told: dict[str, Any] = page.evaluate(WATCHED)
        trace = browser.stop_tracing() if slowdown == 1 else b""
        page.wait_for_timeout(1000)
        told |= {"reached": reached(page, height), "open_at_most": most, "open_in_the_end": page.evaluate(OPEN)}
        return told, trace


def reached(page: Page, height: int) -> float:
    """How much of the page the swipes went through."""
    return round(float(page.evaluate("scrollY")) / height, 2)


def spread(frames: Sequence[float], times: float = 1) -> dict[str, float]:
    """Some hundred frames in a few figures, in milliseconds."""
    ordered = [one * times for one in sorted(frames)]
    at = {f"p{share}": ordered[min(len(ordered) - 1, len(ordered) * share // 100)] for share in (50, 95, 99)}
    late = sum(1 for one in ordered if one > SMOOTH) / len(ordered)
    return {name: round(value, 1) for name, value in at.items()} | {
        "longest": round(ordered[-1], 1),
        "over_34_ms": round(late, 3),
    }


def summary(told: dict[str, Any]) -> dict[str, Any]:
    """One run by the clock."""
    rest = {name: told[name] for name in ("reached", "open_at_most", "open_in_the_end")}
    shift = round(told["shift"], 4)
    return spread(told["frames"]) | {"long_tasks": len(told["long"]), "layout_shift": shift, **rest}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pictures", type=int, default=200)
    parser.add_argument("--slowdown", type=float, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--way", default="evidence/by_kind", help="evidence is the page that shows them one by one")
    options = parser.parse_args()
    names = [f"picture-{number}.jpg" for number in range(options.pictures)]
    evidence = [
        {"id": f"piece-{number}", "file": name, "title": f"Picture {number}", "alt": "Colours", "date": "2026-03-01"}
        for number, name in enumerate(names)
    ]
    # Something of another kind makes for a gallery by kind.
    evidence.append({"id": "note", "link": "https://example.org/", "title": "A page"})

    def make_files(folder: Path) -> None:
        for name in names:
            write_picture(folder / name, name)

    root = KEPT / f"gallery-{options.pictures}"
    link = build_school(root, evidence, make_files)
    with opened_browser() as browser:
        _, trace = scroll_once(browser, root, link, options.way, 1)
        runs = [
            summary(scroll_once(browser, root, link, options.way, options.slowdown)[0]) for _ in range(options.runs)
        ]
    told = {
        "pictures": options.pictures,
        "way": options.way,
        "slowdown": options.slowdown,
        "cost": spread(frame_costs(trace), options.slowdown),
        "clock": min(runs, key=lambda run: run["p95"]),
        "runs": runs,
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
