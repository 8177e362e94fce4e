"""The leak gate in a whole build: on a hit nothing is published, and nothing that was published changes."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from schools import SmallSchool
from waypost.config import Options
from waypost.errors import WaypostError
from waypost.scaffold import guide

AMARA, TEODOR, NOBODY = "amara-osei", "teodor-lindqvist", "0" * 32
PAGE = {"club/index.html": b"<h1>Repair club</h1><p>Founded by Amara Osei in the fall.</p>"}
HARMLESS = {"club/index.html": b"<h1>Repair club</h1><p>Everyone is welcome.</p>"}


def assert_refused(school: SmallSchool, pages: dict[str, bytes], told: str) -> None:
    before = school.contents()
    with pytest.raises(WaypostError, match=re.escape(told)) as error:
        school.build(pages=pages)
    assert "Nothing was published" in error.value.message
    assert school.contents() == before
    assert school.leftovers() == []


def test_leak_in_a_page_publishes_nothing(school: SmallSchool) -> None:
    assert_refused(school, PAGE, f"club/index.html: the name of {AMARA}")


def test_leak_stops_the_first_site_too(empty_school: SmallSchool) -> None:
    empty_school.add_learner(AMARA, "Amara Osei")
    with pytest.raises(WaypostError, match="Nothing was published"):
        empty_school.build(pages=PAGE)
    assert not empty_school.site.exists()


def test_learner_who_repeats_an_example_of_the_guides_tells_nothing(school: SmallSchool) -> None:
    plan = school.folder(AMARA) / "plp.yml"
    plan.write_text(plan.read_text().replace("Ask at the library", "The bridge that held"))
    page = f"<p>{guide('evidence.md')}</p>".encode()
    assert b"The bridge that held" in page
    school.build(pages={"evidence/index.html": page})
    assert "The bridge that held" in school.open(school.link(AMARA)).text


def test_page_without_a_leak_is_published_with_the_portfolios(school: SmallSchool) -> None:
    build = school.build(pages=HARMLESS)
    assert build.rebuilt == ()
    assert (school.site / "club/index.html").read_bytes() == HARMLESS["club/index.html"]
    assert len(school.open_all()) == 4


def test_leak_is_found_beside_portfolios_that_did_not_change(school: SmallSchool) -> None:
    school.build(pages=HARMLESS)
    assert_refused(school, PAGE, "club/index.html")
    assert_refused(school, HARMLESS | {"about.txt": b"teodor lindqvist"}, f"about.txt: the name of {TEODOR}")


def test_leak_that_a_changed_plan_brings_is_found_in_an_old_page(school: SmallSchool) -> None:
    sentence = "The lathe in the cellar hums a little flat."
    pages = {"club/index.html": f"<p>{sentence}</p>".encode()}
    school.build(pages=pages)
    plan = school.folder(AMARA) / "plp.yml"
    plan.write_text(plan.read_text().replace("I am Amara Osei", sentence + " I am Amara Osei"))
    assert_refused(school, pages, f"club/index.html: a title of {AMARA}")


def test_link_or_its_secret_in_a_page_is_a_leak(school: SmallSchool) -> None:
    url = school.link(AMARA).url("https://plans.school.example/")
    page = {"news.html": f'<a href="{url}">look</a>'.encode()}
    assert_refused(school, page, f"news.html: a link or passphrase of {AMARA}")


@pytest.mark.parametrize("path", ["b/notes.txt", "p/readme.html", f"b/{NOBODY}.age", f"p/{NOBODY}/index.html"])
def test_plain_file_among_the_sealed_ones_is_refused_whatever_it_holds(path: str, school: SmallSchool) -> None:
    assert_refused(school, {path: b"nothing private"}, f"{path}: nothing but sealed portfolios may stand in")


def test_old_copy_of_a_grant_among_the_pages_is_not_what_is_published(school: SmallSchool) -> None:
    link = school.link(AMARA)
    stale = {f"{link.folder}/{name}": b"stale" for name in ("grant.age", "index.html")}
    school.build(pages=stale)
    assert school.open(link).name == "Amara Osei"
    assert b"stale" not in school.contents().values()


def test_learners_without_links_are_searched_for_too(empty_school: SmallSchool) -> None:
    for student, name in ((TEODOR, "Teodor Lindqvist"), (AMARA, "Amara Osei")):
        empty_school.add_learner(student, name)
        empty_school.write_sharing(student)
        empty_school.build(pages=HARMLESS)
    assert_refused(empty_school, PAGE, f"the name of {AMARA}")
    shutil.rmtree(empty_school.folder(AMARA))
    empty_school.build(pages=PAGE)
    empty_school.add_learner(AMARA, "Amara Osei")
    empty_school.write_sharing(AMARA)
    assert_refused(empty_school, PAGE, f"the name of {AMARA}")


def test_learner_whose_folder_is_broken_is_searched_for_too(school: SmallSchool) -> None:
    school.break_plan(AMARA)
    assert school.build(pages=HARMLESS).kept == (AMARA,)
    assert_refused(school, PAGE, f"the name of {AMARA}")


def test_of_a_broken_folder_without_a_cache_its_name_is_known(school: SmallSchool) -> None:
    school.break_plan(AMARA)
    shutil.rmtree(school.cache)
    assert_refused(school, {"x.html": b'<a href="/amara-osei/">x</a>'}, f"x.html: an id of {AMARA}")


def test_strings_that_were_damaged_in_the_cache_are_gathered_again(school: SmallSchool) -> None:
    for sealed in school.cache.rglob("private.age"):
        sealed.write_bytes(sealed.read_bytes()[:-1])
    assert_refused(school, PAGE, f"the name of {AMARA}")
    url = school.link(AMARA).url("https://plans.school.example/")
    assert_refused(school, {"news.html": url.encode()}, "news.html: a link or passphrase")


def with_public_words(school: SmallSchool, *words: str) -> SmallSchool:
    return replace(school, options=Options(concurrency=1, public_words=words))


def test_public_word_passes_until_it_is_taken_back(school: SmallSchool) -> None:
    page = {"club/index.html": b"<p>The Osei fund</p>"}
    assert_refused(school, page, "club/index.html")
    with_public_words(school, "Osei").build(pages=page)
    assert (school.site / "club/index.html").exists()
    assert_refused(school, page, "club/index.html")


def test_message_says_how_to_let_a_word_pass(school: SmallSchool) -> None:
    assert_refused(school, PAGE, "can be listed under `public_words` in the options of the waypost plugin")


def test_ordinary_words_that_are_names_do_not_block(empty_school: SmallSchool) -> None:
    empty_school.add_learner("will-hartmann", "Will Hartmann")
    empty_school.add_learner("rose-abernathy", "Rose Abernathy")
    text = b"Will you come? We will plant a rose, and it will thrive. Rose water comes of a rose in bloom."
    pages = {"index2.html": b"<p>" + text + b"</p>"}
    assert len(empty_school.build(pages=pages).published) == 2


def test_learner_may_share_a_word_with_the_school(empty_school: SmallSchool) -> None:
    empty_school.add_learner("lane-whittaker", "Lane Whittaker")
    assert empty_school.build().published == ("lane-whittaker",)


def test_leak_is_told_on_the_command_line(school: SmallSchool, tmp_path: Path) -> None:
    school_file = school.settings.portfolios / "school.yml"
    school_file.write_text(school_file.read_text() + "contact: Ask Teodor Lindqvist\n")
    before = school.contents()
    result = school.run("build", "--today", "2026-11-20")
    assert result.returncode == 1
    assert f"index.html: the name of {TEODOR}" in result.stderr
    assert "Teodor Lindqvist" not in result.stderr
    assert "Traceback" not in result.stderr
    assert school.contents() == before
