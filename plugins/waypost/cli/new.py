"""`waypost new`: a new learner."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from waypost.starting import start_learner


@click.command
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
def command(folder: Path) -> None:
    """Start a plan for a learner in FOLDER, such as portfolios/first-last."""
    start_learner(folder, datetime.date.today(), folder.as_posix())
    click.echo(f"Made {folder.as_posix()}/. Open {(folder / 'plp.yml').as_posix()} and begin with the name.")
    click.echo(f"Who gets a link stands in {(folder / 'sharing.yml').as_posix()}: one for the learner, too.")
