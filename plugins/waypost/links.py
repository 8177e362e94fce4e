"""The links of a school, worked out from the folders and the master key alone. Source: design, section 7."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from .config import Settings
from .errors import Problem
from .load.folders import list_folders
from .load.sharing import load_sharing
from .seal.link import link_for, passphrase_for
from .seal.masterkey import load_master_key
from .workshop import student_of


@dataclass(frozen=True)
class HandOut:
    """A link to hand out, with the passphrase that goes another way. Neither shows in `repr`."""

    student: str
    recipient: str
    audience: str
    url: str = field(repr=False)
    passphrase: str | None = field(default=None, repr=False)
    until: datetime.date | None = None
    published: bool = True
    """Whether there is something in the site that it opens."""


def list_links(settings: Settings, student: str | None, today: datetime.date) -> tuple[list[HandOut], list[Problem]]:
    """Every link in force on `today`, or those of one student, and the problems of sharing files."""
    master = load_master_key(settings.keys)
    links: list[HandOut] = []
    problems: list[Problem] = []
    for folder in list_folders(settings.portfolios):
        if student is not None and student_of(folder) != student:
            continue
        sharing, found = load_sharing(folder / "sharing.yml", settings.shown)
        problems += found
        for one in sharing.recipients if sharing else ():
            if one.is_active(today):
                link = link_for(master, student_of(folder), one)
                url = link.url(settings.site_url)
                phrase = passphrase_for(master, student_of(folder), one)
                there = (settings.site / link.folder).is_dir()
                links.append(HandOut(student_of(folder), one.name, one.audience.value, url, phrase, one.until, there))
    return links, problems


def as_rows(links: list[HandOut]) -> Iterator[dict[str, str]]:
    """Links as rows of plain text, without what is not there."""
    for link in links:
        row = {"student": link.student, "recipient": link.recipient, "audience": link.audience, "url": link.url}
        if link.passphrase:
            row["passphrase"] = link.passphrase
        if link.until:
            row["until"] = link.until.isoformat()
        yield row
