"""`waypost check`: every problem in the school's folders."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from waypost.checking import check_named, check_school

from .settings import settings_of


@click.command
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, folders: tuple[Path, ...], form: str) -> None:
    """Tell every problem in the learners' FOLDERs, or in the whole school, as file:line:column: message.

    A FOLDER may also be toolbox/local, where a school's own moves are, or a file in it.

    Ends with exit code 1 where there are problems. Advice makes a good plan better; it is told, and is no problem.
    """
    settings = settings_of(ctx)
    found = check_named(settings, [folder.absolute() for folder in folders]) if folders else check_school(settings)
    problems = [problem for problem in found if problem.severity != "advice"]
    if form == "json":
        click.echo(json.dumps([asdict(problem) for problem in found], ensure_ascii=False, indent=2))
    else:
        for problem in found:
            click.echo(f"{problem}" if problem.severity != "advice" else f"{problem} (advice)")
        if not problems and sys.stdout.isatty():
            click.echo("No problems. Advice can wait." if found else "No problems.")
    if problems:
        sys.exit(1)
