"""`waypost import`: a learner who comes from another school, with their plan."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waypost.checking import check_learners
from waypost.packing import read_pack

from .phrase import read_phrase
from .settings import settings_of


@click.command
@click.argument("pack", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="PACK")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--passphrase-stdin", is_flag=True, help="Read the passphrase of a sealed pack from standard input.")
@click.pass_context
def command(ctx: click.Context, pack: Path, folder: Path, passphrase_stdin: bool) -> None:
    """Make FOLDER, such as portfolios/first-last, from a pack that `waypost export` wrote.

    Then tells what this school has to look at, such as proficiencies that are called otherwise here.
    """
    settings = settings_of(ctx)
    phrase = read_phrase() if passphrase_stdin else None
    count = read_pack(pack, folder, phrase)
    click.echo(f"Made {folder.as_posix()}/ with {count} files, each as it was packed.")
    if (folder / "sharing.yml").is_file():
        click.echo(f"{(folder / 'sharing.yml').as_posix()} names who had a link there: write in who gets one here.")
    problems = check_learners(settings, [folder.absolute()])
    for problem in problems:
        if problem.severity != "advice":
            click.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        click.echo(
            "Mend these, then build: until then this learner is not published. What the old school called its "
            "proficiencies, scales and pathways stands in school.yml in the pack: copy from it into your own what this "
            "plan looks back on.",
            err=True,
        )
        sys.exit(1)
    click.echo("Next: `waypost build`, then `waypost links`.")
