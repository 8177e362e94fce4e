"""Two builds at once: the second is told, and the first ends well."""

from __future__ import annotations

import signal
import time

from schools import DAY, SmallSchool

AMARA = "amara-osei"


def test_second_build_is_told_and_the_first_ends_well(school: SmallSchool) -> None:
    plan = school.folder(AMARA) / "plp.yml"
    plan.write_text(plan.read_text().replace("I am Amara", "Still Amara"))
    before = school.contents()
    with school.start("build", "--today", str(DAY)) as first:
        while not list(school.root.glob(".site.waypost-staging-*")):
            assert first.poll() is None
            time.sleep(0.002)
        first.send_signal(signal.SIGSTOP)
        staged = school.leftovers()
        second = school.run("build", "--today", str(DAY))
        assert second.returncode == 1
        assert second.stderr.startswith("Another build of this school is running. Wait until it has ended")
        assert "Traceback" not in second.stderr
        assert school.leftovers() == staged
        assert school.contents() == before
        first.send_signal(signal.SIGCONT)
        said, complained = first.communicate()
    assert (first.returncode, complained) == (0, "")
    assert "made anew" in said
    assert "Still Amara" in school.open(school.link(AMARA)).text
    assert school.leftovers() == []
