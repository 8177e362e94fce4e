"""The settings that a verb works with."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.config import Settings, load_settings


def settings_of(ctx: click.Context) -> Settings:
    """The settings of the school in this folder, or of the configuration named with -f."""
    file: Path | None = ctx.obj
    return load_settings(file.resolve().parent if file else Path.cwd(), file)
