"""Fixtures for every test: a school that is built once, and schools that a test may spoil."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

import schools
from schools import SmallSchool

# A busy machine is no fault of the code's: speed is measured in benchmarks/. And what passed once has to pass again,
# so the examples of a property follow from the test itself. WAYPOST_EXPLORE=1 looks for new ones.
settings.register_profile("settled", deadline=None, derandomize=True, database=None)
settings.register_profile("exploring", deadline=None, print_blob=True)
settings.load_profile("exploring" if os.environ.get("WAYPOST_EXPLORE") == "1" else "settled")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests stay to the end: nothing among them is looked for that could be thrown away."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


AMARA, TEODOR = "amara-osei", "teodor-lindqvist"


@pytest.fixture(scope="session")
def built_school(tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """Two learners, published. Only to be read: take `school` to change anything."""
    school = schools.start_school(tmp_path_factory.mktemp("built") / "school")
    school.add_learner(AMARA, "Amara Osei")
    school.add_learner(TEODOR, "Teodor Lindqvist")
    school.build()
    return school


@pytest.fixture
def school(built_school: SmallSchool, tmp_path: Path) -> SmallSchool:
    """A copy of the two learners' school, published, with its cache."""
    shutil.copytree(built_school.root, tmp_path / "school")
    return SmallSchool(tmp_path / "school")


@pytest.fixture
def empty_school(tmp_path: Path) -> SmallSchool:
    """A school without learners."""
    return schools.start_school(tmp_path / "school")
