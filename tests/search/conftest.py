"""The browser's own modules that find words, run by Node, so that hundreds of texts can go through them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def ask() -> Iterator[Ask]:
    """Asks the modules for something: an action of seeker.mjs and what it needs."""
    command = ["node", str(Path(__file__).with_name("seeker.mjs"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        into, out = node.stdin, node.stdout
        assert into
        assert out

        def do(action: str, **values: Any) -> Any:
            into.write(f"{json.dumps({'action': action, **values})}\n")
            into.flush()
            return json.loads(out.readline())

        yield do
        into.close()
