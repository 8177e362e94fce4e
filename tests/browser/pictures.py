"""Takes the README's pictures from the sample school as it was last built: `python tests/browser/pictures.py`."""

from __future__ import annotations

import functools
import html
import json
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

REPOSITORY = Path(__file__).parents[2]
IMAGES = REPOSITORY / "content/images"
WAYPOST = str(Path(sys.executable).with_name("waypost"))
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE = (390, 720)
DESK = (1180, 720)


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site without a line for every request."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def main() -> None:
    """Writes one picture of each user's screen below content/images."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(REPOSITORY / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    links = json.loads(said("links", "--format", "json"))
    IMAGES.mkdir(exist_ok=True)

    def address(student: str, audience: str) -> str:
        row = next(row for row in links if (row["student"], row["audience"]) == (student, audience))
        return str(row["url"]).replace("http://127.0.0.1:8000", f"http://127.0.0.1:{server.server_port}")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        family = address("yaretzi-montalvo", "family")
        take(browser, family, PHONE, "family")
        take(browser, address("tindra-pelkey", "self") + "/evidence/brook-map", DESK, "learner")
        take(browser, address("vedran-halilcevic", "advisor") + "/growth/communication", DESK, "advisor")
        take(browser, family.partition("#")[0], PHONE, "locked")
        terminal(browser)
        browser.close()


def take(browser: Browser, address: str, size: tuple[int, int], name: str) -> None:
    """One picture of what an address shows, once its pictures are there."""
    page = opened(browser, size)
    page.goto(address)
    page.locator("[data-waypost=portfolio], .locked").first.wait_for()
    page.wait_for_timeout(1500)
    # Whoever follows a link to one piece sees where the focus is; a picture is of the piece.
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=IMAGES / f"{name}.png")
    page.close()


def terminal(browser: Browser) -> None:
    """A picture of what the command line says."""
    shown = []
    with tempfile.TemporaryDirectory() as folder:
        school = Path(folder) / "our-school"
        said("init", str(school))
        plan = school / "portfolios/juniper-example/plp.yml"
        whole = plan.read_text(encoding="utf-8")
        plan.write_text(whole.replace("term: short", "term: shrot"), encoding="utf-8")
        shown.append(f"$ waypost check\n{said('check', folder=school)}")
        plan.write_text(whole, encoding="utf-8")
        shown.append(f"$ waypost build\n{said('build', folder=school)}")
    page = opened(browser, (760, 230))
    text = html.escape("\n".join(shown))
    page.set_content(
        "<body style='margin:0;background:#14213a;color:#e8ecf3'>"
        f"<pre style='font:15px/1.6 monospace;padding:24px;white-space:pre-wrap'>{text}</pre>"
    )
    page.screenshot(path=IMAGES / "school.png")


def opened(browser: Browser, size: tuple[int, int]) -> Page:
    """A fresh page of this size, at double density."""
    viewport = {"width": size[0], "height": size[1]}
    return browser.new_context(viewport=viewport, device_scale_factor=1.5).new_page()  # type: ignore[arg-type]


def said(*arguments: str, folder: Path = REPOSITORY) -> str:
    """What the command line prints."""
    result = subprocess.run([WAYPOST, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return result.stdout + result.stderr


if __name__ == "__main__":
    main()
