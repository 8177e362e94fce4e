"""`waypost add`: evidence into a learner's folder."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.adding import add_evidence


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def command(folder: Path, files: tuple[Path, ...]) -> None:
    """Copy FILEs into the evidence of the learner in FOLDER, and enter each in plp.yml.

    Comments and everything else in plp.yml stay as they are. A file that is there already is not added twice.
    """
    added = add_evidence(folder, files, folder.as_posix())
    for one in added:
        if one.known:
            click.echo(f"{one.source}: is there already, as evidence/{one.file}.")
        else:
            click.echo(f"{one.source}: now evidence/{one.file}, with the id {one.id}.")
    if any(not one.known for one in added):
        click.echo(f"Say in {(folder / 'plp.yml').as_posix()} what each of them is and what it shows.")
