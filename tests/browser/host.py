"""A web host that serves a folder and remembers everything that it was asked."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request as it reached the host."""

    path: str
    headers: str

    def holds(self, text: str) -> bool:
        """Whether `text` stands anywhere in it."""
        return text in self.path or text in self.headers


@dataclass
class Host:
    """A host that runs. `origin` has no slash at its end."""

    origin: str
    asked: list[Asked] = field(default_factory=list)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, host: Host, **named: Any) -> None:
        self.host = host
        super().__init__(*given, **named)

    def parse_request(self) -> bool:
        read = super().parse_request()
        if read:
            self.host.asked.append(Asked(self.path, str(self.headers)))
        return read

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that leaves in the middle of a file is no trouble of the host's."""


@contextmanager
def running_host(folder: Path) -> Iterator[Host]:
    """Serves `folder` on a free port for as long as the block lasts."""
    host = Host("")
    with _Server(("127.0.0.1", 0), functools.partial(_Handler, host=host, directory=str(folder))) as server:
        host.origin = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
