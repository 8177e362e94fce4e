"""Fixtures for the tests of media."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from waypost.media.workroom import Workroom


@pytest.fixture(scope="module")
def workroom() -> Iterator[Workroom]:
    """One process that reads files, for all tests of a module."""
    with Workroom() as workroom:
        yield workroom
