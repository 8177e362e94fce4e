"""`waypost init`: a new school."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from waypost.starting import EXAMPLE, start_school


@click.command
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Start a new school in DIR: its configuration, an example learner and a master key."""
    start_school(folder, datetime.date.today())
    click.echo(
        f"""{folder}/ is ready. What to do next:

  cd {folder}
  waypost build                            builds the site with the example learner
  waypost links                            shows the links to it
  waypost new portfolios/first-last        starts a plan for a learner of yours

Put your school's own words into portfolios/school.yml and its address into mkdocs.yml.
Delete portfolios/{EXAMPLE} when you have looked at it.

Keep a copy of .waypost/master.key in a safe place outside this computer: every link depends on it."""
    )
