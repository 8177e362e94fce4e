"""`waypost import`: a learner who comes from another school, with their plan."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waypost.checking import check_learners
from waypost.packing import read_pack

from .settings import settings_of


@click.command
@click.argument("pack", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="PACK")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.pass_context
def command(ctx: click.Context, pack: Path, folder: Path) -> None:
    """Make FOLDER, such as portfolios/first-last, from a pack that `waypost export` wrote.

    Then tells what this school has to look at, such as proficiencies that are called otherwise here.
    """
    settings = settings_of(ctx)
    count = read_pack(pack, folder)
    click.echo(f"Made {folder.as_posix()}/ with {count} files, each as it was packed.")
    problems = check_learners(settings, [folder.absolute()])
    for problem in problems:
        click.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        click.echo("Mend these, then build: until then this learner is not published.", err=True)
        sys.exit(1)
