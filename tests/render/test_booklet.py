"""A booklet's sheets: what stands at their head, and the numbers of the contents."""

from __future__ import annotations

import pytest

from waypost.render import load_language
from waypost.render.booklet import list_places, sheet_rules, unfold, write_numbers
from waypost.render.page import Page

PAGES = (Page("cover", "Cover", ""), Page("goals", 'My "goals"', ""))
COVER = '<ul role="list"><li><a href="#page-goals">My goals</a> <span class="cover-holds">1 goal</span></li></ul>'
GOALS = (
    '<article class="goal" data-term="long" id="goals.boat"><h3 class="goal-title" lang="es">Un <em>barco</em></h3>'
    '<article class="goal" id="goals.oar"><h5 class="goal-title">An oar</h5></article></article>'
    '<article class="goal" id="goals.bare"></article>'
)


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_sheets_have_the_size_that_was_asked_for(size: str) -> None:
    wanted = {"letter": "size:8.5in 11in;", "a4": "size:210mm 297mm;"}
    assert wanted[size] in sheet_rules("Ida", PAGES, load_language("en"), size)
    assert "size:" not in sheet_rules("Ida", PAGES, load_language("en"))


@pytest.mark.parametrize(("tag", "near", "far"), [("en", "left", "right"), ("ar", "right", "left")])
def test_head_names_the_learner_and_the_page_from_the_side_where_the_language_begins(
    tag: str, near: str, far: str
) -> None:
    rules = sheet_rules("Ida", PAGES, load_language(tag))
    assert f'@top-{near}{{content:"Ida"}}' in rules
    assert rf'@page goals{{@top-{far}{{content:"My \22 goals\22 "}}}}' in rules
    assert f"@bottom-{far}{{content:counter(page)}}" in rules
    assert f"@page cover{{@top-{near}{{content:none}}@bottom-{far}{{content:none}}}}" in rules


def test_a_name_ends_neither_its_string_nor_the_style() -> None:
    rules = sheet_rules('</style>"};body{\\', PAGES, load_language("en"))
    assert "</style>" not in rules
    assert r'content:"\3c /style\3e \22 };body{\5c "' in rules


def test_contents_list_what_has_a_title_and_get_their_numbers() -> None:
    listed = list_places(COVER, {"goals": GOALS})
    assert '<a href="#goals.boat" lang="es">Un <em>barco</em></a>' in listed
    assert "goals.oar" not in listed
    assert "goals.bare" not in listed
    written = write_numbers(listed, {"page-goals": 4, "goals.boat": 1005}, load_language("en"))
    assert written.count('<span class="folio">4</span>') == 1
    assert written.count('<span class="folio">1,005</span>') == 1
    assert write_numbers(listed, {}, load_language("en")).count('<span class="folio"></span>') == 2


def test_everything_is_unfolded_but_documents_and_lists_of_titles() -> None:
    folded = '<details><details class="behind"><details class="look"><details class="look sheets-rest">'
    assert unfold(folded + '<details class="index">') == (
        '<details open><details open class="behind"><details class="look"><details class="look sheets-rest">'
        '<details class="index">'
    )
