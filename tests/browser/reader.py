"""Somebody who opens a link in a browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, Request, expect

from browser.built import Link
from browser.device import is_changed, watch
from browser.host import Host

PATIENCE = 20_000
WATCH_POLICY = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI))"""
FORGET = "() => { try { localStorage.clear() } catch { /* Where it is refused, nothing was kept. */ } }"
# Playwright looks for what is to come after 20, 70, 170, 270 and 770 ms; the page itself sees it come.
# Some tests let setTimeout stand still.
STANDS = """(one) => {
  const { width, height } = one.getBoundingClientRect();
  return width > 0 && height > 0 && one.checkVisibility({ visibilityProperty: true });
}"""
COMES = f"""([selector, patience]) => new Promise((end) => {{
  const stands = {STANDS};
  const look = () => {{
    if (![...document.querySelectorAll(selector)].some(stands)) return;
    watch.disconnect();
    end(true);
  }};
  const watch = new MutationObserver(look);
  watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
  AbortSignal.timeout(patience).addEventListener("abort", () => end(false));
  look();
}})"""
DRAWN = f"""async (patience) => {{
  const stands = {STANDS}, pictures = () => [...document.querySelectorAll("main img[data-state]")];
  for (const place of pictures().flatMap((one, place) => (stands(one) ? [place] : []))) {{
    pictures()[place].scrollIntoView({{ block: "center", behavior: "instant" }});
    const drawn = await new Promise((end) => {{
      const look = () => {{
        if (pictures()[place]?.dataset.state !== "ready") return;
        watch.disconnect();
        end(true);
      }};
      const watch = new MutationObserver(look);
      watch.observe(document, {{ subtree: true, childList: true, attributeFilter: ["data-state"] }});
      AbortSignal.timeout(patience).addEventListener("abort", () => end(false));
      look();
    }});
    if (!drawn) return false;
  }}
  return true;
}}"""
STATES = "pictures => pictures.map((one) => `${one.dataset.state}: ${one.alt}`)"
expect.set_options(timeout=PATIENCE)


