"""`waypost links`: the links to hand out."""

from __future__ import annotations

import datetime
import json
import sys
import unicodedata
from itertools import groupby

import click

from waypost.errors import UsageError
from waypost.links import as_rows, list_links
from waypost.load.folders import list_folders
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
    wanted = unicodedata.normalize("NFC", student) if student else None
    if wanted and wanted not in map(student_of, list_folders(settings.portfolios)):
        raise UsageError(f"{settings.shown(settings.portfolios)}/{student}: there is no such folder.")
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
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        sys.exit(1)
