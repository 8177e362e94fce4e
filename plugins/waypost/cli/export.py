"""`waypost export`: a portfolio to take along."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from waypost.errors import UsageError
from waypost.exporting import export_portfolio
from waypost.model import Audience
from waypost.render import known_languages

from .settings import settings_of


@click.command
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="FOLDER")
@click.option("--to", "target", type=click.Path(path_type=Path, file_okay=False), help="A new or empty folder.")
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    default=Audience.SELF.value,
    show_default=True,
    help="Who will see the page and the PDF. The pack always holds everything.",
)
@click.option("--language", help="The language of the words around the learner's own, such as es.")
@click.pass_context
def command(ctx: click.Context, folder: Path, target: Path | None, audience: str, language: str | None) -> None:
    """Write the portfolio in FOLDER as one page, as a PDF, and as a pack for the next school.

    Nothing of it is sealed: keep it where only the learner's own people can reach it.
    """
    settings = settings_of(ctx)
    if language and language not in known_languages():
        raise UsageError(f"--language {language}: there is none. Choose one of {', '.join(known_languages())}.")
    folder = folder.resolve()
    target = target or Path(f"{folder.name}-export")
    export = export_portfolio(settings, folder, target, Audience(audience), language, datetime.date.today())
    for problem in export.problems:
        click.echo(str(problem), err=True)
    click.echo(f"{export.document}: the whole portfolio as one page, which opens without a network")
    if export.pdf:
        click.echo(f"{export.pdf}: the same on paper")
    click.echo(f"{export.pack}: everything as it is, for the next school (waypost import)")
    if export.no_pdf:
        click.echo(f"There is no PDF: {export.no_pdf}", err=True)
    if export.left_out:
        click.echo(f"Too large for the page, but in the pack: {', '.join(export.left_out)}.", err=True)