def new_tab(browser: Browser, options: dict[str, Any]) -> Page:
    """A tab in an empty profile, with options of Playwright's contexts. What is done to it is watched."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH_POLICY)
    page = context.new_page()
    watch(page)
    return page


@dataclass
class Reader:
    """A reader before a tab. `complaints` are what the browser wrote into its console."""

    page: Page
    host: Host
    below: str
    complaints: list[str] = field(default_factory=list)
    forgiven: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", self._note_error)

    @property
    def is_as_it_was(self) -> bool:
        """Whether nothing was done to the tab that another reader would notice."""
        return not is_changed(self.page)

    @property
    def context(self) -> BrowserContext:
        """The profile that the tab belongs to."""
        return self.page.context

    def leave(self) -> None:
        """Leaves the tab for another reader, with nothing kept."""
        if self.page.url.startswith("http"):
            self.page.evaluate(FORGET)
        self.page.goto("about:blank")
        self.page.unroute_all(behavior="ignoreErrors")
        self.page.remove_listener("request", self._note_request)
        self.page.remove_listener("console", self._note_message)
        self.page.remove_listener("pageerror", self._note_error)

    def _note_request(self, request: Request) -> None:
        self.fetched.append(request.url)

    def _note_error(self, error: Error) -> None:
        self.complaints.append(f"error: {error}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def hears(self, pattern: str) -> None:
        """Waits until the browser has complained of something."""
        end = time.monotonic() + PATIENCE / 1000
        while not any(re.search(pattern, complaint) for complaint in self.complaints):
            assert time.monotonic() < end, f"nothing like {pattern} among {self.complaints}"
            self.page.wait_for_timeout(30)

    def forgive(self, pattern: str) -> None:
        """Lets pass what the browser itself says of a fault that the test made."""
        self.hears(pattern)
        self.forgiven.append(pattern)

    def unforgiven(self) -> list[str]:
        """The complaints that no fault of the test's accounts for."""
        return [
            complaint
            for complaint in self.complaints
            if not any(re.search(pattern, complaint) for pattern in self.forgiven)
        ]

    def strangers(self) -> list[str]:
        """The requests that went to anybody but the school's host."""
        return [url for url in self.fetched if not url.startswith((f"{self.host.origin}/", "blob:", "about:"))]

    def address(self, link: Link, route: str = "", secret: str | None = None) -> str:
        """The link's address on this reader's host; `route` such as `goals/goal-one`."""
        secret = link.secret if secret is None else secret
        fragment = "/".join(filter(None, (secret, route)))
        return f"{self.host.origin}{self.below}/{link.path}" + (f"#{fragment}" if fragment else "")

    def visit(self, link: Link, route: str = "", secret: str | None = None) -> None:
        """Opens an address anew, as from a message."""
        address = self.address(link, route, secret)
        # Only another fragment would be no visit.
        if self.page.url.partition("#")[0] == address.partition("#")[0]:
            self.page.goto("about:blank")
        self.page.goto(address)

    def open(self, link: Link, route: str = "") -> None:
        """Opens a link and waits for the portfolio."""
        self.visit(link, route)
        self.sees_portfolio()

    def sees_portfolio(self, page: str | None = None) -> None:
        """Waits for the portfolio, or for one page of it."""
        self.sees("[data-waypost=portfolio]")
        if page:
            self.sees(f"main.page[data-page={page}]")

    def sees(self, selector: str) -> None:
        """Waits until something can be seen on the page that the CSS selector fits."""
        try:
            came = self.page.evaluate(COMES, [selector, PATIENCE])
        except Error:
            # The page was left for another meanwhile.
            came = False
        if not came:
            expect(self.page.locator(selector).filter(visible=True).first).to_be_visible()

    def sees_locked(self, reason: str) -> str:
        """Waits for a page that opened nothing, and gives the words of help on it."""
        page = f"[data-waypost=locked] main[data-reason={reason}]"
        self.sees(page)
        return self.page.locator(page).get_by_role("alert").inner_text()

    def waits_for_the_fallback(self) -> None:
        """Lets the moment pass after which words stand there for browsers without the script."""
        self.page.evaluate("document.getAnimations().forEach((one) => one.finish())")

    def sees_nothing_of(self, name: str) -> None:
        """Looks for the name, and for any part of a portfolio, in everything that the page holds."""
        parts = self.page.locator("[data-waypost=portfolio], nav, [data-page], [data-audience], [data-media]")
        expect(parts).to_have_count(0)
        assert name not in self.page.content()
        assert name not in self.page.title()

    def slugs(self) -> list[str]:
        """The pages that the contents name, but for the one that only finds things on the others."""
        links = self.page.locator("nav.contents a:not([data-slug=find])")
        marks = links.evaluate_all("links => links.map((link) => link.hash.split('/')[1])")
        return [str(mark) for mark in marks]

    def turn_to(self, slug: str) -> None:
        """Goes to a page as a touch on its name in the contents does, wherever the contents are."""
        self.contents(slug).evaluate("link => link.click()")
        self.sees_portfolio(slug)

    def contents(self, slug: str) -> Locator:
        """The line of the contents that leads to a page."""
        return self.page.locator(f"nav.contents a[href$='/{slug}']")

    def sees_pictures(self) -> None:
        """Brings every picture of the page near and waits until it is drawn."""
        assert self.page.evaluate(DRAWN, PATIENCE), self.page.locator("main:visible img[data-state]").evaluate_all(
            STATES
        )

    def plays_everything(self) -> None:
        """Asks for every recording and film of the page, and waits until each has its player."""
        buttons = self.page.locator("main [data-state=waiting] button")
        buttons.evaluate_all("all => all.forEach((one) => one.click())")
        waiting = "main :is([data-state=waiting] button, [data-state=opening], :is(audio, video)[hidden])"
        self.until(f"!document.querySelector('{waiting}')")

    def until(self, script: str) -> Any:
        """Asks until `script` is true: the page's policy forbids Playwright's own way of waiting."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            found = self.page.evaluate(script)
            if found:
                return found
            time.sleep(0.03)
        raise AssertionError(f"never came true: {script}")


Read = Callable[..., Reader]
"""The fixture `read`: makes a reader; takes options of Playwright's contexts, and `fresh` for an empty profile."""
