"""Worker processes: the same site from any number of them, and none that outlives its build."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

import schools
from schools import DAY, SmallSchool
from waypost.config import Options

STUDENTS = [f"learner-{letter}" for letter in "abcdefgh"]
IN_TWO = Options(concurrency=2)


def fill(school: SmallSchool) -> SmallSchool:
    for student in STUDENTS:
        school.add_learner(student, student.replace("-", " ").title())
    return school


@pytest.fixture
def large(tmp_path: Path) -> SmallSchool:
    """Eight learners whose files take a while to seal, never published."""
    school = fill(schools.start_school(tmp_path / "school", IN_TWO))
    for student in STUDENTS:
        plan = schools.short_plan(student, student.title())
        plan["evidence"].append({"id": "film", "file": "film.bin", "title": "A film"})
        school.write_plan(student, plan)
        with (school.folder(student) / "evidence" / "film.bin").open("wb") as file:
            file.truncate(24 << 20)
    return school


def processes_in(folder: Path) -> dict[int, int]:
    """The processes that run in a folder, with the parent of each."""
    found = {}
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and (entry / "cwd").readlink() == folder:
                found[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return found


def has_drafts(school: SmallSchool) -> bool:
    try:
        return any((school.cache / "drafts").glob("*/b/*"))
    except FileNotFoundError:
        return False


def wait_for_workers(school: SmallSchool, build: int) -> list[int]:
    """The workers of a build, once the first of them writes."""
    while not has_drafts(school):
        assert build in processes_in(school.root)
        time.sleep(0.002)
    parents = processes_in(school.root)
    return [pid for pid, parent in parents.items() if parents.get(parent) == build]


def test_two_workers_make_the_same_site_as_one(tmp_path: Path) -> None:
    one = fill(schools.start_school(tmp_path / "one"))
    two = fill(schools.start_school(tmp_path / "two", IN_TWO))
    assert one.build() == two.build()
    assert set(one.contents()) == set(two.contents())
    assert one.open_all() == two.open_all()
    assert replace(two, options=schools.IN_ONE_PROCESS).build().rebuilt == ()
    assert two.leftovers() == []


def test_problems_of_many_come_back_from_the_workers(tmp_path: Path) -> None:
    school = fill(schools.start_school(tmp_path / "school", IN_TWO))
    for student in STUDENTS[:3]:
        school.break_plan(student)
    build = school.build()
    assert (build.missing, build.published) == (tuple(STUDENTS[:3]), tuple(STUDENTS[3:]))
    assert {problem.file for problem in build.problems} == {f"portfolios/{one}/plp.yml" for one in STUDENTS[:3]}


def test_no_worker_outlives_a_build_that_was_killed(large: SmallSchool) -> None:
    # Without a pipe: a worker that held its end open would be waited for.
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(**{**large.command("build", "--today", str(DAY)), **silent}) as build:
        assert len(wait_for_workers(large, build.pid)) == 2
        build.kill()
    left = {build.pid: 0}
    for _ in range(500):
        left = processes_in(large.root)
        if not left:
            break
        time.sleep(0.02)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert left == {}
    assert not large.site.exists()


def test_worker_that_was_ended_from_outside_is_told(large: SmallSchool) -> None:
    with large.start("build", "--today", str(DAY)) as build:
        os.kill(wait_for_workers(large, build.pid)[0], signal.SIGKILL)
        said, complained = build.communicate()
    assert (build.returncode, said) == (1, "")
    assert "A worker process was ended from outside" in complained
    assert "smaller `concurrency`" in complained
    assert "Traceback" not in complained
    assert not large.site.exists()
    assert large.leftovers() == []
