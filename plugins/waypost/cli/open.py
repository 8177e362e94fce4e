"""`waypost open`: exactly what a link shows, as files."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.errors import UsageError
from waypost.opening import write_opened
from waypost.seal.link import parse_link
from waypost.seal.opening import open_link

from .phrase import read_phrase


@click.command
@click.argument("site_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("url")
@click.option("--passphrase-stdin", is_flag=True, help="Read the passphrase from standard input.")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A new or empty folder to write to.",
)
def command(site_dir: Path, url: str, passphrase_stdin: bool, target: Path) -> None:
    """Write what URL shows of the site in SITE_DIR to a folder.

    Ends with exit code 3 where the link opens nothing.
    """
    if target.exists() and any(target.iterdir()):
        raise UsageError(f"{target}: this folder is not empty. Name a new one, so that nothing is written over.")
    link = parse_link(url)
    passphrase = read_phrase() if passphrase_stdin else None
    opened = open_link(site_dir, link, passphrase)
    pages, media = write_opened(opened, target)
    click.echo(f"Wrote {pages} pages and {media} files to {target}/. Begin with {target / 'index.html'}.")
