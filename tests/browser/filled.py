"""Filling in the forms of the toolbox, and handing files out of them and into them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

from browser.conftest import Visit

ASSESSMENT = "waypost-self-assessment"
"""The key under which a device keeps it."""
NOON = "2026-03-12T12:00:00"
RATERS: dict[tuple[str, str, str, str], FilePayload] = {}
KINDS = {"json": "File to open here again", "csv": "Table", "md": "Document"}


def saved(page: Page, kind: str) -> FilePayload:
    """The file that the page hands out: `kind` is json, csv or md."""
    with page.expect_download() as download:
        page.get_by_role("button", name=KINDS[kind]).click()
    path = download.value.path()
    return {"name": download.value.suggested_filename, "mimeType": "", "buffer": Path(path).read_bytes()}


def payload(name: str, content: str | bytes) -> FilePayload:
    """A file as a person would choose it."""
    return {"name": name, "mimeType": "", "buffer": content.encode() if isinstance(content, str) else content}


def choose(page: Page, files: FilePayload | list[FilePayload], button: str = "Open a saved file") -> None:
    """Presses a button and chooses files for it."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files(files)
    expect(page.locator(".notice").or_(page.locator("#comparison:not([hidden])")).first).to_be_visible()


def kept(page: Page, key: str) -> list[dict[str, Any]]:
    """The sheets that the device keeps."""
    text: str | None = page.evaluate("key => localStorage.getItem(key)", key)
    sheets: list[dict[str, Any]] = json.loads(text)["sheets"] if text else []
    return sheets


def rate(page: Page, attribute: str, level: str, evidence: str = "") -> Locator:
    section = page.locator(f"#{attribute}")
    section.get_by_role("radio", name=level).check()
    section.get_by_label("Evidence", exact=True).fill(evidence)
    return section


def rater(visit: Visit, name: str, level: str, evidence: str = "", kind: str = "json") -> FilePayload:
    """The file of a rater who sits at another device; each is filled in once."""
    who = (name, level, evidence, kind)
    if who not in RATERS:
        page = visit("self-assessment.html", clock=NOON)
        page.get_by_label("Who rates").fill(name)
        rate(page, "flexibility", level, evidence)
        RATERS[who] = saved(page, kind)
    return RATERS[who].copy()
