"""`waypost schema`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.load import load_school
from waypost.schemas import write_schemas

from .settings import settings_of


@click.command
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("content/schemas"),
    show_default=True,
    help="The folder to write to.",
)
@click.pass_context
def command(ctx: click.Context, target: Path) -> None:
    """Write the JSON Schemas of a plan's files, with the school's own fields, and of the toolbox's.

    Editors complete and check a file whose first line names its schema, as in every file that Waypost starts.
    """
    settings = settings_of(ctx)
    school = load_school(settings.portfolios / "school.yml", settings.shown).school
    for path in write_schemas(target, school):
        click.echo(str(path))
