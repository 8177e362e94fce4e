"""What catalogues take from the toolbox's guide: the texts that portfolios show. See theme/locales/extraction.cfg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from .load.stages import load_stages
from .views.cycle import list_cycle_texts


def extract_guide(
    file: IO[bytes],
    keywords: object,  # noqa: ARG001 - what Babel gives for code says nothing here
    comment_tags: object,  # noqa: ARG001
    options: object,  # noqa: ARG001
) -> Iterator[tuple[int, None, str, list[str]]]:
    """The texts of the opened `file`, a guide.yml, as Babel asks its extractors for them: line, no function, text.

    Raises InputProblems where it is no guide.
    """
    for text in list_cycle_texts(load_stages(Path(file.name).parent)):
        yield 1, None, text, []
