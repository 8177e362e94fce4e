"""A sealed tree to read, and one to damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import SealedSite, seal_site


@pytest.fixture(scope="session")
def sealed_once(tmp_path_factory: pytest.TempPathFactory) -> SealedSite:
    """Only to be read."""
    return seal_site(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def sealed(tmp_path: Path) -> SealedSite:
    """To be damaged."""
    return seal_site(tmp_path / "site")
