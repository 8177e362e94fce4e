"""A device on which the toolbox is opened, and which another test may take up again."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Browser, Error, Page

DONE = "done_to_it"
LASTING = ("add_init_script", "route")
"""What a test may do to a page that stays when it goes on to another, and cannot be taken back."""


def watch_lasting(page: Page, acts: tuple[str, ...]) -> None:
    """Lets `is_changed` know of each of these methods that is called on `page`."""
    done: list[str] = []

    def noting(name: str, act: Any) -> Any:
        def noted(*args: Any, **options: Any) -> Any:
            done.append(name)
            return act(*args, **options)

        return noted

    for name in acts:
        setattr(page, name, noting(name, getattr(page, name)))
    setattr(page, DONE, done)


def is_changed(page: Page) -> bool:
    """Whether one of the methods was called that `watch_lasting` was asked to watch."""
    return bool(getattr(page, DONE))


class Device:
    """One page in a profile of its own, with options of a context; its clock stands at `clock`, if given."""

    def __init__(self, browser: Browser, options: dict[str, Any], clock: str) -> None:
        self.page: Page = browser.new_context(**options).new_page()
        self._clock = clock
        if clock:
            self.page.clock.set_fixed_time(clock)
        self._scheme = options.get("color_scheme", "light")
        self._motion = options.get("reduced_motion", "no-preference")
        self._viewport = self.page.viewport_size
        watch_lasting(self.page, LASTING)

    def is_left_clean(self, address: str) -> bool:
        """Goes to a page without scripts and forgets everything that was kept; False where something may stay."""
        if is_changed(self.page) or self.page.is_closed() or len(self.page.context.pages) > 1:
            return False
        try:
            # A form keeps its draft when its page is left, so nothing is forgotten before.
            self.page.goto(address)
            self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
            self.page.emulate_media(media="null", color_scheme=self._scheme, reduced_motion=self._motion)
            if self._viewport:
                self.page.set_viewport_size(self._viewport)
            if self._clock:
                self.page.clock.set_fixed_time(self._clock)
                return True
            now: float = self.page.evaluate("Date.now()")
        except Error:
            return False
        # Playwright's clock cannot be taken out of a page again.
        return abs(now / 1000 - time.time()) < 60
