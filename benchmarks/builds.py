"""Both builds of a school: Waypost cold, with nothing changed and with one learner changed; the peer cold."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from measuring import Cost, measure, weigh
from peers import prepare_peer, write_peer
from plans import Plan
from schools import change_sentence, write_learner, write_school

WAYPOST = str(Path(sys.executable).with_name("waypost"))
LARGE = 100


@dataclass(frozen=True)
class Bench:
    """What is measured: these learners, each with so many pictures and for so many audiences, written into `folder`,
    every case `runs` times.
    """

    plans: Sequence[Plan]
    images: int
    audiences: int
    folder: Path
    runs: int


def measure_waypost(bench: Bench) -> dict[str, Any]:
    """Builds the school with Waypost in each case. Raises RuntimeError where a build fails."""
    tell(f"writing {len(bench.plans)} learners")
    school, small = bench.folder / "waypost", bench.folder / "waypost-warm"
    _write_school(small, bench.plans[:1], 0, bench.audiences)
    sizes = _write_school(school, bench.plans, bench.images, bench.audiences)
    build = [WAYPOST, "build"]
    measure(build, small)
    runs: dict[str, list[Cost]] = {"cold": [], "unchanged": [], "one_changed": []}
    for number in range(1 if len(bench.plans) > LARGE else bench.runs):
        tell(f"Waypost cold, run {number + 1}")
        shutil.rmtree(school / "site", ignore_errors=True)
        shutil.rmtree(school / ".cache", ignore_errors=True)
        runs["cold"].append(measure(build, school))
    tell("Waypost with nothing changed, then with one learner changed")
    for _ in range(bench.runs):
        runs["unchanged"].append(measure(build, school))
    for number in range(bench.runs):
        change_sentence(school, bench.plans[len(bench.plans) // 2], f"This is sentence {number} that came later.")
        runs["one_changed"].append(measure(build, school))
    return {**_figures(runs, school / "site"), "text_bytes_a_learner": round(sum(sizes) / len(sizes))}


def measure_peer(bench: Bench, environment: Path, navigation: str, seed: int) -> dict[str, Any]:
    """Builds the same text with the peer, cold. Raises RuntimeError where a build fails."""
    tell("preparing the peer")
    build = [str(prepare_peer(environment)), "build", "--quiet"]
    school, small = bench.folder / "peer", bench.folder / "peer-warm"
    write_peer(small, bench.plans[:1], navigation, seed)
    write_peer(school, bench.plans, navigation, seed)
    measure(build, small)
    tell(f"peer cold, {8 * len(bench.plans)} pages")
    return {"navigation": navigation, **_figures({"cold": [measure(build, school)]}, school / "site")}


def tell(message: str) -> None:
    """Says how far it is, beside the figures and not among them."""
    print(message, file=sys.stderr, flush=True)


def _write_school(folder: Path, plans: Sequence[Plan], images: int, audiences: int) -> list[int]:
    write_school(folder)
    measure([WAYPOST, "keys", "new"], folder)
    return [write_learner(folder, plan, images, audiences) for plan in plans]


def _figures(runs: dict[str, list[Cost]], site: Path) -> dict[str, Any]:
    def middle(value: Callable[[Cost], float]) -> dict[str, float]:
        return {name: round(median(map(value, costs)), 3) for name, costs in runs.items()}

    return {
        "seconds": middle(lambda cost: cost.seconds),
        "cpu_seconds": middle(lambda cost: cost.cpu),
        "peak_memory_mib": round(max(cost.memory for costs in runs.values() for cost in costs), 1),
        **asdict(weigh(site)),
    }
