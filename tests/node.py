"""Scripts that Node runs: our modules at work without a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


def told_by(script: Path) -> dict[str, Any]:
    """What `script` says on its standard output, in JSON. Fails with what it says of its errors."""
    done = subprocess.run(["node", str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
