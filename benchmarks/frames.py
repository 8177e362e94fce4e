"""What each frame of a page costs its thread, from a trace of Chromium: the same whatever else the machine does."""

from __future__ import annotations

import json
from bisect import bisect
from collections import Counter
from typing import Any

TASK = "ThreadControllerImpl::RunTask"
FRAME = "FireAnimationFrame"


def frame_costs(trace: bytes) -> list[float]:
    """Milliseconds of the processor that the busiest page's own thread needed for each frame, least first.

    The page has to ask for frames all the time. `trace` is what Playwright's `stop_tracing` gives.
    """
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    named = {
        (one["pid"], one["tid"])
        for one in events
        if one.get("name") == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    ours = [one for one in events if (one["pid"], one["tid"]) in named]
    tasks = [one for one in ours if one["name"] == TASK and one.get("ph") == "X"]
    busy: Counter[tuple[int, int]] = Counter()
    for one in tasks:
        busy[one["pid"], one["tid"]] += one.get("tdur", 0)
    (thread, _), *_ = busy.most_common(1)
    starts = sorted(one["ts"] for one in ours if one["name"] == FRAME and (one["pid"], one["tid"]) == thread)
    costs = [0.0] * (len(starts) + 1)
    for one in tasks:
        if (one["pid"], one["tid"]) == thread:
            costs[bisect(starts, one["ts"] + one.get("dur", 0))] += one.get("tdur", 0) / 1000
    return sorted(costs[1:-1])
