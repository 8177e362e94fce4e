"""`waypost i18n`: a catalogue for the next language."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.translation import write_translation


@click.command
@click.argument("language")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write to; what it has already stays. Left out: waypost-LANGUAGE.po in this folder.",
)
def command(language: str, target: Path | None) -> None:
    """Write every text that Waypost says to a file, to be translated into LANGUAGE, such as fr or pt-BR.

    Run it again whenever you like: it keeps what is translated, and says what is still to do.
    """
    done = write_translation(language, target or Path(f"waypost-{language}.po"))
    for problem in done.problems:
        click.echo(str(problem), err=True)
    left = f"{done.open} of {done.total} texts are still to do" if done.open else f"all {done.total} texts are done"
    click.echo(f"{done.path}: {left}.")
