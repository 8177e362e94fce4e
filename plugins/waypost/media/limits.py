"""How large a file may be, and how long the work on one may take: what a school can set, each with its usual value.

What each option does is written down in content/configuration.md.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The limits of one build, in the units in which people write them."""

    largest_file: int = 0
    """Megabytes that one file of evidence may have; 0: any number."""
    largest_picture: int = 100
    """Million pixels that a picture may have."""
    largest_preview: int = 50
    """Megabytes up to which a document is shown to read in the page."""
    most_pages: int = 60
    """Pages of a PDF that are shown."""
    time_limit: int = 30
    """Seconds that the work on one file may take; a large file gets more."""
    memory_limit: int = 1024
    """Mebibytes of memory that the work on one file may take."""
    web_films: bool = False
    """Whether films that browsers do not play, or that are large, get a copy for the web without being asked."""
    web_films_above: int = 100
    """Megabytes above which a film is large."""
    web_film_time: int = 30
    """Minutes that making such a copy may take."""

    @property
    def pixels(self) -> int:
        """How many pixels a picture may have."""
        return self.largest_picture * MEGABYTE

    @property
    def preview_bytes(self) -> int:
        """How many bytes a document may have that is shown in the page."""
        return self.largest_preview * MEGABYTE


USUAL = Limits()
LEAST = {"largest_picture": 1, "most_pages": 1, "time_limit": 10, "memory_limit": 512, "web_film_time": 1}
"""Where 0 would mean that nothing can be done at all."""
