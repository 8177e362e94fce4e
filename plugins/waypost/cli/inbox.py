"""`waypost inbox`: what families and panels have written back."""

from __future__ import annotations

import datetime
import sys
import textwrap
from pathlib import Path

import click
from babel import Locale

from waypost.errors import UsageError, WaypostError
from waypost.inbox import Inbox, Received
from waypost.render.reply import QUESTIONS
from waypost.seal.armor import LARGEST

from .settings import settings_of

WIDTH = 100


@click.command
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--file", "--yes", "filing", is_flag=True, help="File every reply that opens, without asking.")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], filing: bool) -> None:
    """Open replies that were written in a portfolio: FILEs, or a text that is pasted where FILE is a dash.

    Shows each and asks whether it shall stand among the learner's reflections. Ends with exit code 3 where one does
    not open, and 1 where one cannot be used.
    """
    for path in files:
        if path.name != "-" and not path.is_file():
            raise UsageError(f"{path}: there is no such file. Name the files as they were saved, or - to paste a text.")
    inbox = Inbox(settings_of(ctx), datetime.date.today())
    codes = [0]
    for path in files:
        place = "the pasted text" if path.name == "-" else str(path)
        try:
            parts = inbox.find(_read(path))
        except WaypostError as error:
            codes.append(_refuse(place, error))
            continue
        for number, sealed in enumerate(parts, start=1):
            here = place if len(parts) == 1 else f"{place}, reply {number}"
            try:
                received = inbox.open(sealed)
                _show(received, inbox)
                codes.append(_settle(received, inbox, filing))
            except WaypostError as error:
                codes.append(_refuse(here, error))
    sys.exit(max(codes))


def _read(path: Path) -> bytes:
    if path.name != "-":
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    if sys.stdin.isatty():
        end = "Ctrl+Z and Enter" if sys.platform == "win32" else "Ctrl+D"
        click.echo(f"Paste the reply, press Enter, then {end}.", err=True)
    return sys.stdin.buffer.read(LARGEST + 1)


def _refuse(place: str, error: WaypostError) -> int:
    click.echo(f"{place}: {error.message}", err=True)
    return error.exit_code


def _show(received: Received, inbox: Inbox) -> None:
    """Says who wrote what. A reply holds no character that a terminal obeys: `model.reply` has taken them out."""
    reply, writer = received.reply, received.writer
    tongue = f" in {_tongue(reply.language)}" if reply.language else ""
    click.echo(click.style(f"For {received.student}, from {reply.signature}", bold=True))
    click.echo(f"Written on {reply.day.isoformat()}{tongue}, with the link of {writer.recipient.name}.")
    if reply.about and received.subject is None:
        click.echo(f"It is about {reply.about}, which is no longer in the plan.")
    elif received.subject:
        click.echo(f"About: {received.subject}")
    if writer.taken_back:
        click.echo("Look twice: this link was taken back.")
    elif not writer.recipient.is_active(inbox.today):
        click.echo("The last day of this link has passed.")
    for question, said in reply.answers.given().items():
        click.echo(f"\n  {click.style(QUESTIONS[question][0], bold=True)}")
        for line in said.split("\n"):
            click.echo(textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ") if line else "")
    click.echo()


def _tongue(tag: str) -> str:
    return str(Locale("en").languages.get(tag.split("-", 1)[0].lower(), tag))


def _settle(received: Received, inbox: Inbox, filing: bool) -> int:
    """Files a reply, or does not; returns the exit code."""
    plan = inbox.settings.shown(received.writer.folder / "plp.yml")
    if received.filed_on is not None:
        click.echo(f"This reply stands in {plan} already, on line {received.filed_on}. Nothing was changed.\n")
        return 0
    if not filing and not sys.stdin.isatty():
        click.echo("Nothing was filed. To file it, run this again with --file.\n")
        return 0
    if filing and received.writer.taken_back:
        # Whoever was shut out writes into no plan unless somebody has looked and said yes.
        click.echo("Nothing was filed. To file it all the same, run this again without --file, and say yes.\n")
        return 1
    try:
        wanted = filing or click.confirm(f"File it among the reflections in {plan}?", default=False)
    except click.Abort:
        # A paste that ended with the end of the input leaves nobody to answer.
        click.echo()
        wanted = False
    if not wanted:
        click.echo("Nothing was filed.\n")
        return 0
    inbox.file(received)
    click.echo(f"Filed in {plan} as {received.id}. The next build shows it.\n")
    return 0
