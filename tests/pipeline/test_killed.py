"""A build that is killed at any moment leaves a whole site, and nothing that the next build does not clear away."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import schools
from schools import DAY, SmallSchool, short_plan
from waypost.pipeline import read_ledger
from waypost.publish.staging import list_files
from waypost.seal.link import Link

STUDENTS = {"amara-osei": "Amara Osei", "teodor-lindqvist": "Teodor Lindqvist", "mira-sato": "Mira Sato"}
MOMENTS = 8


@pytest.fixture(scope="module")
def at_rest(tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """Three learners with enough to seal that a build can be met at every stage; published in round 0."""
    school = schools.start_school(tmp_path_factory.mktemp("rest") / "school")
    for student, name in STUDENTS.items():
        school.add_learner(student, name)
    change_everything(school, 0)
    school.build()
    return school


@pytest.fixture
def busy(at_rest: SmallSchool, tmp_path: Path) -> SmallSchool:
    """A copy of that school, which is built again."""
    shutil.copytree(at_rest.root, tmp_path / "school")
    return SmallSchool(tmp_path / "school")


def change_everything(school: SmallSchool, number: int) -> None:
    """Gives every learner the sentence, the picture and the file of round `number`."""
    for student, name in STUDENTS.items():
        plan = short_plan(student, name)
        plan["plan"]["sentence"] = f"This is round {number} of {name}."
        plan["evidence"].append({"id": "film", "file": "film.bin", "title": "A film"})
        evidence = school.folder(student) / "evidence"
        (evidence / "film.bin").write_bytes(film_of(number))
        (evidence / schools.picture_name(student)).write_bytes(schools.picture(f"{student}{number}", (600, 400)))
        school.write_plan(student, plan)


def film_of(number: int) -> bytes:
    return random.Random(number).randbytes(400_000)  # noqa: S311 - content, not a key


def round_shown(school: SmallSchool, links: dict[tuple[str, str], Link], rounds: range) -> int:
    """The one round that every link shows, wholly; the site's files are those of its own ledger."""
    ledger = read_ledger(school.workshop)
    assert ledger is not None
    assert set(list_files(school.site)) == ledger.files
    shown = set()
    for (student, _), link in links.items():
        opened = school.open(link)
        shown |= {number for number in rounds if f"This is round {number} of {STUDENTS[student]}." in opened.text}
        assert {film_of(number) for number in shown} == {opened.files["film.bin"]}
    (number,) = shown
    return number


def kill(school: SmallSchool, is_time: Callable[[], bool]) -> bool:
    """Starts a build and kills it as soon as `is_time`; whether it was killed before it had ended."""
    with school.start("build", "--today", str(DAY)) as process:
        while process.poll() is None and not seen(is_time):
            time.sleep(0.0005)
        process.kill()
        _, complained = process.communicate()
    assert "Traceback" not in complained
    assert process.returncode in (0, -signal.SIGKILL)
    return process.returncode != 0


def timed(school: SmallSchool, seconds: float | None) -> tuple[float, bool]:
    """How long a build took that is killed after some seconds, and whether it was."""
    begun = time.monotonic()
    killed = kill(school, lambda: seconds is not None and time.monotonic() - begun > seconds)
    return time.monotonic() - begun, killed


def seen(is_time: Callable[[], bool]) -> bool:
    try:
        return is_time()
    except FileNotFoundError:
        # Gone between one look and the next.
        return False


def assert_next_build_clears_up(school: SmallSchool, last: int) -> None:
    links = school.links()
    assert school.run("build", "--today", str(DAY)).returncode == 0
    assert round_shown(school, links, range(last + 1)) == last
    assert school.leftovers() == []
    assert not (school.cache / "drafts").exists()


@pytest.mark.parametrize("half", [0, 1])
def test_build_killed_at_any_time_leaves_a_whole_site(half: int, busy: SmallSchool) -> None:
    links = busy.links()
    change_everything(busy, 1)
    whole, _ = timed(busy, None)
    shown, killed = round_shown(busy, links, range(2)), 0
    assert shown == 1
    for number in range(2, 2 + MOMENTS // 2):
        change_everything(busy, number)
        # From the first third of a build, before which nothing is written, to its end.
        share = 0.3 + 0.75 * (2 * (number - 2) + half) / MOMENTS
        took, was_killed = timed(busy, whole * share)
        # The machine may have been busier when it was timed first.
        whole = whole if was_killed else min(whole, took)
        killed += was_killed
        now = round_shown(busy, links, range(number + 1))
        assert now in (shown, number)
        shown = now
    assert killed > 0
    assert_next_build_clears_up(busy, 1 + MOMENTS // 2)


def stages(school: SmallSchool) -> dict[str, Callable[[], bool]]:
    """The moments at which something new can be seen in the school's folder."""
    drafts, site = school.cache / "drafts", school.site
    record = school.workshop.place("amara-osei") / "parcel.json"
    before = {path: path.stat().st_ino for path in (site, record)}

    def staged(pattern: str) -> bool:
        with contextlib.suppress(FileNotFoundError):  # the staged site goes away while it is being looked at
            return any(True for _ in school.root.glob(f".site.waypost-staging-*/{pattern}"))
        return False

    return {
        "the staged site is there": lambda: staged(""),
        "the first draft is there": lambda: drafts.exists() and any(drafts.iterdir()),
        "the first grant is sealed": lambda: any(drafts.glob("*/*.grant")),
        "a parcel took its place": lambda: record.exists() and record.stat().st_ino != before[record],
        "the first blob is staged": lambda: staged("b/*.age"),
        "the shells are staged": lambda: staged("p/*/index.html"),
        "the sites were exchanged": lambda: site.stat().st_ino != before[site],
    }


def test_build_killed_at_each_stage_leaves_a_whole_site(busy: SmallSchool) -> None:
    links, shown, names = busy.links(), 0, list(stages(busy))
    killed = set()
    for number, name in enumerate(names, start=1):
        change_everything(busy, number)
        if kill(busy, stages(busy)[name]):
            killed.add(name)
        now = round_shown(busy, links, range(number + 1))
        assert now in (shown, number)
        shown = now
    # The last stages may be over before anybody looks.
    assert killed >= set(names[:4])
    assert_next_build_clears_up(busy, len(names))


def test_site_is_there_at_every_moment_of_a_build(busy: SmallSchool) -> None:
    links = busy.links()
    change_everything(busy, 1)
    files = [str(busy.site / path) for path in ("index.html", busy.workshop.ledger_path)]
    with busy.start("build", "--today", str(DAY)) as process:
        while process.poll() is None:
            assert all(map(os.path.exists, files))
        process.communicate()
    assert process.returncode == 0
    assert round_shown(busy, links, range(2)) == 1


def test_broken_folder_keeps_its_portfolio_through_a_killed_build(busy: SmallSchool) -> None:
    links = busy.links()
    change_everything(busy, 1)
    kill(busy, stages(busy)["a parcel took its place"])
    for student in STUDENTS:
        busy.break_plan(student)
    result = busy.run("build", "--today", str(DAY))
    assert result.returncode == 0
    assert json.dumps(sorted(STUDENTS)) == json.dumps(sorted(busy.build().kept))
    assert round_shown(busy, links, range(2)) == 0
