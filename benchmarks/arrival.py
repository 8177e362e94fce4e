"""How long a family waits from a touch on a link to the first screen, on a slow phone. Prints JSON.

    python benchmarks/arrival.py [--site site] [--runs 5] [--slowdown 4]

Each visit is a first one: nothing is in the browser's store. The phone is Chromium at a quarter of its speed; its
network brings 1.6 Mbit a second, and every answer takes 150 ms. The host packs by gzip, as web hosts do. A visit ends
with the second frame after the portfolio is there: its words can be read. `timeline` is that of the middle visit: each
file that was fetched until then, and the milliseconds at which it was asked for and at which it was there. Needs
`make site`.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import re
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from visits import PHONE, opened_browser

BITS, LATENCY = 1_600_000, 150
PACKED = (".html", ".js", ".css", ".json", ".svg")
WATCH = """{
  window.shift_ = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift_ += one.value })
    .observe({ type: "layout-shift", buffered: true });
  const look = () => {
    if (window.arrived_ || !document.querySelector("[data-waypost=portfolio] h1")) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.arrived_ = performance.now() }));
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-waypost"] });
}"""
TIMELINE = """() => performance.getEntriesByType("resource").filter((one) => one.startTime < window.arrived_)
  .map((one) => [one.name, Math.round(one.startTime), Math.round(one.responseEnd)])"""
WEIGHT = """() => performance.getEntriesByType("resource").reduce((sum, one) => sum + one.transferSize, 0)
  + performance.getEntriesByType("navigation")[0].transferSize"""


class _Packing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content, packed = path.read_bytes(), path.suffix in PACKED
        content = gzip.compress(content) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def running_host(folder: Path) -> Iterator[str]:
    """The address of a host that serves `folder`, for as long as the block lasts."""
    handler = functools.partial(_Packing, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def family_links(site: Path) -> dict[str, str]:
    """The way and secret of each family's link, by learner, below the site's address."""
    command = [str(Path(sys.executable).with_name("waypost")), "links", "--format", "json"]
    rows = json.loads(subprocess.run(command, cwd=site.parent, check=True, capture_output=True, text=True).stdout)
    return {
        row["student"]: "p/" + row["url"].partition("/p/")[2]
        for row in rows
        if row["audience"] == "family" and not row.get("passphrase")
    }


def visit_once(browser: Browser, address: str, slowdown: float) -> dict[str, Any]:
    """Milliseconds until the first screen, its layout shift, what was fetched for it, and how many bytes that was."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    rate = BITS / 8
    limits = {"offline": False, "latency": LATENCY, "downloadThroughput": rate, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", limits)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    # The page's policy forbids waiting for a function of ours inside it.
    while not (arrived := page.evaluate("window.arrived_ ?? 0")):
        page.wait_for_timeout(50)
    weight, timeline = page.evaluate(WEIGHT), page.evaluate(TIMELINE)
    page.wait_for_timeout(3000)
    shift = page.evaluate("window.shift_")
    context.close()
    return {"milliseconds": arrived, "bytes": weight, "layout_shift": shift, "timeline": timeline}


def _short(url: str) -> str:
    """The name of a file, without the digest that a build puts into it, and of a sealed one what tells it apart."""
    name = re.sub(r"-[0-9a-f]{10}(?=\.)", "", url.rpartition("/")[2])
    return re.sub(r"^([0-9a-f]{6})[0-9a-f]{26}", r"\1", name)


def measure(site: Path, runs: int, slowdown: float) -> dict[str, Any]:
    """The middle of `runs` visits to each family's link of the school that was built in `site`."""
    found = {}
    with running_host(site) as origin, opened_browser() as browser:
        for student, way in family_links(site).items():
            visits = [visit_once(browser, f"{origin}/{way}", slowdown) for _ in range(runs)]
            visits.sort(key=lambda each: each["milliseconds"])
            middle = visits[len(visits) // 2]
            found[student] = {
                "milliseconds": round(statistics.median(each["milliseconds"] for each in visits)),
                "slowest": round(visits[-1]["milliseconds"]),
                "bytes": visits[0]["bytes"],
                "layout_shift": round(max(each["layout_shift"] for each in visits), 4),
                "timeline": {_short(name): [asked, here] for name, asked, here in middle["timeline"]},
            }
    return {"slowdown": slowdown, "megabits": BITS / 1e6, "latency": LATENCY, "families": found}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--slowdown", type=float, default=4)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.site.resolve(), asked.runs, asked.slowdown), indent=2))
