"""The sample school of this repository opens, learner by learner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import expect

from browser.built import REPOSITORY, Built
from browser.host import Host, running_host
from browser.reader import Read

LEARNERS = sorted(path.parent.name for path in (REPOSITORY / "portfolios").glob("*/plp.yml"))


@pytest.fixture(scope="module")
def sample_host(sample_school: Built) -> Iterator[Host]:
    with running_host(sample_school.web) as host:
        yield host


def test_there_are_four_learners() -> None:
    assert len(LEARNERS) == 4


@pytest.mark.parametrize("student", LEARNERS)
def test_family_of_a_sample_learner_sees_every_page_and_picture(
    sample_school: Built, sample_host: Host, read: Read, student: str
) -> None:
    plan = yaml.safe_load((REPOSITORY / "portfolios" / student / "plp.yml").read_text(encoding="utf-8"))
    links = [link for link in sample_school.links if (link.student, link.audience) == (student, "family")]
    assert links
    reader = read(at=sample_host, viewport={"width": 390, "height": 740})
    reader.visit(links[0])
    if links[0].passphrase:
        reader.page.locator("input").fill(links[0].passphrase)
        reader.page.keyboard.press("Enter")
    reader.sees_portfolio()
    expect(reader.page.locator("h1")).to_have_text([plan["plan"]["name"]])
    for slug in reader.slugs():
        reader.turn_to(slug)
        expect(reader.page.locator("main h2").first).to_be_visible()
        if slug in {"cover", "evidence"}:
            reader.sees_pictures()
    assert "evidence" in reader.slugs()
