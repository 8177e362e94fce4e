"""One page of a portfolio."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page as the viewer lays it out: its place in routes, its title in contents, its sanitised HTML."""

    slug: str
    title: str
    html: str
