"""The settings that a verb works with."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from waypost.config import FILES, Options, Settings, load_settings
from waypost.errors import UsageError


def settings_of(ctx: click.Context) -> Settings:
    """The settings of the school in this folder, or of the configuration named with -f."""
    file: Path | None = ctx.obj
    here = Path.cwd()
    if file is None and not _has_plans(here) and not any((here / name).is_file() for name in FILES):
        school = next(filter(_has_plans, here.parents), None)
        if school is not None:
            raise UsageError(
                f"This is a folder inside your school. Go to the school's own first:  cd {quote(str(school))}"
            )
    return load_settings(file.resolve().parent if file else here, file)


def _has_plans(folder: Path) -> bool:
    return (folder / Options.portfolios / "school.yml").is_file()
