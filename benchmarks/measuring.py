"""What a command costs, worker processes included: seconds, processor seconds, and the most memory of one process.

Run as a command of its own (`python measuring.py waypost build`), so that the memory of whoever measures is not
counted: a process counts as at least as large as the one that started it.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Cost:
    """What one run cost. `cpu` is user and system time of all processes; `memory` the peak of the largest, in MiB."""

    seconds: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Output:
    """What a command left behind."""

    bytes: int
    files: int


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Runs `command` in `folder`. Raises RuntimeError with what it wrote where it fails."""
    own = [sys.executable, "-I", str(Path(__file__).resolve()), *command]
    done = subprocess.run(own, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return Cost(**json.loads(done.stdout))


def weigh(folder: Path) -> Output:
    """Counts the files below `folder` and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Output(sum(sizes), len(sizes))


def _run(command: Sequence[str]) -> int:
    # Worker processes that outlive the command for a moment come to this one, which then counts them too.
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    usages = [usage]
    while True:
        try:
            usages.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            break
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    cpu = sum(one.ru_utime + one.ru_stime for one in usages)
    print(json.dumps({"seconds": seconds, "cpu": cpu, "memory": max(one.ru_maxrss for one in usages) / unit}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
