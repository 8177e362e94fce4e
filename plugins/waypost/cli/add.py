"""`waypost add`: evidence into a learner's folder."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from waypost.adding import Addition, add_evidence


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and do nothing.")
def command(folder: Path, files: tuple[Path, ...], dry_run: bool) -> None:
    """Copy FILEs into the evidence of the learner in FOLDER, and enter each in plp.yml.

    A FILE may be a whole folder, such as that of a phone, or a zip archive. Days come from the files themselves.
    Comments and everything else in plp.yml stay as they are. A file that is there already is not added twice.

    Ends with exit code 1 where something could not be used; everything else is added all the same.
    """
    done = add_evidence(folder, files, folder.as_posix(), datetime.date.today(), dry_run=dry_run)
    for one in done.added:
        day = f", of {one.day.isoformat()}" if one.day else ""
        click.echo(f"{one.source}: {'would be' if dry_run else 'now'} evidence/{one.file}, with the id {one.id}{day}.")
    for source, file in done.known:
        click.echo(f"{source}: is there already, as evidence/{file}.")
    click.echo(summary(done, dry_run))
    if done.added and not dry_run:
        click.echo(f"Say in {(folder / 'plp.yml').as_posix()} what each of them is and what it shows.")
    for refused in done.refused:
        click.echo(f"{refused.shown}: {refused.why}.", err=True)
    if done.refused:
        sys.exit(1)


def summary(done: Addition, dry_run: bool) -> str:
    """How many files were added, were there, and could not be used, in one line."""
    parts = [f"{'Would add' if dry_run else 'Added'} {_files(len(done.added))}."]
    if done.known:
        parts.append(f"{_were(len(done.known))} there already.")
    if done.refused:
        parts.append(f"{_files(len(done.refused)).capitalize()} could not be used.")
    return " ".join(parts)


def _files(count: int) -> str:
    return {0: "nothing", 1: "one file"}.get(count, f"{count} files")


def _were(count: int) -> str:
    return "One was" if count == 1 else f"{count} were"
