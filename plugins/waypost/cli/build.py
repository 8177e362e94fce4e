"""`waypost build`: the site with everybody's portfolio, without MkDocs pages."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from waypost.learners import Report
from waypost.pipeline import Build, build_portfolios, place_front_page, publish_site, staged_site
from waypost.processes import make_ready
from waypost.toolbox_parcel import place_school_toolbox

from .settings import settings_of


@click.command
@click.option("--strict", is_flag=True, help="Publish nothing while there is a problem in anybody's folder.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Build as on this day (year-month-day): due dates and the last days of links count from it.",
)
@click.pass_context
def command(ctx: click.Context, strict: bool, today: datetime.datetime | None) -> None:
    """Build the site with everybody's portfolio.

    A learner whose folder has an error keeps the portfolio that was published last; everybody else's is published.
    """
    settings = settings_of(ctx)
    day = today.date() if today else datetime.date.today()
    if not settings.cache.exists():
        # Everybody will be made. What that needs is read while the front page and the toolbox are drawn.
        make_ready()
    with staged_site(settings) as staging:
        place_front_page(settings, staging)
        toolbox = place_school_toolbox(settings, staging)
        with progress() as report:
            build = build_portfolios(settings, staging, day, report, toolbox.shipped).with_problems(toolbox.problems)
        for problem in build.problems_that_count:
            click.echo(str(problem), err=True)
        for problem in build.advice:
            click.echo(f"{problem} (advice)", err=True)
        if strict:
            build.require_sound()
        publish_site(settings, staging)
    tell(build, settings.shown(settings.site))


def tell(build: Build, site: str) -> None:
    """Says what came of a build, without a link or a name more than needed."""
    made = f"{len(build.rebuilt)} made anew" if build.rebuilt else "none had changed"
    click.echo(f"{site}/ holds {len(build.published)} portfolios; {made}.")
    if build.kept:
        click.echo(f"Kept as they last were, until their folders are mended: {', '.join(build.kept)}.", err=True)
    if build.missing:
        click.echo(f"Not published, since there is nothing good yet: {', '.join(build.missing)}.", err=True)


@contextmanager
def progress() -> Iterator[Report | None]:
    """A progress bar where somebody is looking at a terminal; nothing otherwise."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Building portfolios"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("build", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
