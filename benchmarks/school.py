"""A whole school beside its nearest peer, in one run: `python benchmarks/school.py --learners 50`.

Makes a school of N learners from a seed (eight sections each, 15 to 30 KB of text; with `--images 4` as many pictures
too) in a temporary folder, builds it with `waypost build` as a school would, then builds the same text with Material
for MkDocs and mkdocs-encryptcontent-plugin (`peers.py` says how that is configured), and prints JSON. Run it with the
Python of the virtual environment that holds Waypost.

- `seconds`: by the clock. `cold`: nothing was ever built; `unchanged`: built again at once; `one_changed`: one
  sentence of one learner is new. Each is the median of `--runs` runs; more than a hundred learners are built cold once.
- `cpu_seconds`: processor time of all processes together, which tells more on a machine that others use too.
- `peak_memory_mib`: of the largest single process, over all runs. `bytes` and `files`: what would be published.

No learner has a sharing.yml, so each has a link for the family and one for the advisor. Each opens a tree of its own:
Waypost draws and seals two portfolios for a learner where the peer makes one. With `--audiences 1` each learner shares
with the family alone, so that both make one. A small build of either side comes first
and is not counted, so that neither waits for files that the system has not read yet.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import tempfile
from pathlib import Path
from typing import Any

from builds import Bench, measure_peer, measure_waypost
from peers import NAVIGATIONS
from plans import make_plan

ENVIRONMENT = Path(__file__).resolve().parents[1] / ".cache" / "benchmarks" / "peer"
WAYPOST_PARTS = ("waypost", "pyrage", "cryptography", "pydantic", "jinja2", "pillow")
PEER_PARTS = ("mkdocs", "mkdocs-material", "mkdocs-encryptcontent-plugin")


def main() -> None:
    """Measures what the arguments ask for and prints it."""
    options = _options()
    plans = [make_plan(options.seed, number, options.images) for number in range(1, options.learners + 1)]
    with tempfile.TemporaryDirectory(prefix="waypost-bench-", dir=options.folder) as name:
        bench = Bench(plans, options.images, options.audiences, Path(name), options.runs)
        waypost = measure_waypost(bench)
        peer = measure_peer(bench, ENVIRONMENT, options.peer_navigation, options.seed) if options.peer else None
    print(json.dumps(_findings(options, waypost, peer), indent=2))


def _findings(options: argparse.Namespace, waypost: dict[str, Any], peer: dict[str, Any] | None) -> dict[str, Any]:
    seconds = waypost["seconds"]
    ratios = {
        "unchanged_to_cold": round(seconds["unchanged"] / seconds["cold"], 4),
        "one_changed_minus_unchanged": round(seconds["one_changed"] - seconds["unchanged"], 3),
    }
    if peer:
        ratios["cold_to_peer"] = round(seconds["cold"] / peer["seconds"]["cold"], 4)
    return {
        "learners": options.learners,
        "images": options.images,
        "audiences": options.audiences,
        "seed": options.seed,
        "cores": os.cpu_count(),
        "waypost": waypost,
        **({"peer": peer} if peer else {}),
        "ratios": ratios,
        "versions": _versions(peer is not None),
    }


def _versions(with_peer: bool) -> dict[str, str]:
    found = {"python": platform.python_version()}
    found |= {name: importlib.metadata.version(name) for name in WAYPOST_PARTS}
    if with_peer:
        places = [str(place) for place in ENVIRONMENT.glob("lib/python*/site-packages")]
        installed = {one.name.lower(): one.version for one in importlib.metadata.distributions(path=places)}
        found |= {f"peer: {name}": installed[name] for name in PEER_PARTS}
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Builds a made-up school with Waypost and with its nearest peer.")
    parser.add_argument("--learners", type=int, default=50, help="how many learners (default 50)")
    parser.add_argument("--images", type=int, default=0, help="pictures a learner (default none; the peer gets none)")
    parser.add_argument("--audiences", type=int, choices=(1, 2), default=2, help="portfolios a learner (default 2)")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the median counts (default 3)")
    parser.add_argument("--seed", type=int, default=1, help="another number is another school (default 1)")
    parser.add_argument("--peer", action=argparse.BooleanOptionalAction, default=True, help="build the peer too")
    parser.add_argument(
        "--peer-navigation", choices=NAVIGATIONS, default=NAVIGATIONS[0], help="how the peer's readers find pages"
    )
    parser.add_argument("--folder", type=Path, help="where the temporary folder goes (default: the system's place)")
    options = parser.parse_args()
    if options.learners < 1 or options.images < 0 or options.runs < 1:
        parser.error("--learners and --runs are at least 1, --images at least 0")
    return options


if __name__ == "__main__":
    main()
