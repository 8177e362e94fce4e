"""A school of one learner, built and served, and a phone that opens it: for what is measured in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from schools import write_school, write_yaml

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tests"))
from browser.host import running_host  # noqa: E402 (the same host that the tests have)

KEPT = HERE.parent / ".cache" / "benchmarks"
"""What is made once: pictures and films, and what a build makes of them."""
FOLDER = "ada"
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


def build_school(root: Path, evidence: Sequence[dict[str, Any]], make_files: Callable[[Path], None]) -> str:
    """Builds a school in `root`, with one learner who shows `evidence`; returns the family's link.

    `make_files` writes the files of the evidence into a folder, and is asked only the first time.
    """
    if not (root / ".ready").exists():
        shutil.rmtree(root, ignore_errors=True)
        write_school(root)
        files = root / "portfolios" / FOLDER / "evidence"
        files.mkdir(parents=True)
        make_files(files)
        _run(root, "keys", "new")
        (root / ".ready").touch()
    write_yaml(root / "portfolios" / FOLDER / "plp.yml", {"plan": {"name": "Ada"}, "evidence": list(evidence)})
    _run(root, "build", "--strict", "--today", "2026-11-22")
    rows = json.loads(_run(root, "links", "--format", "json"))
    return str(next(row["url"] for row in rows if row["audience"] == "family"))


def _run(root: Path, *words: str) -> str:
    command = [str(Path(sys.executable).with_name("waypost")), *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"waypost {words[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


@contextmanager
def opened_browser(*flags: str) -> Iterator[Browser]:
    """Chromium for as long as the block lasts, with `flags` of its own."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", *flags])
        yield browser
        browser.close()


@contextmanager
def opened_page(browser: Browser, root: Path, link: str, route: str) -> Iterator[Page]:
    """A page of the portfolio that `link` opens, on a phone, for as long as the block lasts."""
    path, _, secret = link.partition("/p/")[2].partition("#")
    with running_host(root / "site") as host:
        context = browser.new_context(**PHONE)
        page = context.new_page()
        page.goto(f"{host.origin}/p/{path}#{secret}/{route}")
        page.wait_for_selector("[data-waypost=portfolio]")
        yield page
        context.close()
