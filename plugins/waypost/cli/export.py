"""`waypost export`: a portfolio to take along."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from waypost.errors import UsageError
from waypost.exporting import Wishes, export_portfolio
from waypost.model import Audience
from waypost.render import known_languages
from waypost.render.booklet import SIZES

from .phrase import read_phrase
from .settings import settings_of

SHORT = 12


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
@click.option(
    "--paper", type=click.Choice([*SIZES]), default="letter", show_default=True, help="The sheets of the PDF."
)
@click.option("--passphrase-stdin", is_flag=True, help="Seal all of it with a passphrase, read from standard input.")
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    target: Path | None,
    audience: str,
    language: str | None,
    paper: str,
    passphrase_stdin: bool,
) -> None:
    """Write the portfolio in FOLDER as one page, as a PDF, and as a pack for the next school.

    Without a passphrase nothing of it is sealed: keep it where only the learner's own people can reach it. With one,
    nobody opens it who does not know it, and nobody can open it when it is forgotten.
    """
    settings = settings_of(ctx)
    if language and language not in known_languages():
        raise UsageError(f"--language {language}: there is none. Choose one of {', '.join(known_languages())}.")
    phrase = _new_phrase() if passphrase_stdin else None
    folder = folder.resolve()
    target = target or Path("portfolio-export" if phrase else f"{folder.name}-export")
    wishes = Wishes(Audience(audience), language, paper, phrase)
    export = export_portfolio(settings, folder, target, wishes, datetime.date.today())
    for problem in export.problems:
        # Advice is for while a plan is written: `check` and `build` tell it.
        if problem.severity != "advice":
            click.echo(str(problem), err=True)
    click.echo(f"{export.document}: the whole portfolio as one page, which opens without a network")
    if export.pdf:
        click.echo(f"{export.pdf}: the same on paper, as a booklet")
    click.echo(f"{export.pack}: everything as it is, for the next school (waypost import)")
    if phrase:
        click.echo("All of it is sealed. The page asks for the passphrase; age -d opens the other files.")
    if export.no_pdf:
        click.echo(f"There is no PDF: {export.no_pdf}", err=True)
    if export.left_out:
        click.echo(f"Too large for the page, but in the pack: {', '.join(export.left_out)}.", err=True)


def _new_phrase() -> str:
    """The passphrase to seal with; says where it is short."""
    phrase = read_phrase()
    if not phrase:
        raise UsageError(
            "--passphrase-stdin: no passphrase came. Give it as one line, such as four words, and try again."
        )
    if len(phrase) < SHORT:
        click.echo(
            f"This passphrase has {len(phrase)} characters. It alone keeps the files closed, and whoever has them can "
            "try as often as they like: four words that do not belong together are better.",
            err=True,
        )
    return phrase
