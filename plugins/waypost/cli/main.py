"""The command `waypost`: finds the verb, and tells every failure in plain words with the exit code that it has."""

from __future__ import annotations

import gc
import importlib
import io
import sys
from pathlib import Path
from typing import Any

import click

from waypost import __version__
from waypost.errors import WaypostError

VERBS = {
    "init": "Start a new school in a folder.",
    "new": "Start a new learner's folder.",
    "add": "Copy files, folders and archives into a learner's evidence and enter them in the plan.",
    "check": "Tell every problem in the school's folders.",
    "build": "Build the site with everybody's portfolio.",
    "links": "List the links to hand out.",
    "open": "Write what a link shows to a folder.",
    "inbox": "Open what families and panels have written back, and file it.",
    "export": "Write a portfolio as one page, as a PDF, and as a pack for the next school.",
    "import": "Start a learner's folder from such a pack.",
    "schema": "Write the JSON Schemas that editors check plans with.",
    "i18n": "Write a catalogue for translating Waypost into another language.",
    "keys": "Make the school's master key.",
}

ALLOCATIONS = 200_000
"""How many more things may come than go before Python searches the young ones for garbage; 700 by itself. What a
command imports leaves hardly any, and the search took a sixth of the time of a small build."""


class Verbs(click.Group):
    """Imports a verb when it is asked for, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"waypost.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        gc.set_threshold(ALLOCATIONS, 20, 100)
        for stream in (sys.stdout, sys.stderr):
            # Where the letters of a name cannot be shown, it is still said which one.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except WaypostError as error:
            click.echo(error.message, err=True)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            raise
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"{place}{error.strerror or error}. Nothing more was done.", err=True)
            sys.exit(1)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The school's mkdocs.yml, where it is not in this folder.",
)
@click.version_option(__version__, prog_name="waypost")
@click.pass_context
def main(ctx: click.Context, config_file: Path | None) -> None:
    """Private portfolio sites and a coaching toolbox, from a school's folders.

    Exit codes: 0 done; 1 problems in the input; 2 wrong usage; 3 cannot be opened.
    """
    ctx.obj = config_file
