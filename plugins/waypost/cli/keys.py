"""`waypost keys new`: the school's master key."""

from __future__ import annotations

import click

from waypost.seal.masterkey import create_master_key

from .settings import settings_of


@click.group
def command() -> None:
    """Make the school's master key."""


@command.command
@click.pass_context
def new(ctx: click.Context) -> None:
    """Make a master key where there is none. One that is there is never replaced."""
    settings = settings_of(ctx)
    path = create_master_key(settings.keys)
    click.echo(
        f"Made {settings.shown(path)}. Keep a copy in a safe place outside this computer: every link depends on it, "
        "and it cannot be made again."
    )
