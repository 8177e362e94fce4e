"""Withdrawing: whoever leaves opens nothing of the next build, whatever they kept; everyone else's link goes on."""

from __future__ import annotations

import datetime
import json

import pytest

from schools import DAY, Plan, SmallSchool
from waypost.errors import SealedError
from waypost.publish.staging import list_files
from waypost.seal.age import open_bytes

AMARA = "amara-osei"
NEXT = datetime.timedelta(days=1)
MOTHER: Plan = {"name": "Mother", "audience": "family"}
UNCLE: Plan = {"name": "Uncle Kofi", "audience": "family", "until": str(DAY)}
COACH: Plan = {"name": "Coach", "audience": "advisor"}
WAYS: dict[str, tuple[list[Plan], datetime.date]] = {
    "withdrawn": ([MOTHER, {**UNCLE, "withdrawn": "yes"}, COACH], DAY),
    "struck out": ([MOTHER, COACH], DAY),
    "past the last day": ([MOTHER, UNCLE, COACH], DAY + NEXT),
    "given a new link": ([MOTHER, {**UNCLE, "link": 2}, COACH], DAY),
    "given another name": ([MOTHER, {**UNCLE, "name": "Kofi"}, COACH], DAY),
    "moved to another audience": ([MOTHER, {**UNCLE, "audience": "panel"}, COACH], DAY),
}


@pytest.fixture
def shared(empty_school: SmallSchool) -> SmallSchool:
    """One learner, shared with three people."""
    empty_school.add_learner(AMARA, "Amara Osei")
    empty_school.write_sharing(AMARA, MOTHER, UNCLE, COACH)
    empty_school.build()
    return empty_school


def opened_by(school: SmallSchool, identity: str) -> list[str]:
    """Every sealed file of the site that an identity opens."""
    opened = []
    for path in list_files(school.site):
        if path.endswith(".age"):
            try:
                open_bytes((school.site / path).read_bytes(), identity)
            except SealedError:
                continue
            opened.append(path)
    return opened


@pytest.mark.parametrize("way", WAYS)
def test_whoever_leaves_opens_nothing_of_the_next_build(way: str, shared: SmallSchool) -> None:
    links = shared.links()
    saved = shared.open(links[AMARA, "Uncle Kofi"])
    urls = {row: link.url("https://plans.school.example/") for row, link in links.items()}
    assert len(opened_by(shared, saved.identity)) == 2
    recipients, day = WAYS[way]
    shared.write_sharing(AMARA, *recipients)
    assert shared.build(day).rebuilt == (AMARA,)
    assert opened_by(shared, saved.identity) == []
    if way != "moved to another audience":
        with pytest.raises(SealedError, match="opens nothing"):
            shared.open(links[AMARA, "Uncle Kofi"])
    for name in ("Mother", "Coach"):
        assert shared.links(day)[AMARA, name].url("https://plans.school.example/") == urls[AMARA, name]
        opened = shared.open(links[AMARA, name])
        assert (opened.name, len(opened.files)) == ("Amara Osei", 1)
        assert opened.identity != saved.identity


def test_last_day_of_a_link_is_one_on_which_it_opens(shared: SmallSchool) -> None:
    link = shared.link(AMARA, "Uncle Kofi")
    assert shared.build(DAY).rebuilt == ()
    assert shared.open(link).name == "Amara Osei"
    assert (AMARA, "Uncle Kofi") not in shared.links(DAY + NEXT)


def test_newcomer_leaves_everyones_link_as_it_was(shared: SmallSchool) -> None:
    before = shared.links()
    shared.write_sharing(AMARA, MOTHER, UNCLE, COACH, {"name": "Aunt Efua", "audience": "family"})
    shared.build()
    after = shared.links()
    assert {row: after[row] for row in before} == before
    assert len(shared.open_all()) == 4


def test_learner_without_a_recipient_has_nothing_on_the_site(shared: SmallSchool) -> None:
    shared.write_sharing(AMARA)
    assert shared.build().published == (AMARA,)
    assert [path for path in list_files(shared.site) if path.startswith(("b/", "p/"))] == [shared.workshop.ledger_path]


def test_link_that_comes_to_need_a_passphrase_is_another_link(shared: SmallSchool) -> None:
    url = "https://plans.school.example/"
    old = shared.link(AMARA, "Mother")
    saved = shared.open(old)
    shared.write_sharing(AMARA, {**MOTHER, "passphrase": "yes"}, UNCLE, COACH)
    shared.build()
    assert opened_by(shared, saved.identity) == []
    with pytest.raises(SealedError, match="does not open"):
        shared.open(old)
    new = shared.link(AMARA, "Mother")
    with pytest.raises(SealedError, match="together with its passphrase"):
        shared.open(new)
    rows = json.loads(shared.run("links", "--format", "json").stdout)
    phrase = next(row["passphrase"] for row in rows if row["url"] == new.url(url))
    wrong = shared.run("open", "site", new.url(url), "--passphrase-stdin", "--to", "wrong", stdin=f"{phrase}x\n")
    right = shared.run("open", "site", new.url(url), "--passphrase-stdin", "--to", "right", stdin=f"{phrase}\n")
    assert (wrong.returncode, right.returncode) == (3, 0)
    assert "Amara Osei" in (shared.root / "right" / "index.html").read_text()
    assert not (shared.root / "wrong").exists()
