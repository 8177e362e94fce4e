"""A device on which the toolbox is opened, and which another test may take up again."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Browser, Error, Page

DONE = "done_to_it"
LASTING = frozenset({"add_init_script", "route"})
"""What a test may do to a page that stays when it goes on to another, and cannot be taken back."""
WORN: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 720},
    "color_scheme": "light",
    "reduced_motion": "no-preference",
}
"""Options of Playwright's contexts that a page can be given later, and what they are for a new one."""


def watch(page: Page, *more: str) -> None:
    """Lets `is_changed` know of what is done to `page` that lasts, by the methods `more` too."""
    done: list[str] = []

    def noting(name: str, act: Any) -> Any:
        def noted(*args: Any, **options: Any) -> Any:
            done.append(name)
            return act(*args, **options)

        return noted

    for name in ("add_init_script", "emulate_media", *more):
        setattr(page, name, noting(name, getattr(page, name)))
    setattr(page, DONE, done)


def is_changed(page: Page) -> bool:
    """Whether something was done to a watched page that cannot be taken back."""
    return not LASTING.isdisjoint(getattr(page, DONE))


def parted(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Options of a context: those that make it, and those that its page can be given later."""
    making = {name: value for name, value in options.items() if name not in WORN}
    return making, {name: value for name, value in options.items() if name in WORN}


def dress(page: Page, options: dict[str, Any]) -> None:
    """Gives a watched page the window and the wishes of a new one that was made with `options` of those in `WORN`."""
    wanted = {**WORN, **options}
    if page.viewport_size != wanted["viewport"]:
        page.set_viewport_size(wanted["viewport"])
    done: list[str] = getattr(page, DONE)
    if "emulate_media" in done or options.keys() - {"viewport"}:
        page.emulate_media(
            media="null",
            color_scheme=wanted["color_scheme"],
            reduced_motion=wanted["reduced_motion"],
        )
        done[:] = [name for name in done if name != "emulate_media"]
        if options.keys() - {"viewport"}:
            done.append("emulate_media")


class Device:
    """One page in a profile of its own, with options of a context; its clock stands at `clock`, if given."""

    def __init__(self, browser: Browser, options: dict[str, Any], clock: str) -> None:
        self.page: Page = browser.new_context(**options).new_page()
        self._clock = clock
        if clock:
            self.page.clock.set_fixed_time(clock)
        watch(self.page, "route")

    def is_left_clean(self, address: str) -> bool:
        """Goes to a page without scripts and forgets everything that was kept; False where something may stay."""
        if is_changed(self.page) or self.page.is_closed() or len(self.page.context.pages) > 1:
            return False
        try:
            # A form keeps its draft when its page is left, so nothing is forgotten before.
            self.page.goto(address)
            now: float = self.page.evaluate("localStorage.clear(), sessionStorage.clear(), Date.now()")
            if self._clock:
                self.page.clock.set_fixed_time(self._clock)
                return True
        except Error:
            return False
        # Playwright's clock cannot be taken out of a page again.
        return abs(now / 1000 - time.time()) < 60
