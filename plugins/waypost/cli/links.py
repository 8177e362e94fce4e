"""`waypost links`: the links to hand out."""

from __future__ import annotations

import datetime
import json
import sys
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePath
from shlex import quote
from urllib.parse import urlsplit

import click

from waypost.config import Settings
from waypost.errors import UsageError
from waypost.links import HandOut, as_rows, list_links
from waypost.load.folders import list_folders
from waypost.load.suggestions import did_you_mean, one_of
from waypost.workshop import student_of

from .settings import settings_of


@click.command
@click.option("--student", metavar="S", help="Only this learner: the name of the folder.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, student: str | None, form: str) -> None:
    """List the links to hand out.

    Whoever has a link sees what it shows: send each to its person alone, and a passphrase by another way.
    """
    settings = settings_of(ctx)
    # Whoever completes a path with the Tab key names the folder with what it lies in.
    wanted = unicodedata.normalize("NFC", PurePath(student).name) if student is not None else None
    known = [student_of(folder) for folder in list_folders(settings.portfolios)]
    if wanted is not None and wanted not in known:
        shown = f"{settings.shown(settings.portfolios)}/{wanted}"
        mend = did_you_mean(wanted, known) or (f": choose one of {one_of(known)}." if known else ".")
        raise UsageError(f"{shown}: there is no such folder{mend}")
    links, problems = list_links(settings, wanted, datetime.date.today())
    rows = list(as_rows(links))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for name, group in groupby(rows, key=lambda row: row["student"]):
            click.echo(click.style(name, bold=True))
            for row in group:
                until = f", until {row['until']}" if "until" in row else ""
                click.echo(f"  {row['recipient']} ({row['audience']}{until})\n    {row['url']}")
                if "passphrase" in row:
                    click.echo(f"    passphrase, to be sent another way: {row['passphrase']}")
        for hint in hints(settings, links):
            click.echo(hint, err=True)
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        sys.exit(1)


def hints(settings: Settings, links: list[HandOut]) -> Iterator[str]:
    """What keeps links from opening for those who get them: a build that is still to come, or an address at home."""
    if not links:
        return
    early = sum(not link.published for link in links)
    if early:
        them = "These links open" if early == len(links) else f"{early} of these links open"
        yield f"{them} nothing yet: run `waypost build`."
    address = urlsplit(settings.site_url)
    if address.hostname in {"127.0.0.1", "localhost"}:
        site = quote(settings.shown(settings.site))
        yield (
            "They lead to this computer alone. To look at them here, run this, leave it running, and open a link:\n"
            f"  python3 -m http.server {address.port or 80} --bind 127.0.0.1 --directory {site}\n"
            "Before you hand any out, write your site's address into mkdocs.yml, under site_url."
        )
