"""A disk that fills, for real: the build says so in plain words, and the published site stands whole.

One way is a limit on the size of files, which meets every write that is larger. The other is a small disk in memory
that really has no room left; it takes part wherever this machine lets a test mount one for itself.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import schools
from schools import DAY, WAYPOST, SmallSchool

AMARA = "amara-osei"
LIMITED = """
import os, resource, sys
size = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Runs a program that can write no file larger than its first argument."""
FREE = (0, 12, 60, 200, 400, 700)
"""Kibibytes that are free on the small disk, one build after another."""
MOUNTED = 'mount -t tmpfs -o size=64m none "$1" && shift && exec "$@"'
ON_A_SMALL_DISK = ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNTED, "sh"]
"""Runs a program that sees a small disk at the path of the first argument, and nobody else does."""


def make_larger(school: SmallSchool) -> None:
    """Gives a learner a file that has to be sealed anew."""
    plan = schools.short_plan(AMARA, "Amara Osei")
    plan["evidence"].append({"id": "film", "file": "film.bin", "title": "A film"})
    school.write_plan(AMARA, plan)
    (school.folder(AMARA) / "evidence" / "film.bin").write_bytes(os.urandom(300_000))


def assert_told(result: subprocess.CompletedProcess[str]) -> None:
    assert result.returncode == 1
    assert result.stderr.startswith("The disk is full (")
    assert "free some space, then build again. The site stands as it was." in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize("limit", [500, 3000, 30_000, 200_000])
def test_write_that_the_disk_does_not_take_changes_nothing(limit: int, school: SmallSchool) -> None:
    before = school.contents()
    make_larger(school)
    command = [sys.executable, "-c", LIMITED, str(limit), str(WAYPOST), "build", "--today", str(DAY)]
    assert_told(subprocess.run(command, cwd=school.root, capture_output=True, text=True, check=False))
    assert school.contents() == before
    assert school.leftovers() == []
    assert AMARA in school.build().published
    assert len(school.open(school.link(AMARA)).files) == 2


def fill_the_disk(disk: Path) -> None:
    """Runs on the small disk: builds with ever more room, and writes down what came of it."""
    school = schools.start_school(disk / "school")
    school.add_learner(AMARA, "Amara Osei")
    school.build()
    make_larger(school)
    before, rows = school.contents(), []
    for free in FREE:
        resize(disk, used(disk) + (free << 10))
        result = school.run("build", "--today", str(DAY))
        same = school.contents() == before and len(school.open_all()) == 2
        rows.append([result.returncode, result.stdout, result.stderr, same, school.leftovers()])
    resize(disk, 64 << 20)
    rows.append(list(school.build().published))
    print(json.dumps(rows))


def used(disk: Path) -> int:
    status = os.statvfs(disk)
    return (status.f_blocks - status.f_bfree) * status.f_frsize


def resize(disk: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def can_mount() -> bool:
    """Whether this machine lets a test mount a small disk for itself."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*ON_A_SMALL_DISK, "/mnt", "true"], capture_output=True, check=False).returncode == 0


if can_mount():

    def test_disk_that_is_full_changes_nothing(tmp_path: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(Path(schools.__file__).parent)}
        command = [*ON_A_SMALL_DISK, str(tmp_path), sys.executable, __file__, str(tmp_path)]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        *rows, published = json.loads(run.stdout)
        assert len(rows) == len(FREE)
        for code, said, complained, same, leftovers in rows:
            assert_told(subprocess.CompletedProcess([], code, said, complained))
            assert "No space left on device" in complained
            assert (same, leftovers) == (True, [])
        assert published == [AMARA]


if __name__ == "__main__":
    fill_the_disk(Path(sys.argv[1]))
